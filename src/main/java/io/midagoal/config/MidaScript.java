package io.midagoal.config;

import java.util.Locale;

/** What happens with Mida's own script on the pages that midagoal opens. */
public enum MidaScript {
  /**
   * No request to Mida leaves the browser. midagoal does for the page what Mida's script does: it
   * shows the page, takes the queue and offers {@code mida.track}.
   */
  STAND_IN,
  /** It runs. Each test is a visitor that Mida counts, and may land in a running experiment. */
  REAL,
  /** No request to Mida leaves the browser, and nothing stands in, as with an ad blocker. */
  BLOCKED;

  /**
   * Returns the value as written in settings.
   *
   * @return for example {@code stand-in}
   */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
