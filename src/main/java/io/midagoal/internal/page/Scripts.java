package io.midagoal.internal.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The JavaScript that runs in the page, put together from the files beside this class. */
final class Scripts {

  static final String RULES = read("rules.js");

  private static final String DOM = read("dom.js");

  /** Both sides of the bridge between the worlds agree on this name, and no page can guess it. */
  private static final String BRIDGE = "const BRIDGE = '" + UUID.randomUUID() + "';\n";

  /**
   * Runs before the page's own scripts, in their world: counts pending work and tells what only
   * that world knows.
   */
  static final String PAGE_SIDE =
      "(() => { 'use strict';\n" + BRIDGE + read("tell.js") + read("pending.js") + "})();";

  /** Defines {@code record(goals)}, which runs before the page's own scripts. */
  static final String RECORD = DOM + RULES + read("record.js");

  private static final String OTHER_PAGES = read("otherpages.js");

  private static final String JUDGING =
      DOM
          + RULES
          + OTHER_PAGES
          + read("arrival.js")
          + read("scrolling.js")
          + read("targets.js")
          + read("points.js")
          + read("boxes.js")
          + read("hover.js")
          + read("reach.js")
          + read("forms.js")
          + read("selectors.js")
          + read("snippet.js")
          + read("judge.js");

  private static final String WAITING =
      BRIDGE + read("ask.js") + JUDGING + read("walk.js") + read("wait.js");

  /** Arguments: goals, sites. Answers the facts, or null when the page has not come at all. */
  static final String JUDGE_HALF_LOADED =
      WAITING + "return wait.halfLoaded(arguments[0], arguments[1]);";

  /**
   * Arguments: goals, sites, the cap in milliseconds, how many pages were opened so far (0 for a
   * page that was not). Promises the facts.
   */
  static final String JUDGE_WHEN_READY =
      WAITING + "return wait.untilJudged(arguments[0], arguments[1], arguments[2], arguments[3]);";

  /**
   * Argument: how many pages were opened so far. Knows this page again should the next not come.
   */
  static final String MARK = "globalThis.midagoalOpened = arguments[0];";

  /** Arguments: a goal. Scrolls to where a click counts and answers the point, or null. */
  static final String AIM = JUDGING + read("aim.js") + "return aim.forGood(arguments[0]);";

  /** Catches input when armed; runs before the page's own scripts, in the world that judges. */
  static final String GUARD = read("guard.js");

  private static final String PROBING = JUDGING + read("aim.js") + read("probe.js");

  /** Arguments: a goal. Arms the guard and answers where to give input. */
  static final String PROBE_BEGIN = PROBING + "return probe.begin(arguments[0]);";

  /** Arguments: a goal. Answers what the guard caught. */
  static final String PROBE_END = PROBING + "return probe.end(arguments[0]);";

  /** Arguments: goals. Answers a diagnosis for each. */
  static final String DIAGNOSE =
      JUDGING
          + read("unreachable.js")
          + read("nearby.js")
          + read("missing.js")
          + read("textReasons.js")
          + read("formReasons.js")
          + read("openers.js")
          + read("diagnose.js")
          + "return diagnose.diagnoseAll(arguments[0]);";

  /** What a worker needs to answer questions about URLs. */
  static final String OF_URLS = RULES + OTHER_PAGES + read("urls.js");

  /** Arguments: the worker's scripts, questions, the limit for each task in ms. Promises. */
  static final String ANSWER_ON_URLS =
      read("attacks.js")
          + read("patterns.js")
          + "return patterns.answerAll(arguments[0], arguments[1], arguments[2]);";

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
