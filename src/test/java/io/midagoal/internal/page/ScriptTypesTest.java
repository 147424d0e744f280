package io.midagoal.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.midagoal.internal.facts.Diagnosis;
import io.midagoal.internal.facts.GoalQuery;
import io.midagoal.internal.facts.PageFacts;
import io.midagoal.internal.facts.UrlAnswer;
import io.midagoal.internal.facts.UrlQuestion;
import io.midagoal.internal.facts.UrlQuestion.Arrived;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Page scripts are checked against their types, and those against the Java records. */
@TestInstance(Lifecycle.PER_CLASS)
@Tag("browser")
class ScriptTypesTest {
  private static final Path FOLDER = Path.of("src/main/resources/io/midagoal/internal/scripts");

  private final TypeScript compiler = new TypeScript();

  @AfterAll
  void close() {
    compiler.close();
  }

  private static Map<String, String> sources(String... parts) throws IOException {
    Map<String, String> sources = new TreeMap<>();
    for (String part : parts) {
      try (Stream<Path> files = Files.walk(FOLDER.resolve(part))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          String name = FOLDER.relativize(file).toString().replace('\\', '/');
          sources.put(name, Files.readString(file));
        }
      }
    }
    return sources;
  }

  @Test
  void pageScriptsKeepToTheirTypes() throws IOException {
    assertThat(compiler.check(sources("")).errors()).isEmpty();
  }

  /** Scripts and what is wrong with them. */
  static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments("forms.all();", "mistake.js:1:1 Cannot find name 'forms'."),
        arguments(
            "import dom from './dom/dom.js';", "'dom' is declared but its value is never read."),
        arguments("export default (a) => a;", "Parameter 'a' implicitly has an 'any' type."),
        arguments("document.querySelector('a').href;", "Object is possibly 'null'."),
        arguments(
            "/** @returns {ClickPoint} */ export default () => ({x: 1, y: 1});",
            "Property 'element' is missing"),
        arguments(
            "/** @returns {OtherPages} */ export default () => ({count: 1, first: [], last: 1});",
            "'last' does not exist in type 'OtherPages'."));
  }

  /** The functions of dom.js are made while it loads: they have the types of the browser's own. */
  static Stream<Arguments> mistakesAboutTheDom() {
    return Stream.of(
            arguments("dom.bax(root)", "Property 'bax' does not exist"),
            arguments("dom.contains(root, 'a')", "is not assignable to parameter of type 'Node'."),
            arguments("dom.box(root).lef", "Property 'lef' does not exist on type 'DOMRect'."),
            arguments("dom.parent(root).id", "Object is possibly 'null'."),
            arguments("dom.closest(root, 'label').control", "Object is possibly 'null'."),
            arguments("dom.all(root, 'a')[0].hraf", "'hraf' does not exist"))
        .map(row -> arguments(withDom((String) row.get()[0]), row.get()[1]));
  }

  private static String withDom(String code) {
    return "import dom from './dom/dom.js'; export default (/** @type {Element} */ root) => "
        + code;
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource({"mistakes", "mistakesAboutTheDom"})
  void aMistakeIsFound(String script, String error) throws IOException {
    Map<String, String> sources = sources("types.d.ts", "dom");
    sources.put("mistake.js", script);

    assertThat(compiler.check(sources).errors())
        .singleElement(STRING)
        .startsWith("mistake.js:1:")
        .contains(error);
  }

  private Map<String, Map<String, String>> interfaces() throws IOException {
    return compiler.check(sources("types.d.ts")).interfaces();
  }

  @Test
  void argumentsAreDeclaredAsJavaSendsThem() throws IOException {
    Map<String, Map<String, String>> declared = interfaces();
    GoalQuery goal = GoalQuery.click("a");
    Arrived page = new Arrived("https://shop.test/", "", List.of());

    assertThat(declared.get("GoalQuery")).containsOnlyKeys(goal.asArgument().keySet());
    assertThat(declared.get("Arrived")).containsOnlyKeys(page.asArgument().keySet());
    assertThat(declared.get("UrlQuestion"))
        .containsOnlyKeys(new UrlQuestion(goal, List.of(page)).asArgument().keySet());
    assertThat(declared.get("Sites"))
        .containsOnlyKeys(Sites.none().asArgument("https://shop.test/").keySet());
  }

  @Test
  void answersAreDeclaredAsTheirRecords() throws IOException {
    Map<String, Map<String, String>> declared = interfaces();

    assertThat(answers())
        .allSatisfy(
            type ->
                assertThat(properties(declared.getOrDefault(type.getSimpleName(), Map.of())))
                    .as(type.getSimpleName())
                    .isEqualTo(properties(type)));
  }

  /** The records of which answers consist. */
  private static Stream<Class<?>> answers() {
    return Stream.of(
            PageFacts.class,
            Diagnosis.class,
            UrlAnswer.class,
            ClickPoint.class,
            Probe.Begun.class,
            Probe.Caught.class,
            Recorder.Trigger.class)
        .flatMap(ScriptTypesTest::withInner);
  }

  private static Stream<Class<?>> withInner(Class<?> type) {
    return Stream.concat(
        Stream.of(type),
        Arrays.stream(type.getRecordComponents())
            .map(component -> innermost(component.getGenericType()))
            .filter(Class::isRecord)
            .flatMap(ScriptTypesTest::withInner));
  }

  private static Class<?> innermost(Type type) {
    return type instanceof ParameterizedType of
        ? innermost(of.getActualTypeArguments()[0])
        : (Class<?>) type;
  }

  /** What may be null, or be left out, is optional or a list in Java, or has its default there. */
  private static Map<String, String> properties(Map<String, String> declared) {
    Map<String, String> properties = new TreeMap<>();
    declared.forEach(
        (name, type) -> properties.put(name.replace("?", ""), type.replace(" | null", "")));
    return properties;
  }

  private static Map<String, String> properties(Class<?> type) {
    Map<String, String> properties = new TreeMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      properties.put(component.getName(), inTypeScript(component.getGenericType()));
    }
    return properties;
  }

  private static String inTypeScript(Type type) {
    if (type.getTypeName().startsWith("java.util.Map")) {
      return "Data";
    }
    Class<?> inner = innermost(type);
    String name =
        inner.isRecord()
            ? inner.getSimpleName()
            : Map.of(String.class, "string", boolean.class, "boolean")
                .getOrDefault(inner, "number");
    return type.getTypeName().startsWith("java.util.List") ? name + "[]" : name;
  }
}
