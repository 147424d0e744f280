package io.midagoal.client;

import io.midagoal.client.MidaApiException.Kind;
import io.midagoal.experiment.Experiment;
import io.midagoal.experiment.ExperimentSummary;
import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalField;
import io.midagoal.goal.GoalProfile;
import io.midagoal.goal.GoalType;
import io.midagoal.internal.http.ApiResponse;
import io.midagoal.internal.http.NoAnswerException;
import io.midagoal.internal.http.Transport;
import io.midagoal.internal.text.Redaction;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Client for Mida's REST API, for one project. Thread-safe; needs no closing.
 *
 * <pre>{@code
 * MidaClient mida = MidaClient.builder().apiKey(key).projectKey("my-project").region("eu").build();
 * GoalProfile profile = mida.create(goal);
 * }</pre>
 *
 * <p><strong>Retries:</strong> a call is retried after 429, 502, 503 and 504, a lost connection or
 * a {@linkplain Builder#timeout(Duration) time-out}: up to six attempts with growing pauses, or as
 * long as Mida asks to wait ({@code Retry-After}). All attempts of a call together take at most
 * twelve times the time-out. If all attempts of a call fail and Mida answers no other call
 * meanwhile, further calls fail at once for 30 seconds. An interrupt ends a call; the thread's
 * interrupt flag stays set.
 *
 * <p>Redirects are not followed, because they could carry the API key to another host. The JVM's
 * proxy settings apply.
 */
public final class MidaClient {
  static final String CREATE = "Create Goal";
  static final String LIST = "List Goals";
  static final String GET = "Get Goal";
  static final String UPDATE = "Update Goal";
  static final String DELETE = "Delete Goal";
  static final String GET_EXPERIMENT = "Get Experiment Details";
  static final String PREVIEW_URLS = "Get Experiment Preview URLs";
  private static final String LIST_EXPERIMENTS = "List Experiments";

  private static final int TOTAL_FACTOR = 12;

  private final Transport transport;
  private final Retries retries;
  private final Failures failures;
  private final GoalJson json;
  private final ExperimentJson experimentJson;
  private final URI projectUrl;

  private MidaClient(
      String apiKey, URI projectUrl, Duration timeout, Duration firstPause, Duration total) {
    this.transport = new Transport(apiKey, timeout);
    Redaction redaction = new Redaction(apiKey);
    this.failures = new Failures(redaction);
    this.retries = new Retries(failures, firstPause, total);
    this.json = new GoalJson(redaction);
    this.experimentJson = new ExperimentJson(redaction);
    this.projectUrl = projectUrl;
  }

  /**
   * Starts a client. An API key and a project key are required.
   *
   * @return a builder for one client
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Creates a goal in the project (<em>Create Goal</em>). If the answer is lost, the project's
   * goals are searched before the call is retried and after the last attempt, so no goal is created
   * twice.
   *
   * @param goal the definition; Mida chooses the fields that it does not set
   * @return the goal as Mida has it, with its id and key
   * @throws MidaApiException if Mida did not create the goal or did not answer as documented, or if
   *     the goal's type or purpose is unknown (nothing is sent)
   */
  public GoalProfile create(Goal goal) {
    return createTraced(goal).profile();
  }

  /**
   * Creates a goal like {@link #create(Goal)}, and reports whether this call certainly created it.
   *
   * @param goal the definition
   * @return the goal, and whether Mida confirmed that this call created it
   * @throws MidaApiException as for {@link #create(Goal)}
   */
  public Creation createTraced(Goal goal) {
    Call call =
        new Call(CREATE, "Creating " + named(goal), "POST", URI.create(projectUrl + "/goal"))
            .withJson(GoalJson.write(goal));
    try {
      return new CreateCall(this, retries, failures, json, call, goal).create();
    } catch (MidaApiException e) {
      throw e.kind() == Kind.PLAN_LIMIT ? withGoals(e) : e;
    }
  }

  /** At the plan's limit, users need to see the existing goals. */
  private MidaApiException withGoals(MidaApiException refusal) {
    try {
      return failures.planLimit(refusal, list().toList());
    } catch (MidaApiException cannotBeListed) {
      return refusal;
    }
  }

  /**
   * Lists the goals of the project, without deleted ones. Pages are fetched lazily.
   *
   * @return each goal once; goals of a type that this version does not know are {@link
   *     GoalType#UNKNOWN}
   * @throws MidaApiException while the stream is read, if Mida did not answer as documented
   */
  public Stream<GoalProfile> list() {
    return list(call -> retries.run(call, limit -> readPage(call, limit)));
  }

  /** Lists the goals within another call's time limit. */
  Stream<GoalProfile> list(Deadline deadline) {
    return list(call -> retries.run(call, deadline, limit -> readPage(call, limit)));
  }

  /** Lists the goals within another call's time limit, without retries. */
  Stream<GoalProfile> listOnce(Deadline deadline) {
    return list(call -> retries.once(call, deadline, limit -> readPage(call, limit)));
  }

  private Stream<GoalProfile> list(Function<Call, List<GoalProfile>> fetch) {
    return new ListPages<>(LIST, "goals", projectUrl(), GoalProfile::id, fetch).stream();
  }

  private List<GoalProfile> readPage(Call call, Deadline deadline) throws CallFailedException {
    return exchange(call, deadline, json::readPage);
  }

  /**
   * Returns a goal (<em>Get Goal</em>).
   *
   * @param id Mida's number for the goal ({@code goal_profile_id})
   * @return the goal as Mida has it now
   * @throws MidaApiException of kind {@code NOT_FOUND} if there is no such goal or it was deleted;
   *     of another kind if Mida did not answer as documented
   */
  public GoalProfile get(long id) {
    Call call = new Call(GET, "Reading Mida goal " + id, "GET", goalUrl(id));
    return retries.run(
        call,
        deadline -> {
          ApiResponse answer = answer(call, deadline);
          return read(call, answer, json::readOne)
              .orElseThrow(() -> Failures.deleted(call, answer));
        });
  }

  /**
   * Updates a goal to match a definition (<em>Update Goal</em>). This takes effect at once, also in
   * running experiments. The goal is read first; only the fields that differ are sent.
   *
   * @param id Mida's number for the goal ({@code goal_profile_id})
   * @param goal the definition; fields that it does not set stay unchanged
   * @return the updated goal
   * @throws MidaApiException of kind {@code NOT_FOUND} if there is no such goal or it was deleted;
   *     of another kind if Mida rejected the call or did not answer as documented
   */
  public GoalProfile update(long id, Goal goal) {
    GoalProfile existing = get(id);
    List<GoalField> fields = existing.differencesFrom(goal);
    if (fields.isEmpty()) {
      return existing;
    }
    Call call =
        new Call(UPDATE, "Updating " + named(goal) + " (" + id + ")", "PATCH", goalUrl(id))
            .withJson(GoalJson.write(goal, fields));
    retries.run(call, deadline -> exchange(call, deadline, GoalJson::readDone));
    return get(id);
  }

  /**
   * Deletes a goal (<em>Delete Goal</em>). Mida keeps it, marked as deleted; live experiments stop
   * counting it.
   *
   * @param id Mida's number for the goal ({@code goal_profile_id})
   * @throws MidaApiException of kind {@code NOT_FOUND} if there is no such goal; of another kind if
   *     Mida rejected the call or did not answer as documented
   */
  public void delete(long id) {
    Call call = new Call(DELETE, "Deleting Mida goal " + id, "DELETE", goalUrl(id));
    AtomicBoolean answerLost = new AtomicBoolean();
    retries.run(
        call,
        deadline -> {
          try {
            return exchange(call, deadline, GoalJson::readDone);
          } catch (CallFailedException e) {
            // An earlier attempt, whose answer was lost, deleted it.
            if (e.kind() == Kind.NOT_FOUND && answerLost.get()) {
              return true;
            }
            answerLost.compareAndSet(false, e.mayHaveWorked());
            throw e;
          }
        });
  }

  /**
   * Lists the experiments of the project (<em>List Experiments</em>). Pages are fetched while the
   * stream is read.
   *
   * @return each experiment once, without its variants: {@link #experiment(long)} has them
   * @throws MidaApiException while the stream is read, when Mida did not answer as documented
   */
  public Stream<ExperimentSummary> experiments() {
    return new ListPages<>(
            LIST_EXPERIMENTS,
            "experiments",
            projectUrl(),
            ExperimentSummary::id,
            call -> run(call, experimentJson::readPage))
        .stream();
  }

  /**
   * Reads an experiment (<em>Get Experiment Details</em>).
   *
   * @param id Mida's number for it ({@code test_id})
   * @return the experiment as Mida holds it now
   * @throws MidaApiException of kind {@code NOT_FOUND} when the project has no such experiment;
   *     others when Mida did not answer as documented
   */
  public Experiment experiment(long id) {
    Call call =
        new Call(GET_EXPERIMENT, "Reading Mida experiment " + id, "GET", experimentUrl(id, ""));
    return run(call.withAnswerUpTo(ListPages.MOST_BYTES), experimentJson::readOne);
  }

  /**
   * Reads the addresses that show each variant of an experiment, whoever the visitor is (<em>Get
   * Experiment Preview URLs</em>).
   *
   * @param id Mida's number for the experiment ({@code test_id})
   * @return URLs by the variant's name, in Mida's order: Control first
   * @throws MidaApiException as for {@link #experiment(long)}
   */
  public Map<String, String> previewUrls(long id) {
    Call call =
        new Call(
            PREVIEW_URLS,
            "Reading the preview URLs of Mida experiment " + id,
            "GET",
            experimentUrl(id, "/preview-urls"));
    return run(call, experimentJson::readPreviewUrls);
  }

  private <T> T run(Call call, Reader<T> reader) {
    return retries.run(call, deadline -> exchange(call, deadline, reader));
  }

  private URI experimentUrl(long id, String part) {
    return URI.create(projectUrl + "/experiment/" + id + part);
  }

  private URI goalUrl(long id) {
    return URI.create(projectUrl + "/goal/" + id);
  }

  private static String named(Goal goal) {
    return "Mida goal \"" + goal.name().replaceAll("[\\s\\p{Cntrl}]+", " ") + '"';
  }

  /** Reads an answer. */
  interface Reader<T> {
    T read(ApiResponse answer) throws UnexpectedAnswerException;
  }

  /** Sends once and reads the answer. */
  <T> T exchange(Call call, Deadline deadline, Reader<T> reader) throws CallFailedException {
    return read(call, answer(call, deadline), reader);
  }

  private ApiResponse answer(Call call, Deadline deadline) throws CallFailedException {
    ApiResponse answer;
    try {
      answer = transport.send(call.request(), deadline.remaining());
    } catch (NoAnswerException e) {
      throw CallFailedException.unanswered(call, e);
    }
    if (!answer.isSuccess()) {
      throw Failures.refused(call, answer);
    }
    return answer;
  }

  private static <T> T read(Call call, ApiResponse answer, Reader<T> reader)
      throws CallFailedException {
    try {
      return reader.read(answer);
    } catch (UnexpectedAnswerException e) {
      throw Failures.unexpected(call, answer, e.reason());
    }
  }

  /**
   * Returns the URL of the project that goals are created in.
   *
   * @return for example {@code https://api-us.mida.so/v2/project/my-project}
   */
  public String projectUrl() {
    return projectUrl.toString();
  }

  /**
   * Returns the project's URL, without the API key.
   *
   * @return for example {@code MidaClient[https://api-us.mida.so/v2/project/my-project]}
   */
  @Override
  public String toString() {
    return "MidaClient[" + projectUrl + "]";
  }

  /** Configures a client. Not thread-safe. */
  public static final class Builder {
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    private @Nullable String apiKey;
    private @Nullable String projectKey;
    private String baseUrl = Endpoint.ofRegion("us");
    private boolean baseUrlGiven;
    private Duration timeout = DEFAULT_TIMEOUT;
    private Duration firstPause = FIRST_PAUSE;
    private @Nullable Duration total;

    private Builder() {}

    /**
     * Sets the API key, which is sent with every call.
     *
     * @param apiKey required; visible ASCII characters only
     * @return this builder
     * @throws IllegalArgumentException if it is empty or contains other characters; the message
     *     does not show it
     */
    public Builder apiKey(String apiKey) {
      boolean visibleAscii = apiKey.chars().allMatch(c -> c > ' ' && c < 0x7f);
      if (apiKey.isEmpty() || !visibleAscii) {
        throw new IllegalArgumentException(
            "The Mida API key (not shown) must be visible ASCII characters without spaces and line"
                + " breaks; copy it again.");
      }
      this.apiKey = apiKey;
      return this;
    }

    /**
     * Sets the project to create goals in.
     *
     * @param projectKey required; letters, digits, {@code -}, {@code _}, {@code .} and {@code ~}
     * @return this builder
     * @throws IllegalArgumentException if it contains other characters, or only dots
     */
    public Builder projectKey(String projectKey) {
      this.projectKey = Endpoint.requireProjectKey(projectKey);
      return this;
    }

    /**
     * Sets where the project is hosted.
     *
     * @param region {@code us} (default) or {@code eu}
     * @return this builder
     * @throws IllegalArgumentException for any other region
     */
    public Builder region(String region) {
      String regional = Endpoint.ofRegion(region);
      if (!baseUrlGiven) {
        baseUrl = regional;
      }
      return this;
    }

    /**
     * Sets the address of Mida's REST API, if not the region's.
     *
     * @param baseUrl {@code https}, or {@code http} to this machine (localhost, 127.0.0.0/8, ::1);
     *     a path is prepended to that of each call
     * @return this builder
     * @throws IllegalArgumentException if it is another URL, or has a user, query or fragment
     */
    public Builder baseUrl(String baseUrl) {
      this.baseUrl = Endpoint.requireBaseUrl(baseUrl);
      this.baseUrlGiven = true;
      return this;
    }

    /**
     * Sets the time limit for one attempt of a call, from connecting to the last byte of the
     * answer. All attempts together take at most twelve times as long.
     *
     * @param timeout more than zero; 10 seconds unless set
     * @return this builder
     * @throws IllegalArgumentException if it is zero or negative
     */
    public Builder timeout(Duration timeout) {
      if (timeout.isZero() || timeout.isNegative()) {
        throw new IllegalArgumentException(
            "The time-out for calls of Mida must be more than zero, but is " + timeout + ".");
      }
      this.timeout = timeout;
      return this;
    }

    /** Sets the pause before the second attempt; later pauses are longer. */
    Builder firstPause(Duration firstPause) {
      this.firstPause = firstPause;
      return this;
    }

    /** Sets the time limit for all attempts of a call together. */
    Builder total(Duration total) {
      this.total = total;
      return this;
    }

    /**
     * Builds the client. Sends nothing yet.
     *
     * @return the client
     * @throws IllegalArgumentException if the API key or the project key is missing
     */
    public MidaClient build() {
      if (apiKey == null) {
        throw missing("an API key", "apiKey");
      }
      if (projectKey == null) {
        throw missing("a project key", "projectKey");
      }
      URI projectUrl = URI.create(baseUrl + "/v2/project/" + projectKey);
      Duration allAttempts = total == null ? timeout.multipliedBy(TOTAL_FACTOR) : total;
      return new MidaClient(apiKey, projectUrl, timeout, firstPause, allAttempts);
    }

    private static IllegalArgumentException missing(String what, String method) {
      return new IllegalArgumentException(
          "MidaClient needs " + what + ": call " + method + "(...) on its builder.");
    }
  }
}
