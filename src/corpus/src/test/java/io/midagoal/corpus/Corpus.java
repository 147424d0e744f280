package io.midagoal.corpus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The definitions with what has become known about them. */
final class Corpus {

  /**
   * What looking again at a page, after the oracle had contradicted it, made of an expectation.
   *
   * @param code the right finding; empty for a good goal
   * @param why what had been overlooked
   */
  record Correction(String code, String why) {}

  private Corpus() {}

  /** All definitions but those that the contract leaves open. */
  static List<Definition> definitions() {
    Map<String, String> leftOut = leftOut();
    return Definition.all().stream().filter(one -> !leftOut.containsKey(one.id())).toList();
  }

  /** Definitions that the contract leaves open, by id, each with the reason. */
  static Map<String, String> leftOut() {
    Map<String, String> reasons = new LinkedHashMap<>();
    Definition.rows("left-out.csv").forEach(row -> reasons.put(row[0], row[1]));
    return reasons;
  }

  /** Expectations that were wrong, by id. */
  static Map<String, Correction> corrections() {
    Map<String, Correction> corrections = new LinkedHashMap<>();
    Definition.rows("corrections.csv")
        .forEach(row -> corrections.put(row[0], new Correction(row[1], row[2])));
    return corrections;
  }

  /** The finding that is the right reason; empty for a good goal. */
  static String code(Definition definition) {
    Correction correction = corrections().get(definition.id());
    return correction == null ? definition.code() : correction.code();
  }
}
