package io.midagoal.stub;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/**
 * What can go wrong between a client and Mida, for tests: made with WireMock's faults. The names
 * that end with {@code DONE} are of faults in which Mida does what it is asked to, and its answer
 * goes wrong.
 */
@SuppressWarnings("ImmutableEnumChecker")
public enum Faults {
  /** The definition is refused. */
  STATUS_400(false, answer -> answer.withStatus(400)),
  /** The API key is refused. */
  STATUS_401(false, answer -> answer.withStatus(401)),
  /** The plan's limit. */
  STATUS_403(false, answer -> answer.withStatus(403)),
  /** No such goal or project. */
  STATUS_404(false, answer -> answer.withStatus(404)),
  /** The key is taken. */
  STATUS_406(false, answer -> answer.withStatus(406)),
  /** A call that the server does not know. */
  STATUS_405(false, answer -> answer.withStatus(405)),
  /** A call that the server does not have. */
  STATUS_501(false, answer -> answer.withStatus(501)),
  /** A refusal that Mida does not document. */
  STATUS_409(false, answer -> answer.withStatus(409)),
  /** Too many requests. */
  STATUS_429(false, answer -> answer.withStatus(429)),
  /** Too many requests; come back in a second. */
  STATUS_429_RETRY_AFTER(false, answer -> answer.withStatus(429).withHeader("Retry-After", "1")),
  /** Too many requests; come back at once, which would make matters worse. */
  STATUS_429_RETRY_NOW(false, answer -> answer.withStatus(429).withHeader("Retry-After", "0")),
  /** Mida's own error, which is not tried again. */
  STATUS_500(false, answer -> answer.withStatus(500)),
  /** The same, after Mida did it. */
  STATUS_500_DONE(true, answer -> answer.withStatus(500)),
  /** A gateway's error before Mida was reached. */
  STATUS_502(false, answer -> answer.withStatus(502).withBody("<html>Bad gateway</html>")),
  /** Down for maintenance. */
  STATUS_503(false, answer -> answer.withStatus(503)),
  /** Down for a second. */
  STATUS_503_RETRY_AFTER(false, answer -> answer.withStatus(503).withHeader("Retry-After", "1")),
  /** A gateway's error after Mida did it. */
  STATUS_504_DONE(true, answer -> answer.withStatus(504)),
  /** The answer is elsewhere. */
  REDIRECT(
      false, answer -> answer.withStatus(302).withHeader("Location", "https://mida.example/in")),
  /** The connection ends before Mida does anything. */
  NO_ANSWER(false, answer -> answer.withFault(Fault.EMPTY_RESPONSE)),
  /** The connection ends. */
  NO_ANSWER_DONE(true, answer -> answer.withFault(Fault.EMPTY_RESPONSE)),
  /** The connection is reset before Mida does anything. */
  RESET(false, answer -> answer.withFault(Fault.CONNECTION_RESET_BY_PEER)),
  /** The connection is reset. */
  RESET_DONE(true, answer -> answer.withFault(Fault.CONNECTION_RESET_BY_PEER)),
  /** Nonsense. */
  NONSENSE_DONE(true, answer -> answer.withFault(Fault.RANDOM_DATA_THEN_CLOSE)),
  /** A good status line and then nonsense. */
  BROKEN_CHUNK_DONE(true, answer -> answer.withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
  /** The answer comes after the client has given up. */
  LATE_DONE(true, answer -> answer.withFixedDelay(20_000)),
  /** The answer begins in time and ends after the client has given up. */
  DRIBBLE_DONE(true, answer -> answer.withChunkedDribbleDelay(20, 20_000)),
  /** A page for people instead of the answer. */
  HTML_DONE(
      true,
      answer -> answer.withHeader("Content-Type", "text/html").withBody("<html>Welcome</html>")),
  /** Nothing in the answer. */
  EMPTY_DONE(true, answer -> answer.withBody("")),
  /** Half an answer. */
  TRUNCATED_DONE(true, answer -> answer.withBody("{\"success\": true, \"goal_pro")),
  /** An answer without end, nearly. */
  TEN_MIB_DONE(
      true, answer -> answer.withBody(changed(answer, "^\\{", "{\"x\":\"" + tenMib() + "\","))),
  /** What should be numbers, lists and objects is nothing. */
  NULLS_DONE(
      true,
      answer ->
          answer.withBody(
              "{\"success\":true,\"goal_profile_id\":null,\"goal\":null,\"goals\":null}")),
  /** It says gzip, and is not. */
  NOT_GZIP_DONE(
      true, answer -> answer.withHeader("Content-Encoding", "gzip").withGzipDisabled(true)),
  /** An answer that contradicts itself. */
  SUCCESS_FALSE(false, answer -> answer.withBody("{\"success\": false}")),
  /** Not documented, and not wrong: numbers as text, and fields that nobody knows. */
  ODD_DONE(
      true,
      answer ->
          answer.withBody(
              changed(
                  answer,
                  "(\"(?:goal_profile_id|test_id)\":)(\\d+)",
                  "\"new\":[{\"a\":null}],$1\"$2\""))),
  /** Not documented, and not wrong: the right answer, compressed, which nobody asked for. */
  GZIP_DONE(
      true, answer -> answer.withHeader("Content-Encoding", "gzip").withBody(gzipped(answer))),
  /** Not documented, and not wrong: the right answer as text for people. */
  TEXT_PLAIN_DONE(true, answer -> answer.withHeader("Content-Type", "text/plain"));

  private static final int TEN = 10 * 1024 * 1024;

  private final boolean processed;
  private final UnaryOperator<ResponseDefinitionBuilder> spoil;

  Faults(boolean processed, UnaryOperator<ResponseDefinitionBuilder> spoil) {
    this.processed = processed;
    this.spoil = spoil;
  }

  private static String tenMib() {
    return "x".repeat(TEN);
  }

  private static byte[] gzipped(ResponseDefinitionBuilder answer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(answer.build().getByteBody());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String changed(ResponseDefinitionBuilder answer, String regex, String by) {
    return answer.build().getTextBody().replaceFirst(regex, by);
  }

  /** Whether Mida does what it is asked to, before its answer goes wrong. */
  public boolean isProcessed() {
    return processed;
  }

  /** Makes the next requests of a method go wrong. */
  public void on(MidaStub stub, String method, int times) {
    for (int i = 0; i < times; i++) {
      stub.fail(new StubFault((given, path) -> given.equals(method), processed, false, spoil));
    }
  }

  /** Makes every request of the methods go wrong, from now on. */
  public void onAll(MidaStub stub, String... methods) {
    Set<String> all = Set.of(methods);
    stub.fail(new StubFault((given, path) -> all.contains(given), processed, true, spoil));
  }

  /** Makes every third request go wrong, from now on, whatever it asks for; the first one is 0. */
  public void onEveryThird(MidaStub stub, int phase) {
    AtomicInteger received = new AtomicInteger();
    stub.fail(
        new StubFault(
            (method, path) -> received.getAndIncrement() % 3 == phase, processed, true, spoil));
  }
}
