package io.midagoal.client;

import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalProfile;
import io.midagoal.goal.GoalType;
import java.net.URI;
import java.time.Duration;
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
 * <p>A call is made once, without retries, and is over after the {@linkplain
 * Builder#timeout(Duration) time-out} at the latest. An interrupt ends it too. Redirects are not
 * followed, because they could carry the API key to another host. The JVM's proxy settings apply.
 */
public final class MidaClient {
  private static final String CREATE = "Create Goal";

  private final Transport transport;
  private final Redaction redaction;
  private final URI projectUrl;

  private MidaClient(String apiKey, URI projectUrl, Duration timeout) {
    this.transport = new Transport(apiKey, timeout);
    this.redaction = new Redaction(apiKey);
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
   * Creates a goal in the project (<em>Create Goal</em>).
   *
   * @param goal the definition; fields that it does not set are left to Mida
   * @return the goal as Mida holds it, with the id and the key that it gave
   * @throws MidaApiException when Mida did not create it or did not answer as documented, and when
   *     the goal's type is {@link GoalType#UNKNOWN}, which is not sent
   */
  public GoalProfile create(Goal goal) {
    URI url = URI.create(projectUrl + "/goal");
    String json = GoalJson.write(goal);
    Failures failures =
        new Failures(CREATE, "Creating", goal.name(), "POST " + url + " " + json, redaction);
    if (goal.type() == GoalType.UNKNOWN) {
      throw failures.notSent("its type is UNKNOWN, which Mida does not have");
    }
    Answer answer = post(url, json, failures);
    if (!answer.isSuccess()) {
      throw failures.refused(answer);
    }
    try {
      return GoalJson.readCreated(answer, goal);
    } catch (UnexpectedAnswerException e) {
      throw failures.unexpected(answer, e.reason());
    }
  }

  private Answer post(URI url, String json, Failures failures) {
    try {
      return transport.post(url, json);
    } catch (NoAnswerException e) {
      throw failures.unanswered(e);
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

    private @Nullable String apiKey;
    private @Nullable String projectKey;
    private String baseUrl = Endpoint.ofRegion("us");
    private boolean baseUrlGiven;
    private Duration timeout = DEFAULT_TIMEOUT;

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
     * Sets the limit for one whole call, from connecting to the last byte of the answer.
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
      return new MidaClient(apiKey, projectUrl, timeout);
    }

    private static IllegalArgumentException missing(String what, String method) {
      return new IllegalArgumentException(
          "MidaClient needs " + what + ": call " + method + "(...) on its builder.");
    }
  }
}
