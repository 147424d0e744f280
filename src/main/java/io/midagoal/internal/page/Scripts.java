package io.midagoal.internal.page;

/**
 * The JavaScript that runs in the page. Each script is an entry of the folder {@code entry}, or a
 * module that runs ahead of the page; the entries say what their arguments and answers are.
 */
final class Scripts {

  /**
   * Runs before the page's own scripts, in their world: counts pending work and tells what only
   * that world knows.
   */
  static final String PAGE_SIDE = "(() => {\n" + ScriptBundle.of("waiting/pending.js") + "})();";

  /** Defines {@code record(goals)}, which runs before the page's own scripts. */
  static final String RECORD = ScriptBundle.of("recording/record.js");

  /** Catches input when armed; runs before the page's own scripts, in the world that judges. */
  static final String GUARD = ScriptBundle.of("recording/guard.js");

  static final String JUDGE_HALF_LOADED = entry("judgeHalfLoaded");

  static final String JUDGE_WHEN_READY = entry("judgeWhenReady");

  /**
   * Argument: how many pages were opened so far. Knows this page again should the next not come.
   */
  static final String MARK = "globalThis.midagoalOpened = arguments[0];";

  static final String AIM = entry("aimForGood");

  static final String PROBE_BEGIN = entry("beginProbe");

  static final String PROBE_END = entry("endProbe");

  static final String DIAGNOSE = entry("diagnoseGoals");

  /** Runs in a worker and answers questions about URLs. */
  static final String URL_WORKER = ScriptBundle.of("entry/urlWorker.js");

  static final String ANSWER_ON_URLS = entry("answerOnUrls");

  private Scripts() {}

  /** The body of a function that passes its arguments on to an entry. */
  private static String entry(String name) {
    return ScriptBundle.of("entry/" + name + ".js") + "return " + name + "(...arguments);";
  }
}
