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
 * What all tests of a run share. It holds nothing itself: everything lives in the Store of JUnit's
 * root context, which makes each thing once, also when tests run in parallel, and closes what can
 * be closed when the run ends.
 */
record RunStore(Store store) {

  /** The one namespace in which midagoal keeps its state. */
  static final Namespace NAMESPACE = Namespace.create(RunStore.class);

  private static final Logger LOGGER = Logger.getLogger("io.midagoal");

  /** A line of the log, as a key. */
  private record Line(String text) {}

  static RunStore of(ExtensionContext context) {
    return new RunStore(context.getRoot().getStore(NAMESPACE));
  }

  /** The value of a key, which is made when it is first asked for. The key's type is its own. */
  <K, V> V once(K key, Class<V> type, Function<? super K, ? extends V> maker) {
    return once(store, key, type, maker);
  }

  /** The same in another store, which closes what can be closed. */
  static <K, V> V once(Store store, K key, Class<V> type, Function<? super K, ? extends V> maker) {
    Stored stored =
        store.getOrComputeIfAbsent(key, missing -> new Stored(maker.apply(missing)), Stored.class);
    return type.cast(stored.value());
  }

  /**
   * A value that JUnit closes with its store. JUnit closes any {@link AutoCloseable} only from 5.13
   * on, and where no configuration parameter forbids it.
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

  /** Logs a line unless this run has logged it before. */
  void info(String line) {
    logOnce(Level.INFO, line);
  }

  /** Warns unless this run has said the same before. */
  void warn(String line) {
    logOnce(Level.WARNING, line);
  }

  /** Warns, also when the run is ending and its Store is closed, or the JVM and its log is. */
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
    once(
        new Line(text),
        Boolean.class,
        line -> {
          log(level, line.text());
          return true;
        });
  }

  UncheckedGoals unchecked() {
    return once(
        UncheckedGoals.class,
        UncheckedGoals.class,
        key -> new UncheckedGoals(line -> log(Level.WARNING, line)));
  }

  /** The report in the folder of the settings; empty when reports are off. */
  Optional<VerdictReport> report(Settings settings) {
    return settings
        .get(Setting.REPORT)
        .map(folder -> once(folder.toAbsolutePath(), VerdictReport.class, VerdictReport::in));
  }

  /** The browsers for tests that bring none. */
  BrowserPool browsers(Settings settings) {
    return once(BrowserOptions.of(settings), BrowserPool.class, BrowserPool::with);
  }
}
