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
 * Mida's REST API on this machine: it answers the calls for goals (create, list, get, update,
 * delete) and for experiments (create, list, get, preview URLs) as Mida's reference says, keeps
 * both, and shows the requests that it received. Thread-safe; each stub is a Mida of its own with
 * one empty project.
 *
 * <p>It listens on the loopback address only. Close it: until then its threads keep the JVM alive.
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
   * WireMock logs through SLF4J, which tells on the console when it has nowhere to log to, unless
   * this property is there when it is first used.
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

  /** Nothing of the user's own WireMock files and extensions may get in, and nothing is printed. */
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
   * @throws IllegalStateException when WireMock does not work here
   */
  public static MidaStub start() {
    return start(ANY_PORT);
  }

  /**
   * Starts a stub on a port of one's choice.
   *
   * @param port 1 to 65535, or 0 for any that is free
   * @return the running stub
   * @throws IllegalArgumentException when there is no such port
   * @throws IllegalStateException when the stub cannot listen on it, or WireMock does not work here
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
        + "; end the program that uses it, or take port 0 for any that is free.";
  }

  private static String unusable(Throwable failure) {
    return "WireMock cannot start with the libraries on the class path. Instead of the dependency"
        + " org.wiremock:wiremock, take org.wiremock:wiremock-standalone, which brings its own. The"
        + " reason: "
        + failure;
  }

  /**
   * Where the stub is.
   *
   * @return for example {@code http://127.0.0.1:34567}, without a slash at the end
   */
  public String baseUrl() {
    return baseUrl;
  }

  /**
   * The API key that the stub accepts. It opens nothing else and is no secret.
   *
   * @return the same for every stub
   */
  public String apiKey() {
    return API_KEY;
  }

  /**
   * The project that the stub has.
   *
   * @return the same for every stub
   */
  public String projectKey() {
    return PROJECT_KEY;
  }

  /**
   * Sets how many goals the project's plan allows; a further one is refused with status 403, as on
   * Mida's small plans, where it is 2.
   *
   * @param mostGoals no limit unless set
   * @return this stub
   */
  public MidaStub withPlanLimit(int mostGoals) {
    project.limit(mostGoals);
    return this;
  }

  /**
   * Sets that the key of a deleted goal cannot be used again. Mida's documentation does not say
   * whether it can; our reading is that it can.
   *
   * @return this stub
   */
  public MidaStub keepingKeysOfDeletedGoals() {
    project.keepDeletedKeys(true);
    return this;
  }

  /** Makes the next request that the fault applies to go wrong. */
  void fail(StubFault fault) {
    transformer.fail(fault);
  }

  /**
   * The goals of the project, without those that were deleted.
   *
   * @return a copy, in the order in which they were created
   */
  public List<GoalProfile> goals() {
    return project.goals();
  }

  /**
   * The requests received so far, the refused ones included.
   *
   * @return a copy, in the order in which they were answered
   */
  public List<StubRequest> requests() {
    return transformer.requests();
  }

  /** Stops listening. Goals and requests can still be read. A second call does nothing. */
  @Override
  public void close() {
    server.stop();
  }
}
