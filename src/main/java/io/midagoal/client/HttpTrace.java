package io.midagoal.client;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps API keys out of the trace that Java's HTTP client writes when it is asked to (system
 * property {@code jdk.httpclient.HttpClient.log}): that shows all headers.
 */
final class HttpTrace implements Filter {
  /** Held, or the garbage collector takes the logger and its filter away. */
  private static final Logger LOGGER = Logger.getLogger("jdk.httpclient.HttpClient");

  private static final List<Redaction> HIDDEN = new CopyOnWriteArrayList<>();

  private final @Nullable Filter before;

  private HttpTrace(@Nullable Filter before) {
    this.before = before;
  }

  /** From now on, the key is not shown. */
  static synchronized void hide(String apiKey) {
    Redaction redaction = new Redaction(apiKey);
    if (!HIDDEN.contains(redaction)) {
      HIDDEN.add(redaction);
    }
    if (!(LOGGER.getFilter() instanceof HttpTrace)) {
      LOGGER.setFilter(new HttpTrace(LOGGER.getFilter()));
    }
  }

  @Override
  public boolean isLoggable(LogRecord line) {
    String text = line.getMessage();
    for (Redaction redaction : HIDDEN) {
      text = text == null ? null : redaction.apply(text);
    }
    line.setMessage(text);
    return before == null || before.isLoggable(line);
  }
}
