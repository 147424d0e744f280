package io.midagoal.internal.browser;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WebDriverException;

/** A failed attempt to start a browser: what was tried, and the answer. */
final class StartFailure extends Exception {
  private static final long serialVersionUID = 1L;

  /** The driver's own message within Selenium's. */
  private static final Pattern ANSWER = Pattern.compile("Message: (.+)");

  private static final String USELESS_ADVICE =
      " Examine ChromeDriver verbose log to determine the cause.";

  /** A browser's error in the driver's log, without process id, time and source file. */
  private static final Pattern COMPLAINT =
      Pattern.compile(
          "^\\[[^]]*:(?:ERROR|FATAL):[^]]*] (.+)$|^(.*error while loading.*)$", Pattern.MULTILINE);

  private static final int COMPLAINTS_SHOWN = 3;

  private final String tried;
  private final String answer;
  private final List<String> complaints;

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

  /** Whether the browser would run without its sandbox. */
  boolean isAboutSandbox() {
    return complaints.stream().anyMatch(complaint -> complaint.contains("--no-sandbox"));
  }

  /** Whether another driver or browser might work. */
  boolean isAboutInstallation() {
    return answer.contains("only supports Chrome version")
        || answer.contains("cannot find Chrome binary");
  }

  /** The lines for the error message. Of the browser's errors, the last ones give the reason. */
  String describe() {
    StringBuilder lines = new StringBuilder("  Tried:     " + tried + "\n  Answer:    " + answer);
    complaints.stream()
        .skip(Math.max(0, complaints.size() - COMPLAINTS_SHOWN))
        .forEach(complaint -> lines.append("\n             ").append(complaint));
    return lines.append('\n').toString();
  }
}
