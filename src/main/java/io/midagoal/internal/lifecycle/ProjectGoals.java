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
import java.util.Objects;
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
 * The goals of one project in one run: finds or creates each definition once, in parallel, and on
 * request deletes at the end what this run created.
 *
 * <p>Thread-safe. Closing it cleans up, and so does the end of the JVM by Ctrl-C or {@code
 * System.exit}; after a kill, a later run cleans up with the journal.
 */
public final class ProjectGoals implements AutoCloseable {
  private static final int MAX_PARALLEL = 8;
  private static final int MAX_ROUNDS = 5;
  private static final int PENDING_CREATIONS_SECONDS = 10;

  private final MidaClient mida;
  private final ExistingGoals existing;
  private final CreatedGoals created;
  private final Map<Goal, CompletableFuture<GoalProfile>> resolved = new ConcurrentHashMap<>();
  private final Map<String, Resolved> resolvedByKey = new ConcurrentHashMap<>();
  private final Consumer<String> warnings;
  private final AtomicBoolean warnedOfUnlisted = new AtomicBoolean();
  private final ExecutorService threads =
      Executors.newFixedThreadPool(MAX_PARALLEL, daemonThreads("midagoal-create"));
  private final ReentrantReadWriteLock creations = new ReentrantReadWriteLock();
  private final Thread shutdownHook = new Thread(this::cleanUp, "midagoal-cleanup");
  private final AtomicBoolean cleaning = new AtomicBoolean();
  private final AtomicBoolean hookRegistered = new AtomicBoolean();

  /** The first definition of this run with a key, and its goal in Mida. */
  private record Resolved(Goal goal, GoalProfile profile) {}

  /**
   * Deletes or lists the goals that dead runs left in the project.
   *
   * @param mida the project
   * @param cleanup the setting of the first test of the run
   * @param journal the folder for journals
   * @param warnings receives warnings for the user
   */
  public ProjectGoals(MidaClient mida, Cleanup cleanup, Path journal, Consumer<String> warnings) {
    this.mida = mida;
    this.existing = new ExistingGoals(mida);
    this.warnings = warnings;
    this.created = new CreatedGoals(mida, journal, warnings);
    created.cleanUpAfterDeadRuns(cleanup == Cleanup.DELETE);
  }

  static ThreadFactory daemonThreads(String name) {
    AtomicInteger count = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /**
   * Starts to find or create a goal, once per run.
   *
   * @param onExisting what to do if the project has it
   * @param cleanup whether to delete it at the end if this run creates it
   */
  public void begin(Goal goal, OnExisting onExisting, Cleanup cleanup) {
    resolved.computeIfAbsent(
        goal,
        definition ->
            CompletableFuture.supplyAsync(() -> resolve(definition, onExisting, cleanup), threads));
  }

  /** Whether a goal is found, created or rejected. */
  public boolean isDone(Goal goal) {
    CompletableFuture<GoalProfile> future = resolved.get(goal);
    return future != null && future.isDone();
  }

  /**
   * Waits for a goal after {@link #begin}.
   *
   * @throws MidaApiException if Mida rejected the goal or did not answer
   * @throws GoalConflictException if the project has the goal but it must not be used
   * @throws IllegalStateException if the thread is interrupted; its interrupt flag stays set
   */
  public GoalProfile await(Goal goal) {
    CompletableFuture<GoalProfile> future = Objects.requireNonNull(resolved.get(goal));
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

  private GoalProfile resolve(Goal goal, OnExisting onExisting, Cleanup cleanup) {
    creations.readLock().lock();
    try {
      if (cleaning.get()) {
        throw new IllegalStateException("The run is ending; no further goal is created.");
      }
      GoalProfile profile = findOrCreate(goal, onExisting, cleanup);
      Resolved first = resolvedByKey.putIfAbsent(profile.key(), new Resolved(goal, profile));
      if (first != null && !profile.differencesFrom(first.goal()).isEmpty()) {
        throw Conflicts.ofThisRun(goal, first.profile());
      }
      return profile;
    } finally {
      creations.readLock().unlock();
    }
  }

  /** Searches again if other programs create or delete the goal at the same time. */
  private GoalProfile findOrCreate(Goal goal, OnExisting onExisting, Cleanup cleanup) {
    for (int round = 1; ; round++) {
      Optional<GoalProfile> found = existing.find(goal);
      if (found.isPresent()) {
        return use(found.get(), goal, onExisting);
      }
      try {
        return create(goal, cleanup);
      } catch (MidaApiException e) {
        if (e.kind() != Kind.KEY_TAKEN || round == MAX_ROUNDS) {
          throw e;
        }
        Optional<MidaApiException> refusal = existing.refusal();
        if (refusal.isPresent()) {
          return useUnlisted(goal, onExisting, refusal.get());
        }
        existing.refresh();
      }
    }
  }

  /** Mida has a goal with the key, but does not list its goals. */
  private GoalProfile useUnlisted(Goal goal, OnExisting onExisting, MidaApiException refusal) {
    Resolved first = resolvedByKey.get(goal.keyInMida());
    if (first != null) {
      return use(first.profile(), goal, onExisting);
    }
    GoalProfile unlisted =
        new GoalProfile(
            GoalProfile.UNKNOWN_ID,
            goal.keyInMida(),
            OptionalLong.empty(),
            goal,
            goal.type().wireName());
    return switch (onExisting) {
      case REUSE -> {
        if (warnedOfUnlisted.compareAndSet(false, true)) {
          warnings.accept(unlistedWarning(unlisted, refusal));
        }
        yield unlisted;
      }
      case UPDATE -> throw Conflicts.cannotBeUpdated(goal, unlisted, refusal);
      case FAIL -> throw Conflicts.forbiddenUnlisted(goal, unlisted);
    };
  }

  private String unlistedWarning(GoalProfile unlisted, MidaApiException refusal) {
    return "midagoal uses existing goals by their keys, such as \"%s\" (%s), and cannot compare them with the tests' definitions: Mida did not list the goals of %s (status %d). Check in Mida that they are as declared and not deleted."
        .formatted(
            unlisted.goal().name(), unlisted.key(), mida.projectUrl(), refusal.status().orElse(0));
  }

  private GoalProfile create(Goal goal, Cleanup cleanup) {
    if (cleanup == Cleanup.KEEP) {
      return mida.create(goal);
    }
    registerShutdownHook();
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
    Resolved first = resolvedByKey.get(found.key());
    if (first != null && !first.goal().equals(goal)) {
      throw Conflicts.ofThisRun(goal, found);
    }
    if (onExisting == OnExisting.REUSE) {
      throw Conflicts.drift(goal, found);
    }
    return mida.update(found.id(), goal);
  }

  private void registerShutdownHook() {
    if (hookRegistered.compareAndSet(false, true)) {
      try {
        Runtime.getRuntime().addShutdownHook(shutdownHook);
      } catch (IllegalStateException jvmIsEnding) {
        throw new IllegalStateException("The run is ending; no further goal is created.");
      }
    }
  }

  /** Deletes the goals that this run created, if requested. A second call does nothing. */
  @Override
  public void close() {
    cleanUp();
    if (hookRegistered.get()) {
      try {
        Runtime.getRuntime().removeShutdownHook(shutdownHook);
      } catch (IllegalStateException jvmIsEnding) {
        // The hook runs, with nothing left to do.
      }
    }
  }

  /** Waits for pending creations first, to miss none. */
  private void cleanUp() {
    if (!cleaning.compareAndSet(false, true)) {
      return;
    }
    boolean alone = false;
    try {
      alone = creations.writeLock().tryLock(PENDING_CREATIONS_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try {
      threads.shutdownNow();
      if (hookRegistered.get()) {
        created.deleteAll();
      }
    } finally {
      if (alone) {
        creations.writeLock().unlock();
      }
    }
  }
}
