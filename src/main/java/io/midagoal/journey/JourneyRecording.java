package io.midagoal.journey;

import io.midagoal.internal.page.Recorder;
import java.net.URI;
import java.util.List;

/**
 * What was recorded on a journey.
 *
 * @param before what happened while the journey's first page loaded
 * @param triggers what happened while the acts ran, in order
 * @param startUrl the page on which the acts began
 * @param endUrl the page on which they ended
 */
record JourneyRecording(
    List<Recorder.Trigger> before,
    List<Recorder.Trigger> triggers,
    String startUrl,
    String endUrl) {

  /** A tab keeps records for each origin apart: those of the first are out of reach then. */
  boolean endsElsewhere() {
    return !originOf(startUrl).equals(originOf(endUrl));
  }

  String endOrigin() {
    return originOf(endUrl);
  }

  private static String originOf(String url) {
    URI uri = URI.create(url.replaceFirst("[?#].*$", ""));
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }
}
