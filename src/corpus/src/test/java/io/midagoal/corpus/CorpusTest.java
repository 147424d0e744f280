package io.midagoal.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.internal.browser.Lease;
import io.midagoal.testing.Browsers;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the library's verdicts on real pages against the truth that real input found out. No
 * definition may be misjudged, and 95 in 100 broken ones get the right reason.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorpusTest {

  private Judgements judgements;

  static Stream<Definition> decidable() {
    return Judgements.decidable();
  }

  @BeforeAll
  void judgeAll() throws InterruptedException, ExecutionException {
    judgements =
        Judgements.with(
            2,
            use -> {
              try (Lease lease = Browsers.lease()) {
                use.accept(lease.driver());
              }
            });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("decidable")
  void noDefinitionIsMisjudged(Definition definition) {
    Truth truth = Judgements.truth(definition);
    assertThat(judgements.verdict(definition).status())
        .as("%s; in truth: %s%n%s", definition, truth.how(), judgements.verdict(definition))
        .hasToString(truth.status());
  }

  @Test
  void theReasonIsRightFor95In100BrokenOnes() throws IOException {
    List<String> wrong = judgements.wrongReasons(Corpus::code);
    CorpusTable.of(judgements, wrong).write("corpus.txt");
    assertThat(wrong).hasSizeLessThanOrEqualTo((int) Judgements.broken().count() / 20);
  }
}
