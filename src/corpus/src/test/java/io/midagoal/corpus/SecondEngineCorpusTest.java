package io.midagoal.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.midagoal.testing.WebKit;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The corpus in another engine, with a driver that speaks nothing but plain WebDriver. The truth is
 * the same as in Chromium, but for the differences of the engines that {@code webkit.csv} names: a
 * verdict that is listed there and no longer differs fails as one does that differs and is not.
 */
// Alone: what is pending is not known in this engine, so that on a busy machine a page that is
// still
// being built looks like one that has come to rest.
@Isolated
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecondEngineCorpusTest {

  private static final Map<String, EngineDifference> DIFFERENCES = EngineDifference.named();

  private Judgements judgements;

  static Stream<Definition> decided() {
    return Judgements.decidable().filter(one -> !isByChance(one));
  }

  private static boolean isByChance(Definition definition) {
    EngineDifference difference = DIFFERENCES.get(definition.id());
    return difference != null && difference.isByChance();
  }

  @BeforeAll
  void judgeAll() throws InterruptedException, ExecutionException {
    assumeTrue(WebKit.isInstalled(), WebKit.NOT_INSTALLED);
    judgements =
        Judgements.with(
            4,
            use -> {
              try (WebKit engine = WebKit.start()) {
                use.accept(engine.driver());
              }
            });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("decided")
  void isJudgedAsInChromiumButForNamedDifferences(Definition definition) {
    Truth truth = Judgements.truth(definition);
    assertThat(judgements.verdict(definition).status())
        .as("%s; in truth: %s%n%s", definition, truth.how(), judgements.verdict(definition))
        .hasToString(status(definition));
  }

  @Test
  void theReasonIsRightFor95In100BrokenOnes() throws IOException {
    List<String> wrong = judgements.wrongReasons(SecondEngineCorpusTest::code);
    CorpusTable.of(judgements, wrong).write("corpus-webkit.txt");
    assertThat(wrong).hasSizeLessThanOrEqualTo((int) Judgements.broken().count() / 20);
  }

  private static String status(Definition definition) {
    EngineDifference difference = DIFFERENCES.get(definition.id());
    return difference == null ? Judgements.truth(definition).status() : difference.status();
  }

  private static String code(Definition definition) {
    EngineDifference difference = DIFFERENCES.get(definition.id());
    return difference == null ? Corpus.code(definition) : difference.code();
  }

  @Test
  void differsForAtMost5In100AndInVerdictOrReasonForEach() {
    assertThat(DIFFERENCES).hasSizeLessThanOrEqualTo(Corpus.definitions().size() / 20);
    assertThat(Corpus.definitions().stream().map(Definition::id)).containsAll(DIFFERENCES.keySet());
    assertThat(decided())
        .filteredOn(one -> DIFFERENCES.containsKey(one.id()))
        .allSatisfy(
            one ->
                assertThat(status(one) + " " + code(one))
                    .isNotEqualTo(Judgements.truth(one).status() + " " + Corpus.code(one)));
  }
}
