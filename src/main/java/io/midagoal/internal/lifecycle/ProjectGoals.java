package io.midagoal.internal.lifecycle;

import io.midagoal.client.Creation;
import io.midagoal.client.MidaApiException;
import io.midagoal.client.MidaApiException.Kind;
import io.midagoal.client.MidaClient;
import io.midagoal.config.Cleanup;
import io.midagoal.config.OnExisting;
import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalProfile;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;

/**
 * The goals of one project in one run: each definition is found or created once, several at a time,
 * and what this run created is deleted at the end when that is wanted.
 *
 * <p>Thread-safe. Closing it, or the end of the JVM by Ctrl-C or {@code System.exit}, cleans up; a
 * JVM that is killed leaves a journal from which a later run does it.
 */
public final class ProjectGoals implements AutoCloseable {
  private static final int AT_A_TIME = 8;
  private static final int MOST_ROUNDS = 5;
  private static final int LAST_CREATIONS_SECONDS = 10;

  private final MidaClient mida;
  private final ExistingGoals existing;
  private final CreatedGoals created;
  private final Map<Goal, CompletableFuture<GoalProfile>> settled = new ConcurrentHashMap<>();
  private final Map<String, Settled> settledByKey = new ConcurrentHashMap<>();
  private final Consumer<String> warnings;
  private final AtomicBoolean warnedOfUnseen = new AtomicBoolean();
  private final ExecutorService threads =
      Executors.newFixedThreadPool(AT_A_TIME, daemons("midagoal-create"));
  private final ReentrantReadWriteLock creations = new ReentrantReadWriteLock();
  private final Thread atJvmEnd = new Thread(this::cleanUp, "midagoal-cleanup");
  private final AtomicBoolean cleaning = new AtomicBoolean();
  private final AtomicBoolean hooked = new AtomicBoolean();

  /** The first definition of this run that has a key, and the goal that it got. */
  private record Settled(Goal goal, GoalProfile profile) {}

  /**
   * Begins with what dead runs of the project left: with {@code delete} it is deleted, else told.
   *
   * @param mida the project
   * @param cleanup what the first test of the run wants
   * @param journal the folder for notes of goals to delete
   * @param warnings takes what people should hear
   */
  public ProjectGoals(MidaClient mida, Cleanup cleanup, Path journal, Consumer<String> warnings) {
    this.mida = mida;
    this.existing = new ExistingGoals(mida);
    this.warnings = warnings;
    this.created = new CreatedGoals(mida, journal, warnings);
    created.seeToDeadRuns(cleanup == Cleanup.DELETE);
  }

  static ThreadFactory daemons(String name) {
    AtomicInteger count = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /**
   * Begins to find or create a goal, unless this run has begun already.
   *
   * @param goal the definition
   * @param onExisting what to do when the project has it
   * @param cleanup whether it is to be deleted at the end, when this run creates it
   */
  public void begin(Goal goal, OnExisting onExisting, Cleanup cleanup) {
    settled.computeIfAbsent(
        goal,
        definition ->
            CompletableFuture.supplyAsync(() -> settle(definition, onExisting, cleanup), threads));
  }

  /**
   * Whether a goal need not be waited for.
   *
   * @param goal the definition
   * @return true when it was begun, and found, created or refused since
   */
  public boolean isSettled(Goal goal) {
    CompletableFuture<GoalProfile> future = settled.get(goal);
    return future != null && future.isDone();
  }

  /**
   * Waits for a goal that was begun.
   *
   * @param goal the definition
   * @return as Mida holds it
   * @throws MidaApiException when Mida refused or did not answer
   * @throws GoalConflictException when the project has the goal and it may not be used
   * @throws IllegalStateException when the thread is interrupted, which stays so, or the goal was
   *     not begun
   */
  public GoalProfile await(Goal goal) {
    CompletableFuture<GoalProfile> future = settled.get(goal);
    if (future == null) {
      throw new IllegalStateException("Nobody asked for the goal \"" + goal.name() + "\".");
    }
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(
          "Interrupted while the Mida goal \"" + goal.name() + "\" was created.", e);
    } catch (ExecutionException | CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private GoalProfile settle(Goal goal, OnExisting onExisting, Cleanup cleanup) {
    creations.readLock().lock();
    try {
      if (cleaning.get()) {
        throw new IllegalStateException("The run is ending; no further goal is created.");
      }
      GoalProfile profile = findOrCreate(goal, onExisting, cleanup);
      Settled first = settledByKey.putIfAbsent(profile.key(), new Settled(goal, profile));
      if (first != null && !profile.differencesFrom(first.goal()).isEmpty()) {
        throw Conflicts.ofThisRun(goal, first.profile());
      }
      return profile;
    } finally {
      creations.readLock().unlock();
    }
  }

  /** Others may create and delete the goal at the same time: then it is looked for again. */
  private GoalProfile findOrCreate(Goal goal, OnExisting onExisting, Cleanup cleanup) {
    for (int round = 1; ; round++) {
      Optional<GoalProfile> found = existing.find(goal);
      if (found.isPresent()) {
        return use(found.get(), goal, onExisting);
      }
      try {
        return create(goal, cleanup);
      } catch (MidaApiException e) {
        if (e.kind() != Kind.KEY_TAKEN || round == MOST_ROUNDS) {
          throw e;
        }
        Optional<MidaApiException> refusal = existing.refusal();
        if (refusal.isPresent()) {
          return useUnseen(goal, onExisting, refusal.get());
        }
        existing.lookAgain();
      }
    }
  }

  /** Mida has a goal with the key, and does not show it. */
  private GoalProfile useUnseen(Goal goal, OnExisting onExisting, MidaApiException refusal) {
    Settled first = settledByKey.get(goal.keyInMida());
    if (first != null) {
      return use(first.profile(), goal, onExisting);
    }
    GoalProfile unseen =
        new GoalProfile(
            GoalProfile.UNKNOWN_ID,
            goal.keyInMida(),
            OptionalLong.empty(),
            goal,
            goal.type().wireName());
    return switch (onExisting) {
      case REUSE -> {
        if (warnedOfUnseen.compareAndSet(false, true)) {
          warnings.accept(unseenWarning(unseen, refusal));
        }
        yield unseen;
      }
      case UPDATE -> throw Conflicts.cannotBeUpdated(goal, unseen, refusal);
      case FAIL -> throw Conflicts.forbiddenUnseen(goal, unseen);
    };
  }

  private String unseenWarning(GoalProfile unseen, MidaApiException refusal) {
    return "midagoal uses goals that are in Mida already by their keys, such as \"%s\" (%s), and cannot compare them with what the tests declare: Mida did not list the goals of %s (status %d). Check in Mida that they are as declared and not deleted."
        .formatted(
            unseen.goal().name(), unseen.key(), mida.projectUrl(), refusal.status().orElse(0));
  }

  private GoalProfile create(Goal goal, Cleanup cleanup) {
    if (cleanup == Cleanup.KEEP) {
      return mida.create(goal);
    }
    hook();
    created.creating(goal.name());
    try {
      Creation creation = mida.createTraced(goal);
      if (creation.certain()) {
        created.created(creation.profile(), goal.name());
      }
      return creation.profile();
    } catch (MidaApiException e) {
      if (!e.isOutcomeUnknown()) {
        created.notCreated(goal.name());
      }
      throw e;
    }
  }

  private GoalProfile use(GoalProfile found, Goal goal, OnExisting onExisting) {
    if (onExisting == OnExisting.FAIL) {
      throw Conflicts.forbidden(goal, found);
    }
    if (found.differencesFrom(goal).isEmpty()) {
      return found;
    }
    Settled first = settledByKey.get(found.key());
    if (first != null && !first.goal().equals(goal)) {
      throw Conflicts.ofThisRun(goal, found);
    }
    if (onExisting == OnExisting.REUSE) {
      throw Conflicts.drift(goal, found);
    }
    return mida.update(found.id(), goal);
  }

  private void hook() {
    if (hooked.compareAndSet(false, true)) {
      try {
        Runtime.getRuntime().addShutdownHook(atJvmEnd);
      } catch (IllegalStateException jvmIsEnding) {
        throw new IllegalStateException("The run is ending; no further goal is created.");
      }
    }
  }

  /** Deletes, when that was wanted, the goals that this run created. A second call does nothing. */
  @Override
  public void close() {
    cleanUp();
    if (hooked.get()) {
      try {
        Runtime.getRuntime().removeShutdownHook(atJvmEnd);
      } catch (IllegalStateException jvmIsEnding) {
        // Then the hook runs, and finds nothing to do.
      }
    }
  }

  /** Creations that are under way end first, so that none is missed. */
  private void cleanUp() {
    if (!cleaning.compareAndSet(false, true)) {
      return;
    }
    boolean alone = false;
    try {
      alone = creations.writeLock().tryLock(LAST_CREATIONS_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try {
      threads.shutdownNow();
      if (hooked.get()) {
        created.deleteAll();
      }
    } finally {
      if (alone) {
        creations.writeLock().unlock();
      }
    }
  }
}
