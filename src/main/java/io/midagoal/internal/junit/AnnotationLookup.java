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
 * Finds a test's annotations.
 *
 * <p>Terms:
 *
 * <ul>
 *   <li><em>present</em>: on the element itself, single or repeated; not inherited;
 *   <li><em>meta-present</em>: present on an annotation of the element, at any depth;
 *   <li><em>level</em>: an element that can have a test's annotations;
 *   <li><em>nearest</em>: the first level with a match, in this order: the test method, the test
 *       class, its interfaces, its superclasses with their interfaces, then the same for the
 *       enclosing class of a {@code @Nested} class, and so on outwards.
 * </ul>
 *
 * <p>JUnit's {@code AnnotationSupport} merges inherited and present annotations, which loses the
 * levels, and a subclass's annotation hides the superclass's.
 */
public final class AnnotationLookup {

  private AnnotationLookup() {}

  /**
   * An annotation and its name in the source.
   *
   * @param annotation the annotation
   * @param writtenAs the name of the annotation or of its composed annotation, with the {@code @}
   */
  public record Found<A>(A annotation, String writtenAs) {}

  /** Returns all levels of a test method, nearest first. */
  public static List<AnnotatedPlace> levels(ExtensionContext context) {
    List<AnnotatedPlace> levels = new ArrayList<>();
    levels.add(AnnotatedPlace.of(context.getRequiredTestMethod(), context.getRequiredTestClass()));
    for (Class<?> testClass : testClasses(context)) {
      hierarchyOf(testClass).forEach(type -> levels.add(AnnotatedPlace.of(type, testClass)));
    }
    return levels;
  }

  /** Returns the test class and its enclosing test classes, innermost first. */
  static List<Class<?>> testClasses(ExtensionContext context) {
    // ExtensionContext#getEnclosingTestClasses is missing in the oldest supported JUnit.
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

  /** Returns an element's present and meta-present annotations of a type, in source order. */
  public static <A extends Annotation> List<Found<A>> find(
      AnnotatedElement element, Class<A> type) {
    return find(element, type, type, annotation -> List.of(annotation));
  }

  /** The same for a repeatable annotation with its container annotation. */
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
    // Annotations can annotate themselves, like @Documented.
    if (all.add(annotation)) {
      for (Annotation meta : annotation.annotationType().getDeclaredAnnotations()) {
        collect(meta, all);
      }
    }
  }
}
