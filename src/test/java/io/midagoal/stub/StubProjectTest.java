package io.midagoal.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class StubProjectTest {
  private static final int THREADS = 8;
  private static final int KEYS = 5000;

  private final StubProject project = new StubProject();

  @Test
  void threadsThatRaceForTheSameKeysGetEachKeyOnce()
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    int created = 0;
    try {
      List<Callable<Integer>> racers = Collections.nCopies(THREADS, this::createAll);
      for (Future<Integer> racer : threads.invokeAll(racers)) {
        created += racer.get();
      }
    } finally {
      threads.shutdown();
    }
    assertThat(created).isEqualTo(KEYS);
  }

  private int createAll() {
    int created = 0;
    for (int i = 0; i < KEYS; i++) {
      try {
        project.create(
            "{\"goal_name\": \"g%d\", \"goal_type\": \"script\", \"goal_value\": \"v\"}"
                .formatted(i));
        created++;
      } catch (RefusedException e) {
        assertThat(e.status()).isEqualTo(406);
      }
    }
    return created;
  }
}
