package io.midagoal.experiment;

import io.midagoal.goal.Goal;
import io.midagoal.internal.text.UrlCredentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The definition of a Mida experiment: a page, its variants, and the goals that it counts.
 *
 * <pre>{@code
 * Experiment experiment = Experiment.read(Path.of("src/test/experiments/cta.json"));
 * }</pre>
 *
 * @param id Mida's number for it ({@code test_id}); empty when it does not exist in Mida yet
 * @param name the name that people read ({@code test_name})
 * @param url the page that it changes
 * @param variants Control first, then the others in order
 * @param goals the primary goal first, then the secondary ones; goals that the experiment only
 *     refers to by key are not among them
 */
public record Experiment(
    OptionalLong id, String name, String url, List<Variant> variants, List<Goal> goals) {

  /**
   * Checks the fields, and puts Control first. A missing Control is added, as Mida does; of several
   * the first counts.
   *
   * @param id Mida's number for it ({@code test_id})
   * @param name the name that people read ({@code test_name})
   * @param url the page that it changes
   * @param variants with or without Control
   * @param goals the goals that it counts
   * @throws IllegalArgumentException when name or URL is blank, or two variants have the same name
   */
  public Experiment {
    requireText("name (test_name)", name);
    requireText("URL (url)", url);
    variants = withControlFirst(variants);
    Set<String> names = new HashSet<>();
    for (Variant variant : variants) {
      if (!names.add(variant.name())) {
        throw new IllegalArgumentException(
            "Each variant of a Mida experiment needs a name of its own, but two are named \""
                + variant.name()
                + "\".");
      }
    }
    goals = List.copyOf(goals);
  }

  private static void requireText(String field, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(
          "A Mida experiment needs a " + field + ", but it is blank.");
    }
  }

  private static List<Variant> withControlFirst(List<Variant> variants) {
    Variant control =
        variants.stream()
            .filter(Variant::isControl)
            .findFirst()
            .orElseGet(() -> new Variant(Variant.CONTROL, "", "", List.of()));
    return Stream.concat(
            Stream.of(control), variants.stream().filter(variant -> !variant.isControl()))
        .toList();
  }

  /**
   * Reads an experiment from a file, so that it can be checked before it exists in Mida. The file
   * holds what is sent to Mida's <em>Create Experiment</em>, or what <em>Get Experiment
   * Details</em> answers. Unknown fields are ignored.
   *
   * @param file JSON
   * @return the experiment
   * @throws IllegalArgumentException when the file is not the JSON of an experiment; the message
   *     names the file and the place in it
   * @throws UncheckedIOException when the file cannot be read
   */
  public static Experiment read(Path file) {
    byte[] json;
    try {
      json = Files.readAllBytes(file);
    } catch (IOException e) {
      String reason = e instanceof NoSuchFileException ? "there is no such file" : e.toString();
      throw new UncheckedIOException(
          "The experiment file " + file.toAbsolutePath() + " cannot be read: " + reason + ".", e);
    }
    try {
      return ExperimentReader.read(json);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "The experiment file "
              + file
              + " is not usable: "
              + e.getMessage()
              + " Correct it there; the file should hold the JSON of Mida's Create Experiment or Get"
              + " Experiment Details.",
          e);
    }
  }

  /**
   * Reads an experiment from JSON, as {@link #read(Path)} does.
   *
   * @param json the text
   * @return the experiment
   * @throws IllegalArgumentException when it is not the JSON of an experiment; the message names
   *     the place
   */
  public static Experiment parse(String json) {
    return ExperimentReader.read(json.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Names all fields, but hides user and password in URLs.
   *
   * @return the fields
   */
  @Override
  public String toString() {
    return "Experiment[id=%s, name=%s, url=%s, variants=%s, goals=%s]"
        .formatted(
            id.isPresent() ? id.getAsLong() : "",
            name,
            UrlCredentials.hideInUrl(url),
            variants,
            goals);
  }
}
