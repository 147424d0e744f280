package io.midagoal.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The JavaScript that runs in the page, put together from the files beside this class. */
final class Scripts {

  static final String RULES = read("rules.js");

  /** Counts pending work; runs before the page's own scripts. */
  static final String PENDING = read("pending.js");

  /** Records triggers; runs before the page's own scripts. */
  static final String RECORD = RULES + read("record.js");

  private static final String JUDGING = RULES + read("reach.js") + read("judge.js");

  /** Arguments: goals, sites. Answers the facts, or null when the page has to be waited for. */
  static final String JUDGE_AT_ONCE =
      JUDGING + read("wait.js") + "return wait.atOnce(arguments[0], arguments[1]);";

  /** Arguments: goals, sites. Answers the facts, or null when the page has not come at all. */
  static final String JUDGE_HALF_LOADED =
      JUDGING + read("wait.js") + "return wait.halfLoaded(arguments[0], arguments[1]);";

  /**
   * Arguments: goals, sites, the cap in milliseconds. Answers the facts when the wait has ended.
   */
  static final String JUDGE_WHEN_READY =
      JUDGING
          + read("wait.js")
          + "wait.untilJudged(arguments[0], arguments[1], arguments[2], arguments[3]);";

  /** Arguments: goals, sites. Answers a diagnosis for each. */
  static final String DIAGNOSE =
      JUDGING
          + read("unreachable.js")
          + read("nearby.js")
          + read("diagnose.js")
          + "return diagnose.diagnoseAll(arguments[0], arguments[1]);";

  /** Arguments: the source of the rules, trials, the limit for each in milliseconds. */
  static final String TRY_PATTERNS =
      read("patterns.js")
          + "patterns.tryAll(arguments[0], arguments[1], arguments[2]).then(arguments[3]);";

  private Scripts() {}

  private static String read(String name) {
    try (InputStream in = Scripts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("midagoal's jar lacks the script " + name + ".");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("midagoal could not read its script " + name + ".", e);
    }
  }
}
