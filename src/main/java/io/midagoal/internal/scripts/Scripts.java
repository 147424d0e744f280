package io.midagoal.internal.scripts;

/**
 * The JavaScript that runs in browsers. {@code entry/page.js} has the functions that judge a page;
 * other scripts run before the page's own, in a worker, or in a tab of their own.
 */
public final class Scripts {

  /**
   * Runs before the page's own scripts, in their world: counts pending work, and reports what only
   * that world knows.
   */
  public static final String PAGE_SIDE =
      "(() => {\n" + ScriptBundle.of("waiting/pending.js") + "})();";

  /** Does for the page what Mida's script does; runs before the page's own, in their world. */
  public static final String STAND_IN = "(() => {\n" + ScriptBundle.of("mida/standIn.js") + "})();";

  /** Defines {@code record(goals)}, which runs before the page's own scripts. */
  public static final String RECORD = ScriptBundle.of("recording/record.js");

  /** Catches input when armed; runs before the page's own scripts, in the world that judges. */
  public static final String GUARD = ScriptBundle.of("recording/guard.js");

  /** Defines {@code page}, with the functions that judge. */
  static final String PAGE = ScriptBundle.of("entry/page.js");

  /**
   * Defines {@code midagoal(name)}, which returns a function of {@code page}. Each call gets fresh
   * modules, so that what they cache of a page is forgotten after it.
   */
  static final String INSTALL =
      "globalThis.midagoal = (name) => {\n" + PAGE + "return page[name];\n};\n";

  /** Marks the page, to detect that the next one did not load. Argument: how many were opened. */
  public static final String MARK = "globalThis.midagoalOpened = arguments[0];";

  /** Runs in a worker and answers questions about URLs. */
  public static final String URL_WORKER = ScriptBundle.of("entry/urlWorker.js");

  /** Asks the worker: its script, questions, the limit for each task in ms. Promises answers. */
  public static final String ANSWER_ON_URLS =
      ScriptBundle.of("urls/urlQuestions.js") + "return urlQuestions.answerAll(...arguments);";

  private Scripts() {}
}
