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
 * Mida's REST API for one project. Thread-safe; one client serves a whole run. There is nothing to
 * close.
 *
 * <pre>{@code
 * MidaClient mida = MidaClient.builder().apiKey(key).projectKey("my-project").region("eu").build();
 * GoalProfile profile = mida.create(goal);
 * }</pre>
 *
 * <p><strong>Faults:</strong> a call is sent again after 429, 502, 503 and 504, and when the
 * connection broke or the {@linkplain Builder#timeout(Duration) time-out} was reached: up to six
 * times, with growing pauses, or for as long as Mida asks to wait ({@code Retry-After}). All
 * attempts of a call together take no longer than twelve times the time-out. When a call failed in
 * all its attempts, and Mida answered no other one meanwhile, the calls of the next 30 seconds fail
 * at once. An interrupt ends a call and stays set.
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
   * Creates a goal in the project (<em>Create Goal</em>). When the answer is lost, the goal is
   * looked for before the call is sent again, and after its last attempt.
   *
   * @param goal the definition; fields that it does not set are left to Mida
   * @return the goal as Mida holds it, with the id and the key that it gave
   * @throws MidaApiException when Mida did not create it or did not answer as documented, and when
   *     the goal's type or purpose is unknown, which is not sent
   */
  public GoalProfile create(Goal goal) {
    return createTraced(goal).profile();
  }

  /**
   * Creates a goal like {@link #create(Goal)}, and tells whether it is certain who created it.
   *
   * @param goal the definition
   * @return the goal, and whether Mida said that this call created it
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

  /** At the limit of the plan, people need to know which goals there are. */
  private MidaApiException withGoals(MidaApiException refusal) {
    try {
      return failures.planLimit(refusal, list().toList());
    } catch (MidaApiException cannotBeListed) {
      return refusal;
    }
  }

  /**
   * Lists the goals of the project, those that were deleted left out. Pages are fetched while the
   * stream is read.
   *
   * @return each goal once; goals of a type that this version does not know are {@link
   *     GoalType#UNKNOWN}
   * @throws MidaApiException while the stream is read, when Mida did not answer as documented
   */
  public Stream<GoalProfile> list() {
    return list(call -> retries.run(call, limit -> readPage(call, limit)));
  }

  /** Lists the goals within the time that another call has. */
  Stream<GoalProfile> list(Deadline deadline) {
    return list(call -> retries.run(call, deadline, limit -> readPage(call, limit)));
  }

  /** Lists the goals within the time that another call has, and sends no call again. */
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
   * Reads a goal (<em>Get Goal</em>).
   *
   * @param id Mida's number for it ({@code goal_profile_id})
   * @return the goal as Mida holds it now
   * @throws MidaApiException of kind {@code NOT_FOUND} when there is no such goal or it was
   *     deleted; others when Mida did not answer as documented
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
   * Changes a goal to what a definition says (<em>Update Goal</em>), at once also in running
   * experiments. It is read first, and only fields that differ are sent; nothing when none does.
   *
   * @param id Mida's number for it ({@code goal_profile_id})
   * @param goal what it should be; what it does not set stays as it is
   * @return the goal as it is now
   * @throws MidaApiException of kind {@code NOT_FOUND} when there is no such goal or it was
   *     deleted; others when Mida refused or did not answer as documented
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
   * Deletes a goal (<em>Delete Goal</em>). Mida keeps it, marked as deleted; a live experiment on
   * it stops counting.
   *
   * @param id Mida's number for it ({@code goal_profile_id})
   * @throws MidaApiException of kind {@code NOT_FOUND} when there is no such goal; others when Mida
   *     refused or did not answer as documented
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
            // It is gone: an attempt whose answer was lost has deleted it.
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

  /** What an answer says. */
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
      answer = transport.send(call.request(), deadline.left());
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
   * The address of the project in which goals are created.
   *
   * @return for example {@code https://api-us.mida.so/v2/project/my-project}
   */
  public String projectUrl() {
    return projectUrl.toString();
  }

  /**
   * Says where the client sends to, without the API key.
   *
   * @return for example {@code MidaClient[https://api-us.mida.so/v2/project/my-project]}
   */
  @Override
  public String toString() {
    return "MidaClient[" + projectUrl + "]";
  }

  /** Collects what a client needs. Not thread-safe. */
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
     * Sets the secret that is sent with every call.
     *
     * @param apiKey required; visible ASCII characters only
     * @return this builder
     * @throws IllegalArgumentException when it is empty or holds other characters; the message does
     *     not contain it
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
     * Sets the project that goals are created in.
     *
     * @param projectKey required; letters, digits, {@code -}, {@code _}, {@code .} and {@code ~}
     * @return this builder
     * @throws IllegalArgumentException when it holds other characters, or dots only
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
     * Sets where Mida's REST API is, instead of the region's host.
     *
     * @param baseUrl {@code https}, or {@code http} to this machine (localhost, 127.0.0.0/8, ::1);
     *     a path is put before that of each call
     * @return this builder
     * @throws IllegalArgumentException when it is no such URL, or has a user, query or fragment
     */
    public Builder baseUrl(String baseUrl) {
      this.baseUrl = Endpoint.requireBaseUrl(baseUrl);
      this.baseUrlGiven = true;
      return this;
    }

    /**
     * Sets the limit for one attempt of a call, from connecting to the last byte of the answer. All
     * attempts together take no longer than twelve times that.
     *
     * @param timeout more than zero; 10 seconds unless set
     * @return this builder
     * @throws IllegalArgumentException when it is zero or negative
     */
    public Builder timeout(Duration timeout) {
      if (timeout.isZero() || timeout.isNegative()) {
        throw new IllegalArgumentException(
            "The time-out for calls of Mida must be more than zero, but is " + timeout + ".");
      }
      this.timeout = timeout;
      return this;
    }

    /** Sets the pause before the second attempt; those before further ones grow from it. */
    Builder firstPause(Duration firstPause) {
      this.firstPause = firstPause;
      return this;
    }

    /** Sets the limit for all attempts of a call together. */
    Builder total(Duration total) {
      this.total = total;
      return this;
    }

    /**
     * Makes the client. Nothing is sent yet.
     *
     * @return the client
     * @throws IllegalArgumentException when the API key or the project key is missing
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
