package io.midagoal.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Finds the truth about the whole corpus again. Takes a quarter of an hour. */
@Tag("full")
class OracleTest {

  @Test
  void theStoredTruthStillHolds() throws InterruptedException {
    Map<String, Truth> stored = Truth.stored();
    List<String> changed = new ArrayList<>();
    try (Sites sites = Sites.start()) {
      FindTruth.judge(
          sites,
          Definition.all(),
          now -> {
            Truth before = stored.get(now.id());
            if (before == null
                || !before.status().equals(now.status())
                || !before.apart().equals(now.apart())) {
              changed.add(now.row() + " (before: " + before + ")");
            }
          });
    }
    assertThat(changed).isEmpty();
  }
}
