package io.midagoal.mutation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Takes one check after another out of the page scripts and says which of them no test misses.
 * Those that are known to live, each with the reason, stand in survivors.txt; any other ends the
 * run with an error.
 *
 * <p>Arguments, all optional: {@code files=reach.js,judge.js}; {@code most=100}, a sample drawn at
 * random; {@code seed=1} for the same sample again; {@code minutes=60}, after which no other mutant
 * is begun.
 */
public final class ScriptMutants {

  private static final String VERIFY = "io.midagoal.verify.";

  private static final String CLICKS =
      "ClickOnElementTest ClickOnTextTest RealClicksTest FormSubmitTest RealSubmitsTest";
  private static final String REASONS = "ClickOnElementTest ClickOnTextTest FormSubmitTest";
  private static final String VISITS = "ProbeTest RevealedByTest OpenersTest";
  private static final String WAITS = "WaitingTest PageTest";
  private static final String JOURNEYS = "io.midagoal.journey.JourneyTest";

  /** The test classes that are there to notice a change in a script. */
  private static final Map<String, List<String>> TESTS = new TreeMap<>();

  static {
    tests("rules.js", CLICKS, "UrlTest", "io.midagoal.page.UrlRulesTest", JOURNEYS);
    tests("reach.js", CLICKS);
    tests("points.js", CLICKS);
    tests("forms.js", CLICKS);
    tests("judge.js", CLICKS, "UrlTest PageTest");
    tests("dom.js", CLICKS, "HostilePagesTest UnrulyPagesTest");
    tests("diagnose.js", REASONS, "UrlTest PageTest");
    tests("unreachable.js", REASONS);
    tests("missing.js", REASONS);
    tests("nearby.js", REASONS);
    tests("tell.js", REASONS);
    tests("formReasons.js", REASONS);
    tests("textReasons.js", REASONS);
    tests("aim.js", VISITS);
    tests("ask.js", VISITS);
    tests("guard.js", VISITS);
    tests("probe.js", VISITS);
    tests("openers.js", VISITS);
    tests("snippet.js", "SnippetTest");
    tests("wait.js", WAITS);
    tests("pending.js", WAITS);
    tests("patterns.js", "UrlTest");
    tests("record.js", JOURNEYS);
  }

  private static void tests(String file, String... names) {
    TESTS.put(
        file,
        Arrays.stream(String.join(" ", names).split(" ", -1))
            .map(name -> name.contains(".") ? name : VERIFY + name)
            .toList());
  }

  private ScriptMutants() {}

  /**
   * Runs, and prints a line for each mutant.
   *
   * @param args see above
   * @throws IOException when a temporary file cannot be written
   */
  public static void main(String[] args) throws IOException {
    Map<String, String> options =
        Arrays.stream(args)
            .map(arg -> arg.split("=", 2))
            .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    List<Mutant> mutants = new ArrayList<>();
    for (String file :
        options.getOrDefault("files", String.join(",", TESTS.keySet())).split(",", -1)) {
      mutants.addAll(Mutants.of(file, MutationRun.read(file)));
    }
    long seed = Long.parseLong(options.getOrDefault("seed", "" + System.nanoTime()));
    Collections.shuffle(mutants, new Random(seed));
    int most = Integer.parseInt(options.getOrDefault("most", "" + mutants.size()));
    Duration limit = Duration.ofMinutes(Long.parseLong(options.getOrDefault("minutes", "60")));
    System.out.printf("%d mutants, seed %d%n", mutants.size(), seed);
    List<Mutant> unknown = run(mutants.subList(0, Math.min(most, mutants.size())), limit);
    if (!unknown.isEmpty()) {
      throw new AssertionError(
          unknown.size() + " checks can be taken out, and no test misses them: see above.");
    }
  }

  /** Tries the mutants; answers those that live for no known reason. */
  private static List<Mutant> run(List<Mutant> mutants, Duration limit) throws IOException {
    mutants.stream().map(Mutant::file).distinct().forEach(ScriptMutants::requireGreen);
    Instant end = Instant.now().plus(limit);
    Map<String, String> known = knownSurvivors();
    List<Mutant> unknown = new ArrayList<>();
    int killed = 0;
    int tried = 0;
    for (Mutant mutant : mutants) {
      if (Instant.now().isAfter(end)) {
        break;
      }
      tried++;
      Optional<String> killer =
          MutationRun.killer(mutant.file(), mutant.mutated(), testsOf(mutant.file()));
      String reason = known.get(mutant.told());
      if (killer.isPresent()) {
        killed++;
      } else if (reason == null) {
        unknown.add(mutant);
      }
      System.out.printf(
          "%s line %d: %s (%s)%n",
          killer.isPresent() ? "killed  " : "SURVIVED",
          mutant.line(),
          mutant.told(),
          killer.orElse(reason == null ? "no test misses it" : reason));
    }
    System.out.printf(
        "%d of %d tried, %d killed, %d live for a known reason, %d for none%n",
        tried, mutants.size(), killed, tried - killed - unknown.size(), unknown.size());
    return unknown;
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

  /** Mutants that change nothing that a page could show, each with the reason. */
  private static Map<String, String> knownSurvivors() throws IOException {
    try (InputStream in = ScriptMutants.class.getResourceAsStream("survivors.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split(" :: ", 2))
          .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }
  }
}
