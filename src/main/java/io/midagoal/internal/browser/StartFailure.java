package io.midagoal.internal.browser;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WebDriverException;

/** One attempt to start a browser that failed: what was tried, and what was answered. */
final class StartFailure extends Exception {
  private static final long serialVersionUID = 1L;

  /** Where the driver's own words begin in what Selenium says. */
  private static final Pattern ANSWER = Pattern.compile("Message: (.+)");

  private static final String USELESS_ADVICE =
      " Examine ChromeDriver verbose log to determine the cause.";

  /** A browser's complaint in the driver's log, without process ids, time and source file. */
  private static final Pattern COMPLAINT =
      Pattern.compile(
          "^\\[[^]]*:(?:ERROR|FATAL):[^]]*] (.+)$|^(.*error while loading.*)$", Pattern.MULTILINE);

  private static final int COMPLAINTS_SHOWN = 3;

  private final String tried;
  private final String answer;
  private final List<String> complaints;

  /**
   * A failed attempt.
   *
   * @param tried what was tried, for people
   * @param failure what came of it
   * @param log what driver and browser wrote meanwhile
   */
  StartFailure(String tried, Exception failure, String log) {
    super(tried);
    this.tried = tried;
    this.answer = withoutNoise(failure);
    this.complaints = COMPLAINT.matcher(log).results().map(StartFailure::text).distinct().toList();
  }

  private static String withoutNoise(Exception failure) {
    @Nullable String message =
        failure instanceof WebDriverException selenium
            ? selenium.getRawMessage()
            : failure.getMessage();
    if (message == null) {
      return failure.getClass().getSimpleName();
    }
    Matcher answer = ANSWER.matcher(message);
    String words = answer.find() ? answer.group(1) : message.lines().findFirst().orElse(message);
    return words.replace(USELESS_ADVICE, "").strip();
  }

  private static String text(MatchResult complaint) {
    return complaint.group(1) == null ? complaint.group(2) : complaint.group(1);
  }

  /** Whether the browser refused to run in its sandbox, and would run without. */
  boolean isAboutSandbox() {
    return complaints.stream().anyMatch(complaint -> complaint.contains("--no-sandbox"));
  }

  /** Whether another driver or browser than the ones tried could do better. */
  boolean isAboutInstallation() {
    return answer.contains("only supports Chrome version")
        || answer.contains("cannot find Chrome binary");
  }

  /** The attempt in the lines of an error message; of a browser's complaints, the last say why. */
  String describe() {
    StringBuilder lines = new StringBuilder("  Tried:     " + tried + "\n  Answer:    " + answer);
    complaints.stream()
        .skip(Math.max(0, complaints.size() - COMPLAINTS_SHOWN))
        .forEach(complaint -> lines.append("\n             ").append(complaint));
    return lines.append('\n').toString();
  }
}
