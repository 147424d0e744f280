package io.midagoal.internal.http;

import io.midagoal.internal.http.NoAnswerException.Kind;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
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

/** Sends a request and waits for its answer, within limits of time and memory. */
public final class Transport {
  private static final Duration MAX_CONNECT_TIMEOUT = Duration.ofSeconds(5);

  private final HttpClient client;
  private final String apiKey;
  private final Duration timeout;
  private final Duration connectTimeout;

  public Transport(String apiKey, Duration timeout) {
    this.apiKey = apiKey;
    this.timeout = timeout;
    // Shorter than the time-out, to tell "not sent" from "no answer".
    this.connectTimeout = shorter(timeout.dividedBy(2), MAX_CONNECT_TIMEOUT);
    HttpTrace.hide(apiKey);
    // HTTP/1.1: Java's upgrade to HTTP/2 on plain http confuses simple servers.
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(connectTimeout)
            .build();
  }

  /**
   * Sends a request once.
   *
   * @param limit for the whole exchange, if shorter than the time-out
   */
  public ApiResponse send(ApiRequest request, Duration limit) throws NoAnswerException {
    HttpRequest.Builder http =
        HttpRequest.newBuilder(request.url())
            .header("Authorization", "Bearer " + apiKey)
            .header("Accept", "application/json");
    BodyPublisher body =
        request.json().map(BodyPublishers::ofString).orElse(BodyPublishers.noBody());
    if (request.json().isPresent()) {
      http.header("Content-Type", "application/json");
    }
    HttpResponse<ApiResponse.Body> response =
        exchange(
            http.method(request.method(), body).build(),
            request.maxBytes(),
            shorter(timeout, limit));
    return new ApiResponse(
        response.statusCode(),
        response.body(),
        response.headers().firstValue("Location"),
        response.headers().firstValue("Retry-After").flatMap(RetryAfter::read));
  }

  /** Limits the whole exchange: {@link HttpRequest#timeout()} ends with the headers. */
  private HttpResponse<ApiResponse.Body> exchange(HttpRequest request, int maxBytes, Duration limit)
      throws NoAnswerException {
    CompletableFuture<HttpResponse<ApiResponse.Body>> exchange =
        client.sendAsync(request, answer -> BoundedBody.of(answer, maxBytes));
    try {
      return exchange.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      exchange.cancel(true);
      throw timedOut(limit);
    } catch (InterruptedException e) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      throw new NoAnswerException(
          Kind.INTERRUPTED, "the thread was interrupted before the answer was complete");
    } catch (ExecutionException e) {
      throw noAnswer(request.uri(), e.getCause(), limit);
    }
  }

  private static NoAnswerException timedOut(Duration limit) {
    return new NoAnswerException(Kind.TIMEOUT, "no complete answer within " + seconds(limit));
  }

  private NoAnswerException noAnswer(URI url, @Nullable Throwable cause, Duration limit) {
    String server = url.getAuthority();
    if (has(cause, HttpConnectTimeoutException.class)) {
      return new NoAnswerException(
          Kind.CONNECT_TIMEOUT,
          "no connection to %s within %s".formatted(server, seconds(connectTimeout)));
    }
    if (has(cause, HttpTimeoutException.class)) {
      return timedOut(limit);
    }
    if (has(cause, UnresolvedAddressException.class)) {
      return new NoAnswerException(
          Kind.NOT_CONNECTED, "the host name " + url.getHost() + " is unknown");
    }
    if (has(cause, ConnectException.class)) {
      return new NoAnswerException(Kind.NOT_CONNECTED, "no connection to " + server);
    }
    String detail = cause == null ? "" : String.valueOf(cause.getMessage());
    return has(cause, SSLException.class)
        ? new NoAnswerException(
            Kind.NOT_CONNECTED, "no secure connection to " + server + ": " + detail)
        : new NoAnswerException(
            Kind.BROKEN, "the connection to " + server + " was lost: " + detail);
  }

  private static boolean has(@Nullable Throwable failure, Class<? extends Throwable> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  private static String seconds(Duration time) {
    return time.toMillis() / 1000.0 + " s";
  }
}
