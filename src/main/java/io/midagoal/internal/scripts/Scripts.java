package io.midagoal.internal.scripts;

/**
 * The JavaScript that runs in the page. What is called there is in {@code entry/page.js}; other
 * scripts run ahead of the page, in a worker, or in a tab of their own.
 */
public final class Scripts {

  /**
   * Runs before the page's own scripts, in their world: counts pending work and tells what only
   * that world knows.
   */
  public static final String PAGE_SIDE =
      "(() => {\n" + ScriptBundle.of("waiting/pending.js") + "})();";

  /** Defines {@code record(goals)}, which runs before the page's own scripts. */
  public static final String RECORD = ScriptBundle.of("recording/record.js");

  /** Catches input when armed; runs before the page's own scripts, in the world that judges. */
  public static final String GUARD = ScriptBundle.of("recording/guard.js");

  /** Defines {@code page}, with the functions that judge. */
  static final String PAGE = ScriptBundle.of("entry/page.js");

  /**
   * Defines {@code midagoal(name)}, which answers one of the functions that judge. What the modules
   * know of a page is known for one call: each call has modules of its own.
   */
  static final String INSTALL =
      "globalThis.midagoal = (name) => {\n" + PAGE + "return page[name];\n};\n";

  /**
   * Argument: how many pages were opened so far. Knows this page again should the next not come.
   */
  public static final String MARK = "globalThis.midagoalOpened = arguments[0];";

  /** Runs in a worker and answers questions about URLs. */
  public static final String URL_WORKER = ScriptBundle.of("entry/urlWorker.js");

  /** Asks the worker: its script, questions, the limit for each task in ms. Promises answers. */
  public static final String ANSWER_ON_URLS =
      ScriptBundle.of("urls/urlQuestions.js") + "return urlQuestions.answerAll(...arguments);";

  private Scripts() {}
}
