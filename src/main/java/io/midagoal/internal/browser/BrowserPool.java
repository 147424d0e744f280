package io.midagoal.internal.browser;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Pool of browsers. Starts a browser if none is idle, and keeps it for the next lease. At most one
 * browser per processor, but at least four, are lent at a time; further leases wait.
 *
 * <p>Closing the pool shuts down all its browsers, idle and lent, and so does the end of the JVM.
 *
 * <p>Thread-safe.
 */
public final class BrowserPool implements AutoCloseable {
  private static final int MAX_LENT = Math.max(4, Runtime.getRuntime().availableProcessors());

  private final BrowserStarter starter;
  private final Semaphore permits = new Semaphore(MAX_LENT, true);
  private final Object lock = new Object();
  private final Deque<Browser> idle = new ArrayDeque<>();
  private final Set<Browser> all = new HashSet<>();
  private final Thread shutdownHook;
  private @Nullable CompletableFuture<?> prepared;
  private boolean closed;

  BrowserPool(BrowserStarter starter) {
    this.starter = starter;
    // At JVM shutdown there is no time to quit drivers that may not answer: kill the processes.
    this.shutdownHook = new Thread(starter::close, "midagoal-browsers-end");
    Runtime.getRuntime().addShutdownHook(shutdownHook);
  }

  /** Creates a pool, which starts browsers on demand. Close it at the end. */
  public static BrowserPool with(BrowserOptions options) {
    return with(options, defaultWorkFolder());
  }

  /**
   * Creates a pool with its own folder for profiles and process lists. A run can clean up after a
   * killed run only in the same folder.
   */
  static BrowserPool with(BrowserOptions options, Path workFolder) {
    return new BrowserPool(
        options.gridUrl().isPresent()
            ? new GridStarter(options)
            : new LocalStarter(options, workFolder));
  }

  private static Path defaultWorkFolder() {
    String user = System.getProperty("user.name", "").replaceAll("[^A-Za-z0-9._-]", "_");
    return Path.of(System.getProperty("java.io.tmpdir"), "midagoal-" + user).toAbsolutePath();
  }

  /**
   * Starts a browser in the background for the next lease. Does nothing if one is idle or starting,
   * or would have to be downloaded. Failures are reported by the next lease.
   */
  public void prepare() {
    if (!starter.canStartAhead()) {
      return;
    }
    synchronized (lock) {
      if (closed || !idle.isEmpty() || prepared != null) {
        return;
      }
      CompletableFuture<?> start = new CompletableFuture<>();
      prepared = start;
      Thread thread = new Thread(() -> startAhead(start), "midagoal-browser-start");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void startAhead(CompletableFuture<?> start) {
    try {
      keepOrEnd(starter.start());
    } catch (BrowserStartException | IllegalStateException e) {
      // The next lease tries again and reports the failure.
    } finally {
      synchronized (lock) {
        prepared = null;
      }
      start.complete(null);
    }
  }

  private void keepOrEnd(Browser started) {
    synchronized (lock) {
      if (!closed) {
        all.add(started);
        idle.addFirst(started);
        return;
      }
    }
    started.end();
  }

  /** Waits for a browser that is already starting: faster than starting another. */
  private void awaitPrepared() {
    CompletableFuture<?> start;
    synchronized (lock) {
      start = idle.isEmpty() ? prepared : null;
    }
    if (start != null) {
      start.join();
    }
  }

  /**
   * Lends an idle browser, or a new one. Waits while too many are lent.
   *
   * @throws BrowserStartException if no browser can be started; the message says what to do
   * @throws IllegalStateException if the pool is closed or the thread is interrupted
   */
  public Lease lease() {
    awaitPermit();
    try {
      return lend();
    } catch (RuntimeException | Error e) {
      permits.release();
      throw e;
    }
  }

  private void awaitPermit() {
    try {
      permits.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for a browser.", e);
    }
  }

  private Lease lend() {
    awaitPrepared();
    for (Browser candidate = nextIdle(); candidate != null; candidate = nextIdle()) {
      if (candidate.isAlive()) {
        return new Lease(this, candidate);
      }
      discard(candidate);
    }
    Browser started = starter.start();
    boolean closedMeanwhile;
    synchronized (lock) {
      closedMeanwhile = closed;
      all.add(started);
    }
    if (closedMeanwhile) {
      discard(started);
      throw poolIsClosed();
    }
    return new Lease(this, started);
  }

  private @Nullable Browser nextIdle() {
    synchronized (lock) {
      if (closed) {
        throw poolIsClosed();
      }
      return idle.pollFirst();
    }
  }

  private static IllegalStateException poolIsClosed() {
    return new IllegalStateException("The browser pool is closed.");
  }

  void giveBack(Browser browser) {
    try {
      keepOrDiscard(browser);
    } finally {
      permits.release();
    }
  }

  private void keepOrDiscard(Browser browser) {
    boolean reusable = !isClosed() && browser.clear();
    synchronized (lock) {
      if (reusable && !closed) {
        idle.addFirst(browser);
        return;
      }
    }
    discard(browser);
  }

  private boolean isClosed() {
    synchronized (lock) {
      return closed;
    }
  }

  private void discard(Browser browser) {
    boolean removed;
    synchronized (lock) {
      removed = all.remove(browser);
    }
    if (removed) {
      browser.end();
    }
  }

  /** Shuts down all browsers, including lent ones. Closing twice does nothing. */
  @Override
  public void close() {
    Set<Browser> open;
    synchronized (lock) {
      if (closed) {
        return;
      }
      closed = true;
      open = new HashSet<>(all);
      idle.clear();
    }
    open.forEach(this::discard);
    starter.close();
    try {
      Runtime.getRuntime().removeShutdownHook(shutdownHook);
    } catch (IllegalStateException jvmIsEnding) {
      // The hook runs, with nothing left to do.
    }
  }
}
