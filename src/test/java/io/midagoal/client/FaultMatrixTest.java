package io.midagoal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.midagoal.client.MidaApiException.Kind;
import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalProfile;
import io.midagoal.goal.GoalType;
import io.midagoal.stub.Faults;
import io.midagoal.stub.MidaStub;
import io.midagoal.stub.NewExperiment;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation with every fault, once (the next attempt would succeed) and always. After each
 * the project holds the goals that it should: none twice, none lost.
 */
// Some rows wait for answers that do not come: side by side, they wait together.
@Execution(ExecutionMode.CONCURRENT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class FaultMatrixTest {
  private static final int ALWAYS = 50;
  private static final int MOST_ATTEMPTS = 6;
  private static final Duration LONG = Duration.ofSeconds(60);

  /** Faults that are none, for a client that is not strict. */
  private static final Set<Faults> HARMLESS =
      EnumSet.of(Faults.ODD_DONE, Faults.GZIP_DONE, Faults.TEXT_PLAIN_DONE);

  /** Faults after which the next attempt may succeed; after all others there is none. */
  private static final Set<Faults> TRANSIENT =
      EnumSet.range(Faults.STATUS_429, Faults.DRIBBLE_DONE);

  static {
    TRANSIENT.removeAll(EnumSet.of(Faults.STATUS_500, Faults.STATUS_500_DONE, Faults.REDIRECT));
  }

  /** Java's own client sends a GET again when a connection breaks: how often is not told. */
  private static final Set<Faults> BROKEN_CONNECTION =
      EnumSet.range(Faults.NO_ANSWER, Faults.BROKEN_CHUNK_DONE);

  /** The next answers come too late for this. */
  private static final Set<Faults> SLOW = EnumSet.of(Faults.LATE_DONE, Faults.DRIBBLE_DONE);

  private static final Set<Faults> ASKING_TO_WAIT =
      EnumSet.of(Faults.STATUS_429_RETRY_AFTER, Faults.STATUS_503_RETRY_AFTER);

  private final Map<Row, String> matrix =
      new ConcurrentSkipListMap<>(
          Comparator.comparing(Row::operation)
              .thenComparing(Row::fault)
              .thenComparing(Row::isAlways));

  enum Operation {
    CREATE("POST"),
    LIST("GET"),
    GET("GET"),
    UPDATE("PATCH"),
    DELETE("DELETE"),
    EXPERIMENTS("GET"),
    EXPERIMENT("GET"),
    PREVIEW_URLS("GET");

    private final String method;

    Operation(String method) {
      this.method = method;
    }

    Object call(MidaClient mida, long id, long experiment) {
      return switch (this) {
        case CREATE -> mida.create(goal("new", ".new"));
        case LIST -> mida.list().toList();
        case GET -> mida.get(id);
        case UPDATE -> mida.update(id, goal("old", ".changed"));
        case DELETE -> {
          mida.delete(id);
          yield "deleted";
        }
        case EXPERIMENTS -> mida.experiments().toList();
        case EXPERIMENT -> mida.experiment(experiment);
        case PREVIEW_URLS -> mida.previewUrls(experiment);
      };
    }

    /** The values of the goals that the project then has. */
    List<String> values(boolean done) {
      return switch (this) {
        case CREATE -> done ? List.of(".old", ".new") : List.of(".old");
        case LIST, GET, EXPERIMENTS, EXPERIMENT, PREVIEW_URLS -> List.of(".old");
        case UPDATE -> done ? List.of(".changed") : List.of(".old");
        case DELETE -> done ? List.of() : List.of(".old");
      };
    }
  }

  /** A fault during an operation, and what is documented for it. */
  record Row(Operation operation, Faults fault, boolean isAlways) {

    int times() {
      return isAlways ? ALWAYS : 1;
    }

    /** The time-outs are long where they are not what is tried, so that a busy machine does not. */
    MidaClient client(MidaStub stub) {
      Duration timeout = SLOW.contains(fault) ? Duration.ofMillis(600) : LONG;
      boolean endsByTotal = isAlways && ASKING_TO_WAIT.contains(fault);
      return FaultMatrixTest.client(stub, timeout, endsByTotal ? Duration.ofMillis(1500) : LONG);
    }

    /** What the guide says: transient faults are overcome; a lost creation is found. */
    String result() {
      boolean found = operation == Operation.CREATE && fault.isProcessed();
      boolean overcome = !isAlways && TRANSIENT.contains(fault);
      return found || overcome || isHarmless() ? "success" : kind().toString();
    }

    /** Deleting and updating need no more than "success" for an answer. */
    private boolean isHarmless() {
      boolean needsNoFields = operation == Operation.UPDATE || operation == Operation.DELETE;
      return HARMLESS.contains(fault) || (fault == Faults.NULLS_DONE && needsNoFields);
    }

    private Kind kind() {
      return switch (fault) {
        case STATUS_400 -> Kind.INVALID_GOAL;
        case STATUS_401 -> Kind.UNAUTHORIZED;
        case STATUS_403 -> Kind.PLAN_LIMIT;
        case STATUS_404 -> Kind.NOT_FOUND;
        case STATUS_406 -> Kind.KEY_TAKEN;
        case STATUS_429, STATUS_429_RETRY_AFTER, STATUS_429_RETRY_NOW -> Kind.RATE_LIMITED;
        case STATUS_500,
            STATUS_500_DONE,
            STATUS_501,
            STATUS_502,
            STATUS_503,
            STATUS_503_RETRY_AFTER,
            STATUS_504_DONE ->
            Kind.SERVER_ERROR;
        case NO_ANSWER, NO_ANSWER_DONE, RESET, RESET_DONE, NONSENSE_DONE, BROKEN_CHUNK_DONE ->
            Kind.UNREACHABLE;
        case LATE_DONE, DRIBBLE_DONE -> Kind.TIMEOUT;
        default -> Kind.UNEXPECTED_ANSWER;
      };
    }

    /** How often the call is sent; empty where that depends on time, or on Java's own client. */
    OptionalInt attempts() {
      boolean dependsOnTime = SLOW.contains(fault) || (isAlways && ASKING_TO_WAIT.contains(fault));
      boolean isGet = operation.method.equals("GET");
      if (dependsOnTime || (isGet && BROKEN_CONNECTION.contains(fault))) {
        return OptionalInt.empty();
      }
      // A list ends with a page that is empty.
      boolean isList = operation == Operation.LIST || operation == Operation.EXPERIMENTS;
      int whenDone = isList ? 2 : 1;
      if ((operation == Operation.CREATE && fault.isProcessed()) || isHarmless()) {
        return OptionalInt.of(isUpdate() ? 1 : whenDone);
      }
      if (!TRANSIENT.contains(fault)) {
        return OptionalInt.of(1);
      }
      return OptionalInt.of(isAlways ? MOST_ATTEMPTS : 1 + whenDone);
    }

    private boolean isUpdate() {
      return operation == Operation.UPDATE;
    }
  }

  private static Goal goal(String name, String value) {
    return Goal.builder().name(name).type(GoalType.CLICK_ON_ELEMENT).value(value).build();
  }

  private static MidaClient client(MidaStub stub, Duration timeout, Duration total) {
    return MidaClient.builder()
        .apiKey(stub.apiKey())
        .projectKey(stub.projectKey())
        .baseUrl(stub.baseUrl())
        .timeout(timeout)
        .firstPause(Duration.ofMillis(1))
        .total(total)
        .build();
  }

  private static List<String> values(MidaStub stub) {
    return stub.goals().stream().map(GoalProfile::goal).map(Goal::value).toList();
  }

  private static Stream<Row> rows(boolean isAlways) {
    return Arrays.stream(Operation.values())
        .flatMap(
            operation ->
                Arrays.stream(Faults.values()).map(fault -> new Row(operation, fault, isAlways)));
  }

  static Stream<Row> once() {
    return rows(false);
  }

  static Stream<Row> always() {
    return rows(true);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("once")
  void endsAsDocumentedWhenTheNextAttemptWouldSucceed(Row row) {
    assertEndsAsDocumented(row);
  }

  @Tag("full")
  @ParameterizedTest(name = "{0}")
  @MethodSource("always")
  void endsAsDocumentedWhenNoAttemptSucceeds(Row row) {
    assertEndsAsDocumented(row);
  }

  private void assertEndsAsDocumented(Row row) {
    try (MidaStub stub = MidaStub.start()) {
      long id = client(stub, LONG, LONG).create(goal("old", ".old")).id();
      long experiment = NewExperiment.in(stub).withGoalKey("old").create();
      int before = stub.requests().size();
      row.fault().on(stub, row.operation().method, row.times());
      String result = resultOf(row, stub, id, experiment);
      int attempts =
          (int)
              stub.requests().stream()
                  .skip(before)
                  .filter(request -> request.method().equals(row.operation().method))
                  .count();
      matrix.put(row, "%-18s %d".formatted(result, attempts));
      assertThat(result).isEqualTo(row.result());
      assertThat(values(stub))
          .containsExactlyInAnyOrderElementsOf(
              row.operation().values(row.fault().isProcessed() || result.equals("success")));
      assertThat(attempts).isEqualTo(row.attempts().orElse(attempts));
    }
  }

  private static String resultOf(Row row, MidaStub stub, long id, long experiment) {
    try {
      row.operation().call(row.client(stub), id, experiment);
      return "success";
    } catch (MidaApiException e) {
      return e.kind().toString();
    }
  }

  /** The look for a goal whose creation got no answer can go wrong, too. */
  @ParameterizedTest
  @EnumSource(Faults.class)
  void aCreationWithoutAnAnswerCreatesOneGoalAndSaysWhatIsNotKnown(Faults fault) {
    try (MidaStub stub = MidaStub.start()) {
      Faults.NO_ANSWER_DONE.on(stub, "POST", 1);
      fault.on(stub, "GET", ALWAYS);
      Row look = new Row(Operation.LIST, fault, true);
      MidaClient mida = look.client(stub);
      if (HARMLESS.contains(fault)) {
        mida.create(goal("new", ".new"));
      } else {
        MidaApiException failure =
            catchThrowableOfType(MidaApiException.class, () -> mida.create(goal("new", ".new")));
        assertThat(failure)
            .returns("Create Goal", MidaApiException::operation)
            .returns(true, MidaApiException::isOutcomeUnknown);
      }
      assertThat(values(stub)).containsExactly(".new");
    }
  }

  /** What comes after a lost answer says nothing of it. */
  @ParameterizedTest
  @EnumSource(names = {"STATUS_403", "STATUS_429", "STATUS_401"})
  void aCreationWithoutAnAnswerIsLookedForWhateverTheNextOneIs(Faults next) {
    try (MidaStub stub = MidaStub.start()) {
      Faults.STATUS_503.on(stub, "GET", 1);
      Faults.NO_ANSWER_DONE.on(stub, "POST", 1);
      next.on(stub, "POST", ALWAYS);
      assertThat(client(stub, LONG, LONG).create(goal("new", ".new")).key()).isEqualTo("new");
      assertThat(values(stub)).containsExactly(".new");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"STATUS_403", "STATUS_429", "STATUS_401"})
  void aCreationWithoutAnAnswerMayExistWhereGoalsAreNotListed(Faults next) {
    try (MidaStub stub = MidaStub.start()) {
      Faults.STATUS_404.onAll(stub, "GET");
      Faults.NO_ANSWER_DONE.on(stub, "POST", 1);
      next.on(stub, "POST", ALWAYS);
      MidaApiException failure =
          catchThrowableOfType(
              MidaApiException.class, () -> client(stub, LONG, LONG).create(goal("new", ".new")));
      assertThat(failure)
          .returns(true, MidaApiException::isOutcomeUnknown)
          .hasMessageContaining("this call may have created the goal");
    }
  }

  @AfterAll
  void print() {
    StringBuilder text =
        new StringBuilder(
            "%-12s %-23s %-6s %-18s %s%n".formatted("call", "fault", "times", "result", "sent"));
    matrix.forEach(
        (row, result) ->
            text.append(
                "%-12s %-23s %-6s %s%n"
                    .formatted(
                        row.operation(), row.fault(), row.isAlways() ? "always" : "once", result)));
    System.out.print(text);
  }
}
