package io.midagoal.verify;

import static io.midagoal.goal.GoalType.EXTERNAL_LINK;
import static io.midagoal.verify.Checks.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.journey.Conversion;
import io.midagoal.journey.Journey;
import io.midagoal.testing.Browsers;
import io.midagoal.testing.TestPages;
import io.midagoal.verdict.Expectation;
import io.midagoal.verdict.Status;
import io.midagoal.verdict.Verdict;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;

/** Goals that count clicks on a link by its address, judged on pages of their own. */
@Execution(ExecutionMode.CONCURRENT)
@Tag("browser")
class ExternalLinkTest {

  private static final String PAY = "<a href='https://buy.stripe.com/x'><b>Pay</b></a>";

  @Nested
  class Matches {

    @ParameterizedTest
    @ValueSource(
        strings = {
          PAY,
          "<a href='//stripe.com'>Pay</a>",
          "<a href='/to?next=stripe.com'>Pay</a>",
          "<map name=m><area shape=default href='https://stripe.com'></map>"
              + "<img usemap=#m style=width:99px;height:99px>"
        })
    void aLinkWhoseAddressContainsTheValue(String body) {
      assertThat(check(EXTERNAL_LINK, "stripe.com", body).status()).isEqualTo(Status.MATCHED);
    }

    @Test
    void anAddressAsTheBrowserResolvesIt() {
      assertThat(check(EXTERNAL_LINK, "http://127.0.0.1", "<a href=help>Help</a>").status())
          .isEqualTo(Status.MATCHED);
    }
  }

  @Nested
  class Fails {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<a href='https://paypal.com'>Pay</a>",
          "<a>stripe.com</a>",
          "<button onclick=\"location = 'https://stripe.com'\">Pay</button>",
          "<link href='https://stripe.com/style.css'>"
        })
    void withoutSuchALink(String body) {
      assertThat(reason(check(EXTERNAL_LINK, "stripe.com", body))).isEqualTo("no-match");
    }

    @Test
    void andSaysWhichAddressWasMeant() {
      Verdict verdict = check(EXTERNAL_LINK, "buy.stripe.co/x", PAY);

      assertThat(verdict.findings().get(0).suggestion()).contains("buy.stripe.com/x");
    }

    @Test
    void onALinkThatVisitorsDoNotSee() {
      assertThat(reason(check(EXTERNAL_LINK, "stripe.com", "<p hidden>" + PAY)))
          .isEqualTo("hidden");
    }

    @Test
    void onALinkInAFrame() {
      String body = "<iframe srcdoc=\"<a href='https://stripe.com'>Pay</a>\"></iframe>";

      assertThat(reason(check(EXTERNAL_LINK, "stripe.com", body))).isEqualTo("only-in-iframe");
    }
  }

  @Test
  void isRecordedOnAJourney() {
    String url =
        TestPages.page(PAY + "<p>Hi</p><script>onclick = (e) => e.preventDefault()</script>");

    List<Conversion> conversions =
        Browsers.with(
            driver ->
                Journey.on(driver)
                    .during(
                        Expectation.of(goal(EXTERNAL_LINK, "stripe.com", url)),
                        browser -> {
                          browser.findElement(By.tagName("p")).click();
                          browser.findElement(By.tagName("b")).click();
                        })
                    .of(goal(EXTERNAL_LINK, "stripe.com", url)));

    assertThat(conversions).hasSize(1);
  }
}
