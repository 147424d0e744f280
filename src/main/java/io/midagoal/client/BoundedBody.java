package io.midagoal.client;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Reads a body up to a limit and then hangs up, so that no server can fill the memory. */
final class BoundedBody implements BodySubscriber<Answer.Body> {
  private final int limit;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CompletableFuture<Answer.Body> body = new CompletableFuture<>();
  private @Nullable Subscription subscription;

  BoundedBody(int limit) {
    this.limit = limit;
  }

  @Override
  public CompletionStage<Answer.Body> getBody() {
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
    body.complete(new Answer.Body(bytes.toString(StandardCharsets.UTF_8), whole));
  }
}
