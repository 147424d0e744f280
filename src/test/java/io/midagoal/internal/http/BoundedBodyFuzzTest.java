package io.midagoal.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BoundedBodyFuzzTest {

  @Property(tries = 1_000)
  void aBodyIsReadWithinItsLimit(
      @ForAll List<@Size(max = 2000) byte[]> chunks,
      @ForAll @IntRange(min = 0, max = 3000) int limit) {
    assertThat(BoundedBodies.read(chunks, limit, false).text().length()).isLessThanOrEqualTo(limit);
    assertThat(BoundedBodies.read(chunks, limit, true).text().length()).isLessThanOrEqualTo(limit);
  }
}
