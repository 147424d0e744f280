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
 * The goals to delete: those that this run created, and those that killed runs left. Thread-safe.
 *
 * <p>Only goals whose creation Mida confirmed are deleted. If it is uncertain who created a goal,
 * it is only listed in a warning.
 */
final class CreatedGoals {
  private static final int MAX_PARALLEL = 8;

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
            "midagoal cannot write to %s (%s): if this run is killed, the goals that it created stay in Mida. Set midagoal.journal to a writable folder."
                .formatted(folder, e.getMessage()));
      }
    }
    return journal;
  }

  /** Deletes the goals that this run created, and warns of those that are left. */
  void deleteAll() {
    Set<Long> left = delete(created, journal);
    warnOfUncertain(uncertain);
    Journal notes = journal;
    if (notes != null && left.isEmpty()) {
      notes.delete();
    } else if (notes != null) {
      notes.close();
    }
  }

  /** Deletes or lists the goals that killed runs left. */
  void cleanUpAfterDeadRuns(boolean delete) {
    List<Journal> dead;
    try {
      dead = Journal.ofDeadRuns(folder, mida.projectUrl());
    } catch (IOException e) {
      return;
    }
    for (Journal run : dead) {
      try (run) {
        cleanUpAfter(run, delete);
      } catch (IOException e) {
        warnings.accept(
            "midagoal cannot read the journal of a run that was killed: " + e.getMessage());
      }
    }
  }

  private void cleanUpAfter(Journal run, boolean delete) throws IOException {
    Journal.Leftovers leftovers = run.leftovers();
    if (delete || leftovers.isEmpty()) {
      Set<Long> left = delete(leftovers.created(), run);
      warnOfUncertain(leftovers.uncertain());
      if (left.isEmpty()) {
        run.delete();
      }
    } else {
      warnings.accept(
          "A run that was killed left goals in %s:%n%s%nSet midagoal.cleanup to delete to let the next run delete those with a number."
              .formatted(mida.projectUrl(), list(leftovers)));
    }
  }

  private static String list(Journal.Leftovers leftovers) {
    List<String> lines = new ArrayList<>();
    leftovers.created().forEach((id, name) -> lines.add("  %d  \"%s\"".formatted(id, name)));
    leftovers.uncertain().forEach(name -> lines.add("  ?  \"%s\"".formatted(name)));
    return String.join(System.lineSeparator(), lines);
  }

  /** Deletes goals in parallel; returns those that are left. */
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
      // Fine if somebody else deleted it.
      if (e.kind() != MidaApiException.Kind.NOT_FOUND || !isGone(id)) {
        throw e;
      }
    }
  }

  /** A 404 may also mean that Mida does not offer to delete goals. */
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

  private void warnOfUncertain(Collection<String> names) {
    if (!names.isEmpty()) {
      warnings.accept(
          "midagoal does not know whether this run created these goals, because Mida's answer was lost; it did not delete them. Check them in %s:%n  \"%s\""
              .formatted(
                  mida.projectUrl(), String.join("\"" + System.lineSeparator() + "  \"", names)));
    }
  }

  private static void inParallel(Collection<Long> ids, Consumer<Long> act) {
    ExecutorService threads =
        Executors.newFixedThreadPool(MAX_PARALLEL, ProjectGoals.daemonThreads("midagoal-delete"));
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
