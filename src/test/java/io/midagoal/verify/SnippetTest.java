package io.midagoal.verify;

import static io.midagoal.goal.GoalType.*;
import static io.midagoal.verify.Checks.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.testing.Browsers;
import io.midagoal.testing.TestPages;
import io.midagoal.verdict.Expectation;
import io.midagoal.verdict.Finding;
import io.midagoal.verdict.Severity;
import io.midagoal.verdict.Status;
import io.midagoal.verdict.Verdict;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said about the page's Mida script. No machine but this one is ever asked for it. */
@Tag("browser")
class SnippetTest {

  private static final String BODY = "<body><a class=x href=#>Buy</a></body>";

  private static String tag(String src) {
    return "<script async src=\"" + src + "\"></script>";
  }

  private static String us(String key) {
    return tag("https://cdn.mida.so/js/optimize.js?key=" + key);
  }

  private static String eu(String key) {
    return tag("https://cdn-eu.mida.so/js/optimize.js?key=" + key);
  }

  private static String page(String head) {
    return TestPages.html("<!doctype html><head>" + head + "</head>" + BODY);
  }

  private static Verdict judge(
      UnaryOperator<GoalVerifier> set, UnaryOperator<Expectation> expect, String url) {
    return Browsers.with(
        driver ->
            set.apply(GoalVerifier.on(driver))
                .verify(expect.apply(Expectation.of(goal(CLICK_ON_ELEMENT, ".x", url)))));
  }

  /** Judged for the project "abc". */
  private static Verdict ofProject(String head) {
    return judge(verifier -> verifier.project("abc"), one -> one, page(head));
  }

  /** Judged without a project, by a test that demands the script. */
  private static Verdict required(String head) {
    return judge(verifier -> verifier, Expectation::requireSnippet, page(head));
  }

  private static Verdict plain(String head) {
    return judge(verifier -> verifier, one -> one, page(head));
  }

  @Nested
  class IsAllRight {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<script async src='https://cdn.mida.so/js/optimize.js?key=abc'></script>",
          "<script src='//cdn-eu.mida.so/js/optimize.js?v=2&key=abc'></script>",
          // on a server of one's own
          "<script>window.mdcdn = 'https://static.example.com'</script>"
              + "<script src='https://static.example.com/js/optimize.js?key=abc'></script>",
          // a tag manager's, late
          "<script>setTimeout(() => { const s = document.createElement('script');"
              + " s.src = 'https://cdn.mida.so/js/optimize.js?key=abc';"
              + " document.head.append(s); }, 900)</script>",
          // a tag manager's that tidies up
          "<script>const s = document.createElement('script');"
              + " s.src = 'https://cdn.mida.so/js/optimize.js?key=abc';"
              + " s.onerror = () => s.remove(); document.head.append(s);</script>",
          // a policy that allows it
          "<meta http-equiv=Content-Security-Policy content=\"script-src https://cdn.mida.so\">"
              + "<script async src='https://cdn.mida.so/js/optimize.js?key=abc'></script>"
        })
    void forAProject(String head) {
      assertThat(ofProject(head).findings()).isEmpty();
    }

    @Test
    void forATestThatDemandsItOfAnyProject() {
      assertThat(required(us("any")).findings()).isEmpty();
    }

    @Test
    void fromTheServersOfTheRegion() {
      Verdict verdict =
          judge(verifier -> verifier.project("abc", "eu"), one -> one, page(eu("abc")));

      assertThat(verdict.findings()).isEmpty();
    }

    @Test
    void whenNobodyAsksForIt() {
      assertThat(plain("").findings()).isEmpty();
    }

    @Test
    void whenAnotherScriptHasAKey() {
      assertThat(ofProject(us("abc") + tag("https://maps.example.com/api/js?key=other")).findings())
          .isEmpty();
    }
  }

  @Nested
  class IsMissing {

    @Test
    void whereTheProjectIsKnown() {
      Verdict verdict = ofProject("<link rel=preload as=script href='/js/optimize.js?key=abc'>");

      assertThat(reason(verdict)).isEqualTo("snippet-missing");
      assertThat(verdict.status()).isEqualTo(Status.MATCHED);
      assertThat(verdict.findings().get(0).hint())
          .contains("<script async src=\"https://cdn.mida.so/js/optimize.js?key=abc\"></script>");
    }

    @Test
    void andTheTestDemandsIt() {
      Verdict verdict = required("");

      assertThat(reason(verdict)).isEqualTo("snippet-missing");
      assertThat(verdict.status()).isEqualTo(Status.BROKEN);
    }

    @Test
    void whenItsAddressAnswersWithAnError() {
      Verdict verdict = ofProject(tag("/js/optimize.js?key=abc"));

      assertThat(reason(verdict)).isEqualTo("snippet-missing");
      assertThat(verdict.findings().get(0).message()).contains("answers with status 404");
    }

    @Test
    void besideAnotherFault() {
      Verdict verdict =
          Browsers.with(
              driver ->
                  GoalVerifier.on(driver)
                      .verify(
                          Expectation.of(goal(CLICK_ON_ELEMENT, ".y", page(""))).requireSnippet()));

      assertThat(verdict.findings())
          .extracting(Finding::code)
          .containsExactly("no-match", "snippet-missing");
    }
  }

  @Nested
  class BelongsToAnotherProject {

    @Test
    void byItsKey() {
      Verdict verdict = ofProject(us("xyz"));

      assertThat(reason(verdict)).isEqualTo("snippet-other-project");
      assertThat(verdict.findings().get(0).message())
          .contains("belongs to the project \"xyz\", not to \"abc\"");
    }

    @Test
    void withoutAKey() {
      assertThat(reason(ofProject(tag("https://cdn.mida.so/js/optimize.js"))))
          .isEqualTo("snippet-other-project");
    }

    @Test
    void whichIsAnErrorForATestThatDemandsIt() {
      Verdict verdict =
          judge(verifier -> verifier.project("abc"), Expectation::requireSnippet, page(us("xyz")));

      assertThat(verdict.status()).isEqualTo(Status.BROKEN);
    }

    @Test
    void ofAnotherRegion() {
      Verdict verdict =
          judge(verifier -> verifier.project("abc", "eu"), one -> one, page(us("abc")));

      assertThat(reason(verdict)).isEqualTo("snippet-other-region");
      assertThat(verdict.findings().get(0).hint()).contains("cdn-eu.mida.so");
    }
  }

  @Nested
  class IsBlocked {

    @Test
    void byThePagesPolicy() {
      Verdict verdict =
          plain(
              "<meta http-equiv=Content-Security-Policy content=\"script-src 'self'\">"
                  + us("abc"));

      assertThat(reason(verdict)).isEqualTo("snippet-blocked");
      assertThat(verdict.findings().get(0).message()).contains("(script-src-elem)");
    }

    @Test
    void untilTheVisitorAgrees() {
      Verdict verdict =
          plain(
              "<script type=text/plain src='https://cdn.mida.so/js/optimize.js?key=abc'></script>");

      assertThat(reason(verdict)).isEqualTo("snippet-blocked");
      assertThat(verdict.findings().get(0).message()).contains("the type \"text/plain\"");
    }

    @Test
    void notByANetworkThatDoesNotReachIt() {
      assertThat(plain(us("abc")).findings()).isEmpty();
    }
  }

  @Test
  void isThereTwice() {
    Verdict verdict = plain(us("abc") + us("abc"));

    assertThat(reason(verdict)).isEqualTo("snippet-twice");
    assertThat(verdict.status()).isEqualTo(Status.MATCHED);
  }

  @Test
  void isNotInTheHead() {
    Verdict verdict =
        judge(
            verifier -> verifier,
            one -> one,
            TestPages.html("<!doctype html><head></head>" + BODY + us("abc")));

    assertThat(verdict.findings().get(0).code()).isEqualTo("snippet-not-in-head");
    assertThat(verdict.findings().get(0).severity()).isEqualTo(Severity.INFO);
  }
}
