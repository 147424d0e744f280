package io.midagoal.mutation;

import io.midagoal.mutation.Survivors.Living;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Takes one check after another out of the page scripts and says which of them no test misses.
 * Those that are known to live, each with the reason, stand in survivors.txt; any other ends the
 * run with an error.
 *
 * <p>Scripts that judge a page as it stands are replayed (see {@link RuleMutants}); these are taken
 * when no others are named. For all others the tests that are there for them run again for each
 * mutant, which takes minutes for one that lives.
 *
 * <p>Arguments, all optional: {@code files=reach.js,wait.js}; {@code most=100}, a sample drawn at
 * random; {@code seed=1} for the same sample again, as far as the scripts are the same; {@code
 * minutes=60}, after which no other mutant is begun of those that are not replayed.
 */
public final class ScriptMutants {

  private static final String VERIFY = "io.midagoal.verify.";

  /** Each page that one of these judges is replayed. */
  private static final String RULES =
      "ClickOnElementTest ClickOnTextTest FormSubmitTest OpenersTest"
          + " RealClicksTest RealTextsTest RealSubmitsTest io.midagoal.texts.FindingTextsTest";

  /** Scripts that judging a page needs, but for goals that {@link #RULES} has none of. */
  private static final List<String> BESIDE = List.of("otherpages.js", "arrival.js", "snippet.js");

  private static final List<String> REPLAYED =
      PageReplay.FILES.stream().filter(name -> !BESIDE.contains(name)).toList();

  private static final String VISITS = "ProbeTest RevealedByTest OpenersTest";
  private static final String WAITS = "WaitingTest PageTest OnScrollTest";
  private static final String JOURNEYS = "io.midagoal.journey.JourneyTest";

  /** The test classes that are there to notice a change that no replayed page tells of. */
  private static final Map<String, List<String>> TESTS =
      Map.ofEntries(
          Map.entry("aim.js", classes(VISITS)),
          Map.entry("ask.js", classes(VISITS)),
          Map.entry("guard.js", classes(VISITS)),
          Map.entry("probe.js", classes(VISITS)),
          Map.entry("snippet.js", classes("SnippetTest")),
          Map.entry("wait.js", classes(WAITS)),
          Map.entry("walk.js", classes("OnScrollTest")),
          Map.entry("pending.js", classes(WAITS)),
          Map.entry("patterns.js", classes("UrlTest")),
          Map.entry("record.js", classes(JOURNEYS)),
          // Replayed, but for pages that take the DOM away, and for URLs.
          Map.entry("dom.js", classes("HostilePagesTest")),
          Map.entry("rules.js", classes("io.midagoal.page.UrlRulesTest")));

  private static List<String> classes(String names) {
    return Arrays.stream(names.split(" ", -1))
        .map(name -> name.contains(".") ? name : VERIFY + name)
        .toList();
  }

  private ScriptMutants() {}

  /**
   * Runs, and prints a line for each mutant that lives.
   *
   * @param args see above
   * @throws Exception when a test is red as it is, or the run is interrupted
   */
  public static void main(String[] args) throws Exception {
    Map<String, String> options =
        Arrays.stream(args)
            .map(arg -> arg.split("=", 2))
            .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    List<Mutant> mutants = new ArrayList<>();
    for (String file : options.getOrDefault("files", String.join(",", REPLAYED)).split(",", -1)) {
      mutants.addAll(Mutants.of(file, MutationRun.read(file)));
    }
    long seed = Long.parseLong(options.getOrDefault("seed", "" + System.nanoTime()));
    mutants.sort(Comparator.comparingLong(mutant -> lot(mutant, seed)));
    int most = Integer.parseInt(options.getOrDefault("most", "" + mutants.size()));
    Duration limit = Duration.ofMinutes(Long.parseLong(options.getOrDefault("minutes", "60")));
    System.out.printf("%d mutants, seed %d%n", mutants.size(), seed);
    List<Mutant> sample = mutants.subList(0, Math.min(most, mutants.size()));
    List<Living> living =
        living(sample, seed, limit).stream()
            .map(mutant -> new Living(mutant.line(), mutant.told()))
            .toList();
    Survivors.requireNamed("survivors.txt", sample.size(), living);
    // The pool's threads would keep the JVM for a while.
    System.exit(0);
  }

  /**
   * What a sample is drawn by. It hangs on the mutant alone, so that a sample stays the same, and
   * its survivors named, when other lines change.
   */
  private static long lot(Mutant mutant, long seed) {
    return new Random(seed + mutant.told().hashCode()).nextLong();
  }

  /** Tries the mutants; answers those that live, in the order of the scripts. */
  private static List<Mutant> living(List<Mutant> mutants, long seed, Duration limit)
      throws InterruptedException {
    Predicate<Mutant> isReplayed = mutant -> REPLAYED.contains(mutant.file());
    List<Mutant> replayed = mutants.stream().filter(isReplayed).toList();
    List<Mutant> others = new ArrayList<>(mutants.stream().filter(isReplayed.negate()).toList());
    List<Mutant> living = new ArrayList<>();
    for (Mutant mutant : RuleMutants.living(replayed, classes(RULES), seed)) {
      (TESTS.containsKey(mutant.file()) ? others : living).add(mutant);
    }
    living.addAll(livingInTests(others, limit));
    living.sort(Comparator.comparing(Mutant::file).thenComparing(Mutant::start));
    return living;
  }

  private static List<Mutant> livingInTests(List<Mutant> mutants, Duration limit) {
    mutants.stream().map(Mutant::file).distinct().forEach(ScriptMutants::requireGreen);
    Instant end = Instant.now().plus(limit);
    List<Mutant> living = new ArrayList<>();
    for (Mutant mutant : mutants) {
      if (Instant.now().isAfter(end)) {
        System.out.println("Not tried: " + mutant.told());
      } else if (MutationRun.killer(mutant.file(), mutant.mutated(), testsOf(mutant.file()))
          .isEmpty()) {
        living.add(mutant);
      }
    }
    return living;
  }

  private static List<String> testsOf(String file) {
    return Objects.requireNonNull(TESTS.get(file), file);
  }

  private static void requireGreen(String file) {
    MutationRun.killer(file, MutationRun.read(file), testsOf(file))
        .ifPresent(
            red -> {
              throw new IllegalStateException(
                  "With " + file + " as it is, a test is red: " + red + ".");
            });
  }
}
