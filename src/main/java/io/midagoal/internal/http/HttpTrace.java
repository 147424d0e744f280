package io.midagoal.internal.http;

import io.midagoal.internal.text.Redaction;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Filter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Redacts API keys in the logs of Java's HTTP client: its trace (system property {@code
 * jdk.httpclient.HttpClient.log}) shows all headers, and its debug log shows answers that are not
 * HTTP.
 */
final class HttpTrace implements Filter {
  /** Strong references: the JVM holds loggers weakly and would lose their filters. */
  private static final List<Logger> LOGGERS =
      Stream.of("jdk.httpclient.HttpClient", "jdk.internal.httpclient.debug")
          .map(Logger::getLogger)
          .toList();

  private static final List<Redaction> HIDDEN = new CopyOnWriteArrayList<>();
  private static final Formatter FORMATTER = new SimpleFormatter();

  private final @Nullable Filter before;

  private HttpTrace(@Nullable Filter before) {
    this.before = before;
  }

  /** Redacts a key from now on. */
  static synchronized void hide(String apiKey) {
    Redaction redaction = new Redaction(apiKey);
    if (!HIDDEN.contains(redaction)) {
      HIDDEN.add(redaction);
    }
    for (Logger logger : LOGGERS) {
      if (!(logger.getFilter() instanceof HttpTrace)) {
        logger.setFilter(new HttpTrace(logger.getFilter()));
      }
    }
  }

  @Override
  public boolean isLoggable(LogRecord line) {
    String text = line.getMessage() == null ? "" : FORMATTER.formatMessage(line);
    if (line.getThrown() != null) {
      text += "\n" + stackTrace(line.getThrown());
    }
    for (Redaction redaction : HIDDEN) {
      text = redaction.apply(text);
    }
    line.setMessage(text);
    // Part of the message now, and may contain the key as well.
    line.setParameters(null);
    line.setThrown(null);
    return before == null || before.isLoggable(line);
  }

  private static String stackTrace(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
