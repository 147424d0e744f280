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
 * Lends browsers. A browser is started when a lease finds none idle, and kept for the next lease.
 * No more are lent at a time than the machine can carry: one for each processor, but at least four;
 * further leases wait for one that is given back.
 *
 * <p>Closing the pool ends all its browsers, idle and lent; so does the end of the JVM.
 *
 * <p>Thread-safe.
 */
public final class BrowserPool implements AutoCloseable {
  private static final int MOST = Math.max(4, Runtime.getRuntime().availableProcessors());

  private final BrowserStarter starter;
  private final Semaphore permits = new Semaphore(MOST, true);
  private final Object lock = new Object();
  private final Deque<Browser> idle = new ArrayDeque<>();
  private final Set<Browser> all = new HashSet<>();
  private final Thread atJvmEnd;
  private @Nullable CompletableFuture<?> prepared;
  private boolean closed;

  BrowserPool(BrowserStarter starter) {
    this.starter = starter;
    // At the JVM's end the processes are ended without asking the drivers: there is no time to wait
    // for a page that does not answer.
    this.atJvmEnd = new Thread(starter::close, "midagoal-browsers-end");
    Runtime.getRuntime().addShutdownHook(atJvmEnd);
  }

  /**
   * A pool of such browsers. Nothing is started before the first lease.
   *
   * @param options which browser, and how
   * @return a pool to close at the end
   */
  public static BrowserPool with(BrowserOptions options) {
    return with(options, defaultWorkFolder());
  }

  /**
   * A pool that keeps profiles and the register of started processes in a folder of its own. A run
   * can only end what an earlier, killed run left when both use the same folder.
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
   * Begins to start a browser, so that the next lease need not wait for all of it. Does nothing
   * when one is idle or being started, and when a browser would have to be downloaded. The next
   * lease tells when it fails.
   */
  public void prepare() {
    if (!starter.isAtHand()) {
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
      // The next lease tries again, and tells.
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

  /** A browser that is being started is sooner there than one that is started now. */
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
   * Lends a browser: an idle one, else a new one. Waits while too many are lent.
   *
   * @return a lease to close when done
   * @throws BrowserStartException when no browser can be started; the message says what to do
   * @throws IllegalStateException when the pool is closed, or the thread is interrupted while it
   *     waits
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
      if (candidate.answers()) {
        return new Lease(this, candidate);
      }
      discard(candidate);
    }
    Browser started = starter.start();
    boolean tooLate;
    synchronized (lock) {
      tooLate = closed;
      all.add(started);
    }
    if (tooLate) {
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

  void takeBack(Browser browser) {
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
    boolean mine;
    synchronized (lock) {
      mine = all.remove(browser);
    }
    if (mine) {
      browser.end();
    }
  }

  /** Ends all browsers, lent ones included. Closing twice does nothing. */
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
      Runtime.getRuntime().removeShutdownHook(atJvmEnd);
    } catch (IllegalStateException jvmIsEnding) {
      // Then the hook runs, and finds nothing to do.
    }
  }
}
