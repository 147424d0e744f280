package io.midagoal;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the table of packages: each is one idea, and dependencies run downwards only. */
class ArchitectureTest {

  private static final String ROOT = "io.midagoal";
  private static final String PACKAGE_INFO = "package-info.java";

  private static final JavaClasses PROJECT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  /** Every package, and the others that it may use. */
  private static Stream<Arguments> packages() {
    return Stream.of(
        arguments(
            ROOT,
            List.of(
                "internal.junit",
                "journey",
                "verify",
                "verdict",
                "goal",
                "config",
                "internal.config",
                "internal.text")),
        arguments(
            "internal.junit",
            List.of(
                "report",
                "journey",
                "verify",
                "verdict",
                "stub",
                "client",
                "goal",
                "config",
                "internal.lifecycle",
                "internal.browser",
                "internal.config",
                "internal.text")),
        arguments(
            "internal.lifecycle",
            List.of("client", "config", "goal", "internal.files", "internal.text")),
        arguments("report", List.of("config", "journey", "verdict", "goal", "internal.text")),
        arguments("assertj", List.of("journey", "verdict", "goal")),
        arguments(
            "journey",
            List.of(
                "config",
                "internal.findings",
                "internal.page",
                "internal.facts",
                "internal.driver",
                "verdict",
                "goal",
                "internal.text")),
        arguments(
            "verify",
            List.of(
                "config",
                "internal.judging",
                "internal.findings",
                "internal.page",
                "verdict",
                "goal")),
        arguments(
            "internal.judging",
            List.of(
                "internal.findings",
                "internal.page",
                "internal.facts",
                "internal.driver",
                "verdict",
                "goal",
                "internal.text")),
        arguments(
            "internal.findings",
            List.of("internal.facts", "internal.driver", "verdict", "goal", "internal.text")),
        arguments(
            "internal.page",
            List.of(
                "config",
                "internal.scripts",
                "internal.driver",
                "internal.facts",
                "internal.text")),
        arguments("internal.scripts", List.of("internal.driver")),
        arguments("internal.driver", List.of()),
        arguments("internal.facts", List.of("goal")),
        arguments("verdict", List.of("config", "goal", "internal.text")),
        arguments("client", List.of("internal.http", "experiment", "goal", "internal.text")),
        arguments("internal.http", List.of("internal.text")),
        arguments("stub", List.of("experiment", "goal")),
        arguments("internal.browser", List.of("internal.config", "internal.files")),
        arguments("internal.files", List.of()),
        arguments("internal.config", List.of("config")),
        arguments("config", List.of()),
        arguments("experiment", List.of("goal", "internal.text")),
        arguments("goal", List.of("internal.text")),
        arguments("internal.text", List.of()));
  }

  /** Libraries, and the packages that may use them. */
  private static Stream<Arguments> libraries() {
    return Stream.of(
        arguments("com.github.tomakehurst.wiremock", List.of("stub")),
        arguments("org.wiremock", List.of("stub")),
        arguments(
            "com.fasterxml.jackson",
            List.of(
                "client",
                "stub",
                "experiment",
                "report",
                "internal.page",
                "internal.scripts",
                "internal.driver")),
        arguments(
            "org.openqa.selenium",
            List.of(
                ROOT,
                "internal.junit",
                "assertj",
                "journey",
                "verify",
                "internal.judging",
                "internal.page",
                "internal.scripts",
                "internal.driver",
                "internal.browser")),
        arguments("org.junit", List.of(ROOT, "internal.junit")),
        arguments("org.assertj", List.of("assertj")));
  }

  @ParameterizedTest(name = "{0} uses only {1}")
  @MethodSource("packages")
  void aPackageUsesOnlyThoseBelowIt(String name, List<String> others) {
    noClasses()
        .that()
        .resideInAPackage(pattern(name))
        .should()
        .dependOnClassesThat(
            resideInAPackage(ROOT + "..")
                .and(not(resideInAPackage(pattern(name))))
                .and(not(resideInAnyPackage(patterns(others)))))
        .check(PROJECT);
  }

  @ParameterizedTest(name = "{0} is used only in {1}")
  @MethodSource("libraries")
  void aLibraryIsUsedOnlyWhereItBelongs(String library, List<String> users) {
    noClasses()
        .that()
        .resideOutsideOfPackages(patterns(users))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library + "..")
        .check(PROJECT);
  }

  @Test
  void everyPackageStandsInTheTable() {
    List<String> known = packages().map(row -> (String) row.get()[0]).toList();
    classes().should().resideInAnyPackage(patterns(known)).check(PROJECT);
  }

  @Test
  void noPackagesUseEachOther() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(PROJECT);
  }

  /** A package with more files says why, in a sentence of its package-info.java. */
  @Test
  void noPackageHasMoreThanFifteenFilesWithoutAReason() throws IOException {
    Path root = Path.of("src", "main", "java", "io", "midagoal");
    try (Stream<Path> folders = Files.walk(root).filter(Files::isDirectory)) {
      assertThat(folders.filter(folder -> filesOf(folder).size() > 15))
          .allSatisfy(
              folder ->
                  assertThat(folder.resolve(PACKAGE_INFO))
                      .content()
                      .contains("More than fifteen files"));
    }
  }

  private static List<Path> filesOf(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java") && !file.endsWith(PACKAGE_INFO))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Users see types of API packages only. */
  @Test
  void nothingPublicInTheApiMentionsInternals() {
    DescribedPredicate<JavaClass> internal = resideInAPackage(ROOT + ".internal..");
    noCodeUnits()
        .that()
        .arePublic()
        .and()
        .areDeclaredInClassesThat(not(internal))
        .and()
        .areDeclaredInClassesThat()
        .arePublic()
        .should()
        .haveRawReturnType(internal)
        .orShould()
        .haveRawParameterTypes(
            DescribedPredicate.describe(
                "any internal type", types -> types.stream().anyMatch(internal)))
        .check(PROJECT);
  }

  @Test
  void theModuleExportsTheApi() {
    Path classes = Path.of("target", "classes");
    ModuleDescriptor module = ModuleFinder.of(classes).find(ROOT).orElseThrow().descriptor();
    assertThat(module.exports().stream().map(ModuleDescriptor.Exports::source))
        .containsExactlyInAnyOrderElementsOf(
            PROJECT.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.startsWith(ROOT + ".internal"))
                .collect(Collectors.toSet()));
  }

  private static String[] patterns(List<String> names) {
    return names.stream().map(ArchitectureTest::pattern).toArray(String[]::new);
  }

  /** The root is the root package alone; any other package is meant with those inside it. */
  private static String pattern(String name) {
    return name.equals(ROOT) ? ROOT : ROOT + "." + name + "..";
  }
}
