package io.midagoal;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the test's own browser: goals are judged in it, and midagoal starts none.
 *
 * <p>It stands on a field of type {@code WebDriver} or {@code Supplier<WebDriver>}, static or not,
 * of the test class, a superclass or an enclosing class; the nearest class that has one decides.
 * The field is read when the first page is opened, so that {@code @BeforeEach} may still set it.
 * The driver is left as it was found, but for the page it shows, and never quit.
 *
 * <p>A field of another type, two such fields in one class, and a field that is still {@code null}
 * when a page is to be opened are errors.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface MidaBrowser {}
