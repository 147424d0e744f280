package io.midagoal.corpus;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the corpus promises about itself. */
class CorpusShapeTest {

  /** What judges with the library, and shows what came of it. */
  private static final Class<?>[] TESTS = {
    CorpusTest.class, SecondEngineCorpusTest.class, Judgements.class, CorpusTable.class
  };

  private static final List<Definition> DEFINITIONS = Corpus.definitions();
  private static final Map<String, Truth> TRUTHS = Truth.stored();

  private static Map<String, Long> count(Function<Definition, String> by) {
    return DEFINITIONS.stream().collect(Collectors.groupingBy(by, Collectors.counting()));
  }

  private static List<Definition> broken() {
    return DEFINITIONS.stream().filter(one -> truth(one).status().equals("BROKEN")).toList();
  }

  private static Truth truth(Definition definition) {
    return TRUTHS.getOrDefault(
        definition.id(), new Truth(definition.id(), "UNKNOWN", "", "nobody found out"));
  }

  @Test
  void nobodyButTheTestsKnowsTheLibrary() {
    noClasses()
        .that()
        .resideInAPackage("io.midagoal.corpus..")
        .and(not(belongToAnyOf(TESTS)))
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.midagoal..").and(not(resideInAPackage("io.midagoal.corpus.."))))
        .check(new ClassFileImporter().importPackages("io.midagoal.corpus"));
  }

  @Test
  void hasAtLeast300DefinitionsEachWithAnIdOfItsOwn() {
    assertThat(DEFINITIONS).hasSizeGreaterThanOrEqualTo(300);
    assertThat(Definition.all().stream().map(Definition::id)).doesNotHaveDuplicates();
  }

  @Test
  void hasAtLeast20OfEachType() {
    assertThat(count(Definition::type))
        .hasSize(8)
        .allSatisfy((type, number) -> assertThat(number).as(type).isGreaterThanOrEqualTo(20));
  }

  @Test
  void comesFromAtLeast8ProjectsNoneWithMoreThanAFifth() {
    assertThat(count(Definition::project))
        .hasSizeGreaterThanOrEqualTo(8)
        .allSatisfy(
            (project, number) ->
                assertThat(number * 5).as(project).isLessThanOrEqualTo(DEFINITIONS.size()));
  }

  @Test
  void isBrokenForAtLeastHalfInAtLeast30Ways() {
    assertThat(broken().size() * 2).isGreaterThanOrEqualTo(DEFINITIONS.size());
    assertThat(broken().stream().map(Definition::way).filter(way -> !way.isEmpty()).distinct())
        .hasSizeGreaterThanOrEqualTo(30);
  }

  @Test
  void isBrokenByANameThatNothingResemblesForAtMostAQuarter() {
    long byName = broken().stream().filter(one -> one.way().equals("resembles nothing")).count();
    assertThat(byName * 4).isLessThanOrEqualTo(broken().size());
  }

  @Test
  void leavesOutAtMost3In100() {
    assertThat(Corpus.leftOut().size() * 100).isLessThanOrEqualTo(Definition.all().size() * 3);
  }

  @Test
  void hasTheTruthAboutEveryDefinition() {
    assertThat(DEFINITIONS)
        .allSatisfy(one -> assertThat(truth(one).status()).isIn("MATCHED", "BROKEN", "UNDECIDED"));
  }

  @Test
  void explainsEveryExpectationThatTheTruthContradicts() {
    Map<String, Corpus.Correction> corrections = Corpus.corrections();
    assertThat(DEFINITIONS)
        .allSatisfy(
            one -> {
              if (!truth(one).status().equals(one.expected())) {
                assertThat(corrections).as(one.toString()).containsKey(one.id());
              }
            });
    assertThat(new HashSet<>(Definition.all().stream().map(Definition::id).toList()))
        .containsAll(corrections.keySet())
        .containsAll(TRUTHS.keySet())
        .containsAll(Corpus.leftOut().keySet());
  }
}
