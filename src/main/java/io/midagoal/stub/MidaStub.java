package io.midagoal.stub;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.midagoal.goal.GoalProfile;
import java.net.BindException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A local stub of Mida's REST API. It answers the calls for goals (create, list, get, update,
 * delete) and for experiments (create, list, get, preview URLs) as documented by Mida, stores both
 * and records the requests. Thread-safe; each stub has its own, initially empty project.
 *
 * <p>It listens on the loopback address only. Close it, because its threads keep the JVM alive.
 *
 * <pre>{@code
 * try (MidaStub mida = MidaStub.start()) {
 *   MidaClient client = MidaClient.builder().apiKey(mida.apiKey()).projectKey(mida.projectKey())
 *       .baseUrl(mida.baseUrl()).build();
 *   client.create(goal);
 *   assertThat(mida.goals()).hasSize(1);
 * }
 * }</pre>
 */
public final class MidaStub implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  private static final String API_KEY = "midagoal-stub-api-key";
  private static final String PROJECT_KEY = "midagoal-stub-project";
  private static final String SLF4J_VERBOSITY = "slf4j.internal.verbosity";
  private static final int MAX_PORT = 65_535;
  private static final int ANY_PORT = 0;

  static {
    // WireMock is not a module, see module-info.java.
    MidaStub.class.getModule().addReads(MidaStub.class.getClassLoader().getUnnamedModule());
  }

  private final StubProject project = new StubProject();
  private final StubTransformer transformer = new StubTransformer(API_KEY, PROJECT_KEY, project);
  private final WireMockServer server;
  private final String baseUrl;

  private MidaStub(int port) {
    server = newQuietServer(port);
    server.stubFor(any(anyUrl()).willReturn(ok()));
    server.start();
    baseUrl = "http://" + LOOPBACK + ":" + server.port();
  }

  /**
   * WireMock logs with SLF4J, which complains on the console if it has no provider, unless this
   * property is set on first use.
   */
  private WireMockServer newQuietServer(int port) {
    if (System.getProperty(SLF4J_VERBOSITY) != null) {
      return new WireMockServer(options(port));
    }
    System.setProperty(SLF4J_VERBOSITY, "ERROR");
    try {
      return new WireMockServer(options(port));
    } finally {
      System.clearProperty(SLF4J_VERBOSITY);
    }
  }

  /** Isolated from the user's own WireMock files and extensions; prints nothing. */
  private WireMockConfiguration options(int port) {
    return WireMockConfiguration.options()
        .bindAddress(LOOPBACK)
        .port(port)
        .extensions(transformer)
        .extensionScanningEnabled(false)
        .usingFilesUnderClasspath("io/midagoal/stub/no-files")
        .disableRequestJournal()
        .notifier(new SilentNotifier());
  }

  /**
   * Starts a stub on a free port.
   *
   * @return the running stub
   * @throws IllegalStateException if WireMock cannot start
   */
  public static MidaStub start() {
    return start(ANY_PORT);
  }

  /**
   * Starts a stub on a given port.
   *
   * @param port 1 to 65535, or 0 for a free port
   * @return the running stub
   * @throws IllegalArgumentException if the port is out of range
   * @throws IllegalStateException if the port is in use or WireMock cannot start
   */
  public static MidaStub start(int port) {
    if (port < ANY_PORT || port > MAX_PORT) {
      throw new IllegalArgumentException(
          "The Mida stub's port must be from 0 to " + MAX_PORT + ", but is " + port + ".");
    }
    try {
      return new MidaStub(port);
    } catch (FatalStartupException | LinkageError e) {
      throw new IllegalStateException(isPortTaken(e) ? portTaken(port) : unusable(e), e);
    }
  }

  private static boolean isPortTaken(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(BindException.class::isInstance);
  }

  private static String portTaken(int port) {
    return "The Mida stub cannot listen on port "
        + port
        + " of "
        + LOOPBACK
        + "; stop the program that uses it, or use port 0 for a free port.";
  }

  private static String unusable(Throwable failure) {
    return "WireMock cannot start with the libraries on the class path. Instead of the dependency"
        + " org.wiremock:wiremock, use org.wiremock:wiremock-standalone, which contains its own."
        + " The reason: "
        + failure;
  }

  /**
   * Returns the stub's base URL.
   *
   * @return for example {@code http://127.0.0.1:34567}, without a slash at the end
   */
  public String baseUrl() {
    return baseUrl;
  }

  /**
   * Returns the API key that the stub accepts. It is not a secret.
   *
   * @return the same for every stub
   */
  public String apiKey() {
    return API_KEY;
  }

  /**
   * Returns the key of the stub's project.
   *
   * @return the same for every stub
   */
  public String projectKey() {
    return PROJECT_KEY;
  }

  /**
   * Limits the number of goals, as Mida's small plans do (to 2): further ones are rejected with
   * status 403.
   *
   * @param maxGoals the limit; none unless set
   * @return this stub
   */
  public MidaStub withPlanLimit(int maxGoals) {
    project.limit(maxGoals);
    return this;
  }

  /**
   * Makes the keys of deleted goals stay taken. Mida does not document this; by default, they can
   * be reused.
   *
   * @return this stub
   */
  public MidaStub keepingKeysOfDeletedGoals() {
    project.keepDeletedKeys(true);
    return this;
  }

  /** Injects a fault into the next request that it applies to. */
  void fail(StubFault fault) {
    transformer.fail(fault);
  }

  /**
   * Returns the project's goals, without deleted ones.
   *
   * @return a copy, in order of creation
   */
  public List<GoalProfile> goals() {
    return project.goals();
  }

  /**
   * Returns the requests received so far, including rejected ones.
   *
   * @return a copy, in order of the answers
   */
  public List<StubRequest> requests() {
    return transformer.requests();
  }

  /** Stops the stub. Goals and requests can still be read. Closing twice does nothing. */
  @Override
  public void close() {
    server.stop();
  }
}
