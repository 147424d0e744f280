package io.midagoal.internal.lifecycle;

import io.midagoal.client.MidaApiException;
import io.midagoal.client.MidaClient;
import io.midagoal.goal.GoalProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The goals that this run created and is to delete, and those of runs that were killed.
 * Thread-safe.
 *
 * <p>Only goals whose creation Mida confirmed to this run, or to the dead run that noted it, are
 * ever deleted. Where it is not certain who created a goal, it is listed.
 */
final class CreatedGoals {
  private static final int AT_A_TIME = 8;

  private final MidaClient mida;
  private final Path folder;
  private final Consumer<String> warnings;
  private final Map<Long, String> created = Collections.synchronizedMap(new LinkedHashMap<>());
  private final Set<String> uncertain = ConcurrentHashMap.newKeySet();
  private @Nullable Journal journal;
  private boolean begun;

  CreatedGoals(MidaClient mida, Path folder, Consumer<String> warnings) {
    this.mida = mida;
    this.folder = folder;
    this.warnings = warnings;
  }

  void creating(String name) {
    Journal notes = begin();
    uncertain.add(name);
    if (notes != null) {
      notes.creating(name);
    }
  }

  void created(GoalProfile goal, String name) {
    created.put(goal.id(), name);
    uncertain.remove(name);
    Journal notes = begin();
    if (notes != null) {
      notes.created(goal.id(), name);
    }
  }

  void notCreated(String name) {
    uncertain.remove(name);
    Journal notes = begin();
    if (notes != null) {
      notes.notCreated(name);
    }
  }

  private synchronized @Nullable Journal begin() {
    if (!begun) {
      begun = true;
      try {
        journal = Journal.begin(folder, mida.projectUrl());
      } catch (IOException e) {
        warnings.accept(
            "midagoal cannot write in %s (%s): if this run is killed, the goals that it created stay in Mida. Set midagoal.journal to a folder that can be written to."
                .formatted(folder, e.getMessage()));
      }
    }
    return journal;
  }

  /** Deletes what this run created, and tells what is left. */
  void deleteAll() {
    Set<Long> left = delete(created, journal);
    tellUncertain(uncertain);
    Journal notes = journal;
    if (notes != null && left.isEmpty()) {
      notes.forget();
    } else if (notes != null) {
      notes.close();
    }
  }

  /** Sees to what dead runs left: deletes it, or says what it is. */
  void seeToDeadRuns(boolean delete) {
    List<Journal> dead;
    try {
      dead = Journal.ofDeadRuns(folder, mida.projectUrl());
    } catch (IOException e) {
      return;
    }
    for (Journal run : dead) {
      try (run) {
        seeTo(run, delete);
      } catch (IOException e) {
        warnings.accept(
            "midagoal cannot read the notes of a run that was killed: " + e.getMessage());
      }
    }
  }

  private void seeTo(Journal run, boolean delete) throws IOException {
    Journal.Leftovers leftovers = run.leftovers();
    if (delete || leftovers.isEmpty()) {
      Set<Long> left = delete(leftovers.created(), run);
      tellUncertain(leftovers.uncertain());
      if (left.isEmpty()) {
        run.forget();
      }
    } else {
      warnings.accept(
          "A run that was killed left goals in %s:%n%s%nSet midagoal.cleanup to delete, and the next run deletes those with a number."
              .formatted(mida.projectUrl(), list(leftovers)));
    }
  }

  private static String list(Journal.Leftovers leftovers) {
    List<String> lines = new ArrayList<>();
    leftovers.created().forEach((id, name) -> lines.add("  %d  \"%s\"".formatted(id, name)));
    leftovers.uncertain().forEach(name -> lines.add("  ?  \"%s\"".formatted(name)));
    return String.join(System.lineSeparator(), lines);
  }

  /** Deletes several at a time; gives those that are left. */
  private Set<Long> delete(Map<Long, String> goals, @Nullable Journal notes) {
    Map<Long, RuntimeException> failures = new ConcurrentHashMap<>();
    Map<Long, String> all = new LinkedHashMap<>(goals);
    inParallel(
        all.keySet(),
        id -> {
          try {
            deleteOne(id);
            if (notes != null) {
              notes.deleted(id);
            }
          } catch (RuntimeException e) {
            failures.put(id, e);
          }
        });
    if (!failures.isEmpty()) {
      warnings.accept(undeleted(all, failures));
    }
    return failures.keySet();
  }

  private void deleteOne(long id) {
    try {
      mida.delete(id);
    } catch (MidaApiException e) {
      // Somebody else was faster: gone is gone.
      if (e.kind() != MidaApiException.Kind.NOT_FOUND || !isGone(id)) {
        throw e;
      }
    }
  }

  /** Where Mida does not offer to delete goals, 404 does not say that there is none. */
  private boolean isGone(long id) {
    try {
      return mida.list().noneMatch(goal -> goal.id() == id);
    } catch (MidaApiException cannotTell) {
      return false;
    }
  }

  private String undeleted(Map<Long, String> all, Map<Long, RuntimeException> failures) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "midagoal could not delete %d of the %d goals that a run created in %s:"
            .formatted(failures.size(), all.size(), mida.projectUrl()));
    all.forEach(
        (id, name) -> {
          if (failures.containsKey(id)) {
            lines.add("  %d  \"%s\"".formatted(id, name));
          }
        });
    RuntimeException first = failures.values().iterator().next();
    lines.add("The first failure: " + first.getMessage());
    if (first instanceof MidaApiException refusal && ExistingGoals.isNotOffered(refusal)) {
      lines.add("midagoal.cleanup=delete needs an API key that may delete goals.");
    }
    lines.add("The next run with midagoal.cleanup=delete tries again.");
    return String.join(System.lineSeparator(), lines);
  }

  private void tellUncertain(Collection<String> names) {
    if (!names.isEmpty()) {
      warnings.accept(
          "midagoal does not know whether this run created these goals, as Mida's answer was lost; they were not deleted. Look for them in %s:%n  \"%s\""
              .formatted(
                  mida.projectUrl(), String.join("\"" + System.lineSeparator() + "  \"", names)));
    }
  }

  private static void inParallel(Collection<Long> ids, Consumer<Long> act) {
    ExecutorService threads =
        Executors.newFixedThreadPool(AT_A_TIME, ProjectGoals.daemons("midagoal-delete"));
    try {
      List<Future<?>> tasks = new ArrayList<>();
      ids.forEach(id -> tasks.add(threads.submit(() -> act.accept(id))));
      for (Future<?> task : tasks) {
        task.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      threads.shutdownNow();
    }
  }
}
