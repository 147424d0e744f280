package io.midagoal.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.internal.lifecycle.Journal.Leftovers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run's notes say is left of it. */
class JournalTest {

  @TempDir Path folder;

  private Leftovers leftoversAfter(Consumer<Journal> run) throws IOException {
    Journal journal = Journal.begin(folder, "https://api.mida.so/project");
    try {
      run.accept(journal);
      return journal.leftovers();
    } finally {
      journal.close();
    }
  }

  @Test
  void aGoalThatWasCreated() throws IOException {
    Leftovers left =
        leftoversAfter(
            notes -> {
              notes.creating("Sign up, \u00e4");
              notes.created(7, "Sign up, \u00e4");
            });

    assertThat(left).isEqualTo(new Leftovers(Map.of(7L, "Sign up, \u00e4"), Set.of()));
  }

  @Test
  void aGoalOfWhichMidaHasNotAnsweredYet() throws IOException {
    Leftovers left = leftoversAfter(notes -> notes.creating("Sign up"));

    assertThat(left).isEqualTo(new Leftovers(Map.of(), Set.of("Sign up")));
    assertThat(left.isEmpty()).isFalse();
  }

  @Test
  void noGoalThatMidaRefused() throws IOException {
    Leftovers left =
        leftoversAfter(
            notes -> {
              notes.creating("Sign up");
              notes.notCreated("Sign up");
            });

    assertThat(left.isEmpty()).isTrue();
  }

  @Test
  void noGoalThatWasDeletedAgain() throws IOException {
    Leftovers left =
        leftoversAfter(
            notes -> {
              notes.created(7, "Sign up");
              notes.deleted(7);
            });

    assertThat(left.isEmpty()).isTrue();
  }
}
