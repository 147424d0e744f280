package io.midagoal.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.client.MidaApiException.Kind;
import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalProfile;
import io.midagoal.goal.GoalType;
import io.midagoal.stub.Faults;
import io.midagoal.stub.MidaStub;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation with every fault, once (the next attempt would succeed) and always. After each
 * the project holds the goals that it should: none twice, none lost.
 */
// Some rows wait for every attempt of a call to time out: minutes in all.
@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class FaultMatrixTest {
  private static final int ALWAYS = 50;

  /** Answers of status 200 or 500 that no further attempt would make better. */
  private static final Set<Faults> FINAL =
      EnumSet.of(
          Faults.STATUS_500,
          Faults.HTML_DONE,
          Faults.EMPTY_DONE,
          Faults.TRUNCATED_DONE,
          Faults.SUCCESS_FALSE);

  private final List<String> matrix = new ArrayList<>();

  enum Operation {
    CREATE("POST"),
    LIST("GET"),
    GET("GET"),
    UPDATE("PATCH"),
    DELETE("DELETE");

    private final String method;

    Operation(String method) {
      this.method = method;
    }

    Object call(MidaClient mida, long id) {
      return switch (this) {
        case CREATE -> mida.create(goal("new", ".new"));
        case LIST -> mida.list().toList();
        case GET -> mida.get(id);
        case UPDATE -> mida.update(id, goal("old", ".changed"));
        case DELETE -> {
          mida.delete(id);
          yield "deleted";
        }
      };
    }

    /** The values of the goals that the project then has. */
    List<String> values(boolean done) {
      return switch (this) {
        case CREATE -> done ? List.of(".old", ".new") : List.of(".old");
        case LIST, GET -> List.of(".old");
        case UPDATE -> done ? List.of(".changed") : List.of(".old");
        case DELETE -> done ? List.of() : List.of(".old");
      };
    }
  }

  private static Goal goal(String name, String value) {
    return Goal.builder().name(name).type(GoalType.CLICK_ON_ELEMENT).value(value).build();
  }

  @BeforeAll
  void head() {
    matrix.add("%-8s %-22s %-7s %s".formatted("call", "fault", "times", "result"));
  }

  static Stream<Arguments> rows() {
    return Arrays.stream(Operation.values())
        .flatMap(
            operation ->
                Arrays.stream(Faults.values())
                    .flatMap(
                        fault ->
                            Stream.of(1, ALWAYS)
                                .map(times -> Arguments.of(operation, fault, times))));
  }

  @ParameterizedTest(name = "{0} with {1}, {2} times")
  @MethodSource("rows")
  void ends_as_documented(Operation operation, Faults fault, int times) {
    try (MidaStub stub = MidaStub.start()) {
      long id =
          client(stub, Duration.ofSeconds(20), Duration.ofSeconds(100))
              .create(goal("old", ".old"))
              .id();
      fault.on(stub, operation.method, times);
      String result = resultOf(operation, stub, id, fault);
      matrix.add(
          "%-8s %-22s %-7s %s".formatted(operation, fault, times == 1 ? "once" : "always", result));
      assertThat(result).isEqualTo(documented(operation, fault, times));
      assertThat(stub.goals())
          .extracting(GoalProfile::goal)
          .extracting(Goal::value)
          .containsExactlyInAnyOrderElementsOf(
              operation.values(fault.isProcessed() || result.equals("success")));
    }
  }

  private static String resultOf(Operation operation, MidaStub stub, long id, Faults fault) {
    Duration timeout = fault == Faults.LATE_DONE ? Duration.ofMillis(1500) : Duration.ofSeconds(20);
    try {
      operation.call(client(stub, timeout, Duration.ofSeconds(100)), id);
      return "success";
    } catch (MidaApiException e) {
      return e.kind().toString();
    }
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

  /** What the guide says: transient faults are overcome; a lost creation is found. */
  private static String documented(Operation operation, Faults fault, int times) {
    boolean found = operation == Operation.CREATE && fault.isProcessed();
    if (found || (times == 1 && !FINAL.contains(fault))) {
      return "success";
    }
    return kind(fault).toString();
  }

  private static Kind kind(Faults fault) {
    return switch (fault) {
      case STATUS_429, STATUS_429_RETRY_AFTER -> Kind.RATE_LIMITED;
      case STATUS_500, STATUS_502, STATUS_503, STATUS_504_DONE -> Kind.SERVER_ERROR;
      case NO_ANSWER, NO_ANSWER_DONE, RESET_DONE, NONSENSE_DONE, BROKEN_CHUNK_DONE ->
          Kind.UNREACHABLE;
      case LATE_DONE -> Kind.TIMEOUT;
      case HTML_DONE, EMPTY_DONE, TRUNCATED_DONE, SUCCESS_FALSE -> Kind.UNEXPECTED_ANSWER;
    };
  }

  @AfterAll
  void print() {
    matrix.forEach(System.out::println);
  }
}
