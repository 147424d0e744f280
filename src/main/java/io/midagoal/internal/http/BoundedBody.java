package io.midagoal.internal.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body up to a limit and then disconnects, so that no server can fill the memory. The limit
 * also applies to the decompressed body.
 */
final class BoundedBody implements BodySubscriber<BoundedBody.Bytes> {

  /** The bytes read, and whether the body is complete. */
  record Bytes(ByteBuffer buffer, boolean whole) {}

  private final int limit;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CompletableFuture<Bytes> body = new CompletableFuture<>();
  private @Nullable Subscription subscription;

  private BoundedBody(int limit) {
    this.limit = limit;
  }

  static BodySubscriber<ApiResponse.Body> of(HttpResponse.ResponseInfo answer, int limit) {
    boolean zipped =
        answer.headers().allValues("Content-Encoding").stream().anyMatch("gzip"::equalsIgnoreCase);
    return BodySubscribers.mapping(
        new BoundedBody(limit), read -> text(zipped ? unzipped(read, limit) : read));
  }

  private static ApiResponse.Body text(Bytes read) {
    return new ApiResponse.Body(
        StandardCharsets.UTF_8.decode(read.buffer()).toString(), read.whole());
  }

  /** Some proxies compress answers although the request does not accept it. */
  private static Bytes unzipped(Bytes read, int limit) {
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(read.buffer().array()))) {
      byte[] plain = in.readNBytes(limit);
      return new Bytes(ByteBuffer.wrap(plain), read.whole() && in.read() < 0);
    } catch (IOException e) {
      // Not gzip, so not the documented JSON either.
      return new Bytes(ByteBuffer.allocate(0), read.whole());
    }
  }

  @Override
  public CompletionStage<Bytes> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    this.subscription = subscription;
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      take(buffer);
    }
  }

  private void take(ByteBuffer buffer) {
    byte[] chunk = new byte[Math.min(buffer.remaining(), limit - bytes.size())];
    buffer.get(chunk);
    bytes.writeBytes(chunk);
    if (buffer.hasRemaining() && subscription != null) {
      subscription.cancel();
      complete(false);
    }
  }

  @Override
  public void onError(Throwable error) {
    body.completeExceptionally(error);
  }

  @Override
  public void onComplete() {
    complete(true);
  }

  private void complete(boolean whole) {
    body.complete(new Bytes(ByteBuffer.wrap(bytes.toByteArray()), whole));
  }
}
