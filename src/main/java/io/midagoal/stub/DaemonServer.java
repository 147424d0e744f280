package io.midagoal.stub;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.eclipse.jetty.util.thread.ThreadPool;

/** WireMock's server on daemon threads, so that a stub that nobody closes keeps no JVM alive. */
final class DaemonServer extends Jetty11HttpServer {
  private static final String THREADS = "mida-stub";

  DaemonServer(Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
    super(options, admin, stubs);
  }

  static ThreadPool threadPool(Options options) {
    QueuedThreadPool pool = new QueuedThreadPool(options.containerThreads());
    pool.setName(THREADS);
    pool.setDaemon(true);
    return pool;
  }

  @Override
  protected Server createServer(Options options) {
    Server server = super.createServer(options);
    server.addBean(new ScheduledExecutorScheduler(THREADS + "-scheduler", true));
    return server;
  }
}
