package io.midagoal.stub;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.util.function.UnaryOperator;

/** What can go wrong between a client and Mida, for tests: made with WireMock's faults. */
@SuppressWarnings("ImmutableEnumChecker")
public enum Faults {
  /** Too many requests. */
  STATUS_429(false, answer -> answer.withStatus(429)),
  /** Too many requests; come back in a second. */
  STATUS_429_RETRY_AFTER(false, answer -> answer.withStatus(429).withHeader("Retry-After", "1")),
  /** Mida's own error, which is not tried again. */
  STATUS_500(false, answer -> answer.withStatus(500)),
  /** A gateway's error before Mida was reached. */
  STATUS_502(false, answer -> answer.withStatus(502).withBody("<html>Bad gateway</html>")),
  /** Down for maintenance. */
  STATUS_503(false, answer -> answer.withStatus(503)),
  /** A gateway's error after Mida did it. */
  STATUS_504_DONE(true, answer -> answer.withStatus(504)),
  /** The connection ends before Mida does anything. */
  NO_ANSWER(false, answer -> answer.withFault(Fault.EMPTY_RESPONSE)),
  /** The connection ends after Mida did it. */
  NO_ANSWER_DONE(true, answer -> answer.withFault(Fault.EMPTY_RESPONSE)),
  /** The connection is reset after Mida did it. */
  RESET_DONE(true, answer -> answer.withFault(Fault.CONNECTION_RESET_BY_PEER)),
  /** Nonsense after Mida did it. */
  NONSENSE_DONE(true, answer -> answer.withFault(Fault.RANDOM_DATA_THEN_CLOSE)),
  /** A good status line and then nonsense after Mida did it. */
  BROKEN_CHUNK_DONE(true, answer -> answer.withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
  /** The answer comes after the client has given up, and Mida did it. */
  LATE_DONE(true, answer -> answer.withFixedDelay(3000)),
  /** A page for people instead of the answer, and Mida did it. */
  HTML_DONE(
      true,
      answer -> answer.withHeader("Content-Type", "text/html").withBody("<html>Welcome</html>")),
  /** Nothing in the answer, and Mida did it. */
  EMPTY_DONE(true, answer -> answer.withBody("")),
  /** Half an answer, and Mida did it. */
  TRUNCATED_DONE(true, answer -> answer.withBody("{\"success\": true, \"goal_pro")),
  /** An answer that contradicts itself. */
  SUCCESS_FALSE(false, answer -> answer.withBody("{\"success\": false}"));

  private final boolean processed;
  private final UnaryOperator<ResponseDefinitionBuilder> spoil;

  Faults(boolean processed, UnaryOperator<ResponseDefinitionBuilder> spoil) {
    this.processed = processed;
    this.spoil = spoil;
  }

  /** Whether Mida does what it is asked to, before its answer goes wrong. */
  public boolean isProcessed() {
    return processed;
  }

  /** Makes the next requests of a method go wrong. */
  public void on(MidaStub stub, String method, int times) {
    for (int i = 0; i < times; i++) {
      stub.fail(new StubFault((given, path) -> given.equals(method), processed, spoil));
    }
  }
}
