package io.midagoal.internal.junit;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.openqa.selenium.WebDriver;

/** A test's field with its own browser, marked by an annotation. */
public final class BrowserField implements Supplier<WebDriver> {

  private final Field field;
  private final Class<? extends Annotation> annotationType;
  private final Object testInstance;

  private BrowserField(
      Field field, Class<? extends Annotation> annotationType, Object testInstance) {
    this.field = field;
    this.annotationType = annotationType;
    this.testInstance = testInstance;
  }

  /** Finds and validates the annotated field of the nearest class that has one. */
  public static Optional<BrowserField> of(
      ExtensionContext context,
      Class<? extends Annotation> annotationType,
      DeclarationErrors errors) {
    for (Class<?> testClass : AnnotationLookup.testClasses(context)) {
      List<Field> fields =
          AnnotationSupport.findAnnotatedFields(
              testClass, annotationType, field -> true, HierarchyTraversalMode.BOTTOM_UP);
      if (!fields.isEmpty()) {
        Object instance = context.getRequiredTestInstances().findInstance(testClass).orElseThrow();
        BrowserField nearest = new BrowserField(fields.get(0), annotationType, instance);
        nearest.check(fields, errors);
        return Optional.of(nearest);
      }
    }
    return Optional.empty();
  }

  private void check(List<Field> fields, DeclarationErrors errors) {
    if (fields.size() > 1 && fields.get(1).getDeclaringClass() == field.getDeclaringClass()) {
      errors.add(
          where(),
          "%s is annotated too. Annotate only one field of a class."
              .formatted(fields.get(1).getName()));
    }
    if (!WebDriver.class.isAssignableFrom(field.getType())
        && !Supplier.class.isAssignableFrom(field.getType())) {
      errors.add(
          where(),
          "the field is a %s. Make it a WebDriver or a Supplier<WebDriver>."
              .formatted(field.getType().getSimpleName()));
    }
  }

  private String where() {
    return "@"
        + annotationType.getSimpleName()
        + " on "
        + AnnotatedPlace.nameOf(field.getDeclaringClass())
        + "."
        + field.getName();
  }

  /** Reads the driver, which may change between calls. */
  @Override
  public WebDriver get() {
    Object value = read();
    Object driver = value instanceof Supplier<?> supplier ? supplier.get() : value;
    if (driver instanceof WebDriver webDriver) {
      return webDriver;
    }
    throw new ExtensionConfigurationException(
        where()
            + ": "
            + (value == null ? "the field is null" : "the supplier returned " + describe(driver))
            + ". Set it to a started WebDriver before a goal is verified, in @BeforeEach for example.");
  }

  private @Nullable Object read() {
    return ReflectionSupport.tryToReadFieldValue(field, testInstance)
        .getOrThrow(e -> new ExtensionConfigurationException(where() + " cannot be read.", e));
  }

  private static String describe(@Nullable Object driver) {
    return driver == null ? "null" : "a " + driver.getClass().getName();
  }
}
