package io.midagoal.internal.junit;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;

/**
 * An element that can have a test's annotations, one level of {@link AnnotationLookup}.
 *
 * @param element a test method, class or interface
 * @param testClass the test class that it belongs to or that inherits from it
 * @param name the element's name in messages: {@code ShopTest} or {@code ShopTest#callToAction}
 */
public record AnnotatedPlace(AnnotatedElement element, Class<?> testClass, String name) {

  static AnnotatedPlace of(Method method, Class<?> testClass) {
    return new AnnotatedPlace(method, testClass, nameOf(method));
  }

  static AnnotatedPlace of(Class<?> type, Class<?> testClass) {
    return new AnnotatedPlace(type, testClass, nameOf(type));
  }

  /** Returns the name of a method or constructor for messages. */
  public static String nameOf(Executable executable) {
    String type = nameOf(executable.getDeclaringClass());
    return executable instanceof Method method ? type + "#" + method.getName() : type;
  }

  /** Returns the name of a class without its package: {@code Outer.Inner}. */
  static String nameOf(Class<?> type) {
    String name = type.getName();
    return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
  }

  boolean isMethod() {
    return element instanceof Method;
  }
}
