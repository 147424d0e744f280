package io.midagoal.internal.http;

import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.SubmissionPublisher;

/** Bodies as they come from the network, without one. */
final class BoundedBodies {
  private BoundedBodies() {}

  static ApiResponse.Body read(List<byte[]> chunks, int limit, boolean zipped) {
    BodySubscriber<ApiResponse.Body> body = BoundedBody.of(new Info(zipped), limit);
    try (SubmissionPublisher<List<ByteBuffer>> network =
        new SubmissionPublisher<>(Runnable::run, 1024)) {
      network.subscribe(body);
      chunks.forEach(chunk -> network.submit(List.of(ByteBuffer.wrap(chunk))));
    }
    return body.getBody().toCompletableFuture().join();
  }

  private record Info(boolean zipped) implements HttpResponse.ResponseInfo {
    @Override
    public int statusCode() {
      return 200;
    }

    @Override
    public HttpHeaders headers() {
      return HttpHeaders.of(
          zipped ? Map.of("Content-Encoding", List.of("gzip")) : Map.of(), (name, value) -> true);
    }

    @Override
    public HttpClient.Version version() {
      return HttpClient.Version.HTTP_1_1;
    }
  }
}
