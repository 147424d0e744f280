package io.midagoal.client;

import io.midagoal.client.MidaApiException.Kind;
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

/** Sends one request and waits for its answer, within bounds of time and memory. */
final class Transport {
  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);

  private final HttpClient http;
  private final String apiKey;
  private final Duration timeout;
  private final Duration connectTimeout;

  Transport(String apiKey, Duration timeout) {
    this.apiKey = apiKey;
    this.timeout = timeout;
    // Less than the whole: else nobody could tell a call that was not sent from one without answer.
    this.connectTimeout = shorter(timeout.dividedBy(2), LONGEST_CONNECT);
    HttpTrace.hide(apiKey);
    // HTTP/1.1: the upgrade to HTTP/2 that Java offers on plain http confuses simple servers.
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(connectTimeout)
            .build();
  }

  /**
   * Sends once.
   *
   * @param limit for the whole exchange, when shorter than the time-out
   */
  ApiResponse send(Call call, Duration limit) throws CallFailedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(call.url())
            .header("Authorization", "Bearer " + apiKey)
            .header("Accept", "application/json");
    BodyPublisher body = call.json().map(BodyPublishers::ofString).orElse(BodyPublishers.noBody());
    if (call.json().isPresent()) {
      request.header("Content-Type", "application/json");
    }
    HttpResponse<ApiResponse.Body> response =
        exchange(call, request.method(call.method(), body).build(), shorter(timeout, limit));
    return new ApiResponse(
        response.statusCode(),
        response.body(),
        response.headers().firstValue("Location"),
        response.headers().firstValue("Retry-After").flatMap(RetryAfter::read));
  }

  /** Bounds the whole exchange; the request's own time-out would end with the headers. */
  private HttpResponse<ApiResponse.Body> exchange(Call call, HttpRequest request, Duration limit)
      throws CallFailedException {
    CompletableFuture<HttpResponse<ApiResponse.Body>> exchange =
        http.sendAsync(request, answer -> BoundedBody.of(answer, call.maxBytes()));
    try {
      return exchange.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      exchange.cancel(true);
      throw CallFailedException.unanswered(
          call, Kind.TIMEOUT, "no complete answer within " + seconds(limit));
    } catch (InterruptedException e) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      throw CallFailedException.interrupted(
          call, "the thread was interrupted before the answer was complete");
    } catch (ExecutionException e) {
      throw broken(call, e.getCause(), limit);
    }
  }

  private CallFailedException broken(Call call, @Nullable Throwable cause, Duration limit) {
    URI url = call.url();
    if (has(cause, HttpConnectTimeoutException.class)) {
      return CallFailedException.notConnected(
          call,
          Kind.TIMEOUT,
          "no connection to %s within %s".formatted(url.getAuthority(), seconds(connectTimeout)));
    }
    if (has(cause, HttpTimeoutException.class)) {
      return CallFailedException.unanswered(
          call, Kind.TIMEOUT, "no complete answer within " + seconds(limit));
    }
    if (has(cause, UnresolvedAddressException.class)) {
      return CallFailedException.notConnected(
          call, Kind.UNREACHABLE, "the host name " + url.getHost() + " is not known");
    }
    if (has(cause, ConnectException.class)) {
      return CallFailedException.notConnected(
          call, Kind.UNREACHABLE, "no connection to " + url.getAuthority());
    }
    String detail = cause == null ? "" : String.valueOf(cause.getMessage());
    return has(cause, SSLException.class)
        ? CallFailedException.notConnected(
            call, Kind.UNREACHABLE, "no secure connection to " + url.getAuthority() + ": " + detail)
        : CallFailedException.unanswered(
            call,
            Kind.UNREACHABLE,
            "the connection to " + url.getAuthority() + " broke: " + detail);
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
