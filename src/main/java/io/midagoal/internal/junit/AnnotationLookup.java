package io.midagoal.internal.junit;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The one place that knows where a test's annotations are looked for.
 *
 * <p>The words, as all that reads annotations uses them:
 *
 * <ul>
 *   <li><em>present</em>: written on the element itself, alone or repeated; not inherited;
 *   <li><em>meta-present</em>: present on an annotation that is present on the element, at any
 *       depth;
 *   <li><em>level</em>: one element on which a test's annotations can be present or meta-present;
 *   <li><em>nearest</em>: the levels of a test are ordered: the test method, the test class, its
 *       interfaces, its superclass with interfaces and so on upwards, then the same for the class
 *       around a {@code @Nested} class, outwards. The first level that has what is looked for is
 *       the nearest.
 * </ul>
 *
 * <p>JUnit's own {@code AnnotationSupport} merges what is inherited with what is present. That
 * would lose the levels, and Java hides a superclass's annotation behind the subclass's.
 */
public final class AnnotationLookup {

  private AnnotationLookup() {}

  /**
   * An annotation and how it stands in the source.
   *
   * @param annotation what was looked for
   * @param writtenAs its name, or that of the annotation that carries it, with the {@code @}
   */
  public record Found<A>(A annotation, String writtenAs) {}

  /** All levels of a test method's context, the nearest first. */
  public static List<AnnotatedPlace> levels(ExtensionContext context) {
    List<AnnotatedPlace> levels = new ArrayList<>();
    levels.add(AnnotatedPlace.of(context.getRequiredTestMethod(), context.getRequiredTestClass()));
    for (Class<?> testClass : testClasses(context)) {
      hierarchyOf(testClass).forEach(type -> levels.add(AnnotatedPlace.of(type, testClass)));
    }
    return levels;
  }

  /** The test class and the test classes around it, the innermost first. */
  static List<Class<?>> testClasses(ExtensionContext context) {
    // ExtensionContext#getEnclosingTestClasses is younger than the oldest JUnit that works.
    return Stream.iterate(
            Optional.of(context),
            Optional::isPresent,
            current -> current.flatMap(ExtensionContext::getParent))
        .flatMap(current -> current.flatMap(ExtensionContext::getTestClass).stream())
        .<Class<?>>map(testClass -> testClass)
        .distinct()
        .toList();
  }

  private static Set<Class<?>> hierarchyOf(Class<?> testClass) {
    Set<Class<?>> types = new LinkedHashSet<>();
    for (Class<?> type = testClass; type != null; type = type.getSuperclass()) {
      types.add(type);
      addInterfaces(type, types);
    }
    return types;
  }

  private static void addInterfaces(Class<?> type, Set<Class<?>> types) {
    for (Class<?> implemented : type.getInterfaces()) {
      types.add(implemented);
      addInterfaces(implemented, types);
    }
  }

  /** The annotations of a type that are present or meta-present on an element, in source order. */
  public static <A extends Annotation> List<Found<A>> find(
      AnnotatedElement element, Class<A> type) {
    return find(element, type, type, annotation -> List.of(annotation));
  }

  /** The same for an annotation that can be repeated, which the compiler then puts into a list. */
  public static <A extends Annotation, L extends Annotation> List<Found<A>> find(
      AnnotatedElement element, Class<A> type, Class<L> listType, Function<L, List<A>> values) {
    List<Found<A>> found = new ArrayList<>();
    for (Annotation present : element.getDeclaredAnnotations()) {
      Class<?> written = listType.isInstance(present) ? type : present.annotationType();
      withMetaAnnotations(present).stream()
          .flatMap(
              annotation ->
                  listType.isInstance(annotation)
                      ? values.apply(listType.cast(annotation)).stream()
                      : Stream.of(annotation))
          .filter(type::isInstance)
          .map(annotation -> new Found<>(type.cast(annotation), "@" + written.getSimpleName()))
          .forEach(found::add);
    }
    return found;
  }

  private static Set<Annotation> withMetaAnnotations(Annotation present) {
    Set<Annotation> all = new LinkedHashSet<>();
    collect(present, all);
    return all;
  }

  private static void collect(Annotation annotation, Set<Annotation> all) {
    // Annotations may annotate themselves, as @Documented does.
    if (all.add(annotation)) {
      for (Annotation meta : annotation.annotationType().getDeclaredAnnotations()) {
        collect(meta, all);
      }
    }
  }
}
