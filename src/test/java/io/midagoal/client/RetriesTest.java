package io.midagoal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.failsafe.RetryPolicyConfig;
import io.midagoal.client.MidaApiException.Kind;
import io.midagoal.internal.http.NoAnswerException;
import io.midagoal.internal.text.Redaction;
import io.midagoal.stub.Faults;
import io.midagoal.stub.MidaStub;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The limit ends tests that would wait for ever; none asserts a time. */
@Timeout(60)
class RetriesTest {
  private static final Duration NEVER = Duration.ofHours(1);
  private static final Call CALL =
      new Call(MidaClient.GET, "Reading", "GET", URI.create("http://127.0.0.1/"));

  private static final Failures FAILURES = new Failures(new Redaction("secret-key"));

  private static CallFailedException broken() {
    return CallFailedException.unanswered(
        CALL, new NoAnswerException(NoAnswerException.Kind.BROKEN, "the connection broke"));
  }

  private static MidaClient.Builder client(String baseUrl) {
    return MidaClient.builder().apiKey("secret-key").projectKey("p").baseUrl(baseUrl);
  }

  private static MidaApiException failure(MidaClient client) {
    return catchThrowableOfType(MidaApiException.class, () -> client.get(1));
  }

  @Nested
  class Pauses {
    private final RetryPolicyConfig<Object> policy =
        new Retries(FAILURES, Duration.ofMillis(250), NEVER)
            .backoffPolicy(Deadline.in(NEVER))
            .getConfig();

    @Test
    void growFromAQuarterOfASecondToFour() {
      assertThat(policy.getDelay()).isEqualTo(Duration.ofMillis(250));
      assertThat(policy.getDelayFactor()).isEqualTo(2);
      assertThat(policy.getMaxDelay()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void differBetweenClients() {
      assertThat(policy.getJitterFactor()).isEqualTo(0.5);
    }

    @Test
    void areAsLongAsMidaAsks() {
      try (MidaStub stub = MidaStub.start()) {
        Faults.STATUS_429_RETRY_AFTER.on(stub, "GET", 1);
        MidaClient mida =
            MidaClient.builder()
                .apiKey(stub.apiKey())
                .projectKey(stub.projectKey())
                .baseUrl(stub.baseUrl())
                .firstPause(NEVER)
                .build();
        assertThat(mida.list()).isEmpty();
      }
    }

    @Test
    void areNotBegunWhenMidaAsksForOneThatIsTooLong() {
      try (AnsweringServer mida = new AnsweringServer(429, "{}", Map.of("Retry-After", "1000"))) {
        assertThat(failure(client(mida.url()).timeout(Duration.ofSeconds(5)).build()))
            .hasMessageContaining(
                "  Wait:      Mida asks to wait 1000 s; a call with all its attempts may take 60\n"
                    + "             s.");
        assertThat(mida.requests()).hasSize(1);
      }
    }

    @Test
    void thatTakeAllTheTimeLeaveTheLastFailureToTell() {
      CallFailedException failure = broken();
      AtomicInteger sent = new AtomicInteger();
      Retries.Attempts<String> attempts =
          new Retries.Attempts<>(
              deadline -> {
                sent.incrementAndGet();
                throw failure;
              },
              Deadline.in(Duration.ZERO),
              new Outage());
      assertThatThrownBy(attempts::get).isSameAs(failure);
      assertThatThrownBy(attempts::get).isSameAs(failure);
      assertThat(sent).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0.001S", "PT0.02S"})
    void fitIntoTheShortestTime(Duration timeout) throws IOException {
      try (FullServer mida = new FullServer()) {
        assertThat(failure(client(mida.url()).timeout(timeout).build()))
            .returns(Kind.TIMEOUT, MidaApiException::kind);
      }
    }
  }

  @Nested
  class AnInterrupt {
    @Test
    void endsAPauseAndStaysSet() {
      Retries retries = new Retries(FAILURES, NEVER, NEVER);
      Retries.Attempt<String> interrupted =
          deadline -> {
            Thread.currentThread().interrupt();
            throw broken();
          };
      MidaApiException failure =
          catchThrowableOfType(MidaApiException.class, () -> retries.run(CALL, interrupted));
      assertThat(Thread.interrupted()).isTrue();
      assertThat(failure)
          .hasMessageContaining("the thread was interrupted between attempts")
          .returns(true, MidaApiException::isOutcomeUnknown);
    }
  }

  @Nested
  class AfterACallThatFailedInAllItsAttempts {
    private final MidaStub stub = MidaStub.start();
    private final MidaClient mida =
        MidaClient.builder()
            .apiKey(stub.apiKey())
            .projectKey(stub.projectKey())
            .baseUrl(stub.baseUrl())
            .firstPause(Duration.ofMillis(1))
            .build();

    @AfterEach
    void stop() {
      stub.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"STATUS_503", "NO_ANSWER"})
    void theNextOnesAreNotSent(Faults fault) {
      fault.onAll(stub, "GET", "DELETE");
      failure(mida);
      int sent = stub.requests().size();
      assertThat(catchThrowableOfType(MidaApiException.class, () -> mida.delete(1)))
          .hasMessageStartingWith("Deleting Mida goal 1 failed: Mida is down")
          .returns(false, MidaApiException::isOutcomeUnknown);
      assertThat(stub.requests()).hasSize(sent);
    }

    @Test
    void theNextOnesAreSentWhenMidaRefusedIt() {
      Faults.STATUS_401.onAll(stub, "GET");
      failure(mida);
      int sent = stub.requests().size();
      failure(mida);
      assertThat(stub.requests()).hasSize(sent + 1);
    }
  }

  @Nested
  class AnOutage {
    private final Outage outage = new Outage();
    private final long start = System.nanoTime();

    @Test
    void beginsWhenACallFailedAndNothingWasAnsweredMeanwhile() {
      outage.failedSince(start);
      assertThat(outage.remaining()).isPresent();
    }

    @Test
    void beginsWhenTheLastAnswerIsOlderThanTheCall() {
      outage.answered();
      outage.failedSince(System.nanoTime());
      assertThat(outage.remaining()).isPresent();
    }

    @Test
    void doesNotBeginWhenAnotherCallWasAnsweredMeanwhile() {
      outage.answered();
      outage.failedSince(start);
      assertThat(outage.remaining()).isEmpty();
    }

    @Test
    void endsWithAnyAnswer() {
      outage.failedSince(start);
      outage.answered();
      assertThat(outage.remaining()).isEmpty();
    }
  }
}
