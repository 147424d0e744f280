package io.midagoal.client;

import io.midagoal.client.MidaApiException.Kind;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Sends one request and waits for its answer, within bounds of time and memory. */
final class Transport {
  /** Documented answers have a few hundred bytes. */
  private static final int MAX_ANSWER_BYTES = 1024 * 1024;

  private final HttpClient http;
  private final String apiKey;
  private final Duration timeout;

  Transport(String apiKey, Duration timeout) {
    this.apiKey = apiKey;
    this.timeout = timeout;
    // HTTP/1.1: the upgrade to HTTP/2 that Java offers on plain http confuses simple servers.
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout)
            .build();
  }

  Answer post(URI url, String json) throws NoAnswerException {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .header("Authorization", "Bearer " + apiKey)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build();
    HttpResponse<Answer.Body> response = send(request);
    return new Answer(
        response.statusCode(), response.body(), response.headers().firstValue("Location"));
  }

  /** Bounds the whole exchange; the request's own time-out would end with the headers. */
  private HttpResponse<Answer.Body> send(HttpRequest request) throws NoAnswerException {
    CompletableFuture<HttpResponse<Answer.Body>> exchange =
        http.sendAsync(request, info -> new BoundedBody(MAX_ANSWER_BYTES));
    try {
      return exchange.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      exchange.cancel(true);
      throw timedOut();
    } catch (InterruptedException e) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      throw new NoAnswerException(
          Kind.UNREACHABLE, "the thread was interrupted before the answer was complete");
    } catch (ExecutionException e) {
      throw broken(request.uri(), e);
    }
  }

  private NoAnswerException timedOut() {
    return new NoAnswerException(
        Kind.TIMEOUT, "no complete answer within " + timeout.toMillis() / 1000.0 + " s");
  }

  private NoAnswerException broken(URI url, ExecutionException failure) {
    Throwable cause = failure.getCause();
    if (cause instanceof HttpTimeoutException) {
      return timedOut();
    }
    return new NoAnswerException(Kind.UNREACHABLE, describe(url, cause));
  }

  private static String describe(URI url, @Nullable Throwable cause) {
    if (has(cause, UnresolvedAddressException.class)) {
      return "the host name " + url.getHost() + " is not known";
    }
    if (has(cause, ConnectException.class)) {
      return "no connection to " + url.getAuthority();
    }
    String detail = cause == null ? "" : String.valueOf(cause.getMessage());
    return has(cause, SSLException.class)
        ? "no secure connection to " + url.getAuthority() + ": " + detail
        : "the connection to " + url.getAuthority() + " broke: " + detail;
  }

  private static boolean has(@Nullable Throwable failure, Class<? extends Throwable> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }
}
