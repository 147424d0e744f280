package io.midagoal.internal.junit;

import java.lang.reflect.Modifier;
import java.util.Optional;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Finds a test's extension in a {@link RegisterExtension} field.
 *
 * <p>JUnit calls all extensions of a test: the one that its annotations register, and those in
 * fields of its class, superclasses and enclosing classes. Only one may be active, or goals would
 * be created twice and parameters have two resolvers: that of the nearest class with a field.
 */
public final class RegisteredExtension {

  private RegisteredExtension() {}

  /** Returns the extension of a type in the nearest field. */
  public static <E extends Extension> Optional<E> of(ExtensionContext context, Class<E> type) {
    return AnnotationLookup.testClasses(context).stream()
        .flatMap(testClass -> of(context, type, testClass).stream())
        .findFirst();
  }

  private static <E extends Extension> Optional<E> of(
      ExtensionContext context, Class<E> type, Class<?> testClass) {
    Object instance =
        context.getTestInstances().flatMap(all -> all.findInstance(testClass)).orElse(null);
    return AnnotationSupport.findAnnotatedFields(
            testClass,
            RegisterExtension.class,
            field -> instance != null || Modifier.isStatic(field.getModifiers()),
            HierarchyTraversalMode.BOTTOM_UP)
        .stream()
        .flatMap(
            field -> ReflectionSupport.tryToReadFieldValue(field, instance).toOptional().stream())
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }
}
