package io.midagoal;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the field with the test's own browser, which midagoal uses instead of starting one.
 *
 * <p>Put it on a static or instance field of type {@code WebDriver} or {@code Supplier<WebDriver>}
 * in the test class, a superclass or an enclosing class; the nearest class wins. The field is read
 * when the first page is opened, so {@code @BeforeEach} can still set it. midagoal never quits the
 * driver, and changes only its page.
 *
 * <p>It is an error if the field has another type, if a class has two such fields, or if the field
 * is still {@code null} when a page is opened.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface MidaBrowser {}
