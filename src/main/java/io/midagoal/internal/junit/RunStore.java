package io.midagoal.internal.junit;

import io.midagoal.internal.browser.BrowserOptions;
import io.midagoal.internal.browser.BrowserPool;
import io.midagoal.internal.config.Setting;
import io.midagoal.internal.config.Settings;
import io.midagoal.report.VerdictReport;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * The state that all tests of a run share. It is kept in the Store of JUnit's root context, which
 * creates each value once, even with parallel tests, and closes the values at the end of the run.
 */
record RunStore(Store store) {

  /** The namespace of all midagoal state. */
  static final Namespace NAMESPACE = Namespace.create(RunStore.class);

  private static final Logger LOGGER = Logger.getLogger("io.midagoal");

  /** Key for a log message. */
  private record LogMessage(String text) {}

  static RunStore of(ExtensionContext context) {
    return new RunStore(context.getRoot().getStore(NAMESPACE));
  }

  /** Returns the value of a key, created on first use. */
  <K, V> V getOrCreate(K key, Class<V> type, Function<? super K, ? extends V> maker) {
    return getOrCreate(store, key, type, maker);
  }

  /** The same for another store. */
  static <K, V> V getOrCreate(
      Store store, K key, Class<V> type, Function<? super K, ? extends V> maker) {
    Stored stored =
        store.getOrComputeIfAbsent(key, missing -> new Stored(maker.apply(missing)), Stored.class);
    return type.cast(stored.value());
  }

  /**
   * A value that JUnit closes with the store. Plain {@link AutoCloseable}s are closed only since
   * JUnit 5.13, and only if no configuration parameter disables it.
   */
  @SuppressWarnings({"deprecation", "try"})
  private record Stored(Object value) implements Store.CloseableResource, AutoCloseable {
    @Override
    public void close() throws Exception {
      if (value instanceof AutoCloseable closeable) {
        closeable.close();
      }
    }
  }

  /** Logs a message once per run. */
  void info(String line) {
    logOnce(Level.INFO, line);
  }

  /** Logs a warning once per run. */
  void warn(String line) {
    logOnce(Level.WARNING, line);
  }

  /** Warns, even if the Store is closed or the JVM and its log are shutting down. */
  static void warnNow(String text) {
    if (isJvmEnding()) {
      System.err.println("WARNING: " + text);
    } else {
      log(Level.WARNING, text);
    }
  }

  /** Hooks cannot be registered once shutdown has begun. */
  private static boolean isJvmEnding() {
    Thread hook = new Thread(() -> {});
    try {
      Runtime.getRuntime().addShutdownHook(hook);
      return !Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      return true;
    }
  }

  /** Logs as "midagoal", not as an internal class. */
  private static void log(Level level, String text) {
    LOGGER.logp(level, "midagoal", "", text);
  }

  private void logOnce(Level level, String text) {
    getOrCreate(
        new LogMessage(text),
        Boolean.class,
        line -> {
          log(level, line.text());
          return true;
        });
  }

  UncheckedGoals unchecked() {
    return getOrCreate(
        UncheckedGoals.class,
        UncheckedGoals.class,
        key -> new UncheckedGoals(line -> log(Level.WARNING, line)));
  }

  /** The report in the configured folder; empty if reports are off. */
  Optional<VerdictReport> report(Settings settings) {
    return settings
        .get(Setting.REPORT)
        .map(
            folder -> getOrCreate(folder.toAbsolutePath(), VerdictReport.class, VerdictReport::in));
  }

  /** The browsers for tests without their own. */
  BrowserPool browsers(Settings settings) {
    return getOrCreate(BrowserOptions.of(settings), BrowserPool.class, BrowserPool::with);
  }
}
