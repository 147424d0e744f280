package io.midagoal.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class BoundedBodyTest {
  private static final int LIMIT = 1000;

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    Arrays.fill(bytes, (byte) 'x');
    return bytes;
  }

  private static byte[] zipped(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    }
    return bytes.toByteArray();
  }

  @Test
  void isWholeUpToItsLimit() {
    assertThat(BoundedBodies.read(List.of(bytes(600), bytes(400)), LIMIT, false))
        .isEqualTo(new ApiResponse.Body("x".repeat(LIMIT), true));
  }

  @Test
  void isCutBeyondIt() {
    assertThat(BoundedBodies.read(List.of(bytes(600), bytes(401)), LIMIT, false))
        .isEqualTo(new ApiResponse.Body("x".repeat(LIMIT), false));
  }

  @Test
  void isUnzippedUpToItsLimit() throws IOException {
    assertThat(BoundedBodies.read(List.of(zipped(bytes(LIMIT))), LIMIT, true))
        .isEqualTo(new ApiResponse.Body("x".repeat(LIMIT), true));
  }

  @Test
  void isNotUnzippedBeyondIt() throws IOException {
    byte[] bomb = zipped(bytes(300_000));
    assertThat(bomb.length).isLessThan(LIMIT);
    assertThat(BoundedBodies.read(List.of(bomb), LIMIT, true))
        .isEqualTo(new ApiResponse.Body("x".repeat(LIMIT), false));
  }

  @Test
  void isReadAsUtf8() {
    assertThat(
            BoundedBodies.read(List.of("Größe 🎉".getBytes(StandardCharsets.UTF_8)), LIMIT, false))
        .isEqualTo(new ApiResponse.Body("Größe 🎉", true));
  }
}
