package io.midagoal.journey;

import io.midagoal.internal.page.Recorder;
import io.midagoal.internal.text.WebAddress;
import java.util.List;

/**
 * The triggers recorded on a journey.
 *
 * @param before triggers while the first page loaded
 * @param triggers triggers while the steps ran, in order
 * @param startUrl the page on which the steps began
 * @param endUrl the page on which they ended
 */
record JourneyRecording(
    List<Recorder.Trigger> before,
    List<Recorder.Trigger> triggers,
    String startUrl,
    String endUrl) {

  /** Whether the journey left its origin: the first origin's records are then out of reach. */
  boolean endsElsewhere() {
    return !originOf(startUrl).equals(originOf(endUrl));
  }

  String endOrigin() {
    return originOf(endUrl);
  }

  private static String originOf(String url) {
    return WebAddress.of(url).map(WebAddress::origin).orElse(url);
  }
}
