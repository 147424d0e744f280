package io.midagoal.internal.junit;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;

/**
 * One element on which a test's annotations can stand; see {@link AnnotationLookup}.
 *
 * @param element a test method, class or interface
 * @param testClass the test class through which the test has this level
 * @param name the element's name for people: {@code ShopTest} or {@code ShopTest#callToAction}
 */
public record AnnotatedPlace(AnnotatedElement element, Class<?> testClass, String name) {

  static AnnotatedPlace of(Method method, Class<?> testClass) {
    return new AnnotatedPlace(method, testClass, nameOf(method));
  }

  static AnnotatedPlace of(Class<?> type, Class<?> testClass) {
    return new AnnotatedPlace(type, testClass, nameOf(type));
  }

  /** A method's or constructor's name for people. */
  public static String nameOf(Executable executable) {
    String type = nameOf(executable.getDeclaringClass());
    return executable instanceof Method method ? type + "#" + method.getName() : type;
  }

  /** A class's name without its package, as the source writes it: {@code Outer.Inner}. */
  static String nameOf(Class<?> type) {
    String name = type.getName();
    return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
  }

  boolean isMethod() {
    return element instanceof Method;
  }
}
