package io.midagoal.corpus;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A verdict, or its reason, that is another in WebKitGTK because the engine is another. Kept in
 * {@code webkit.csv}.
 *
 * @param status the verdict there; {@link #BY_CHANCE} where time decides
 * @param code the finding there that is the reason; empty for a goal that matched
 * @param why what the engine does otherwise
 */
record EngineDifference(String status, String code, String why) {

  private static final String BY_CHANCE = "-";

  /** All that are known, by the definitions' ids. */
  static Map<String, EngineDifference> named() {
    Map<String, EngineDifference> differences = new LinkedHashMap<>();
    Definition.rows("webkit.csv")
        .forEach(row -> differences.put(row[0], new EngineDifference(row[1], row[2], row[3])));
    return differences;
  }

  boolean isByChance() {
    return status.equals(BY_CHANCE);
  }
}
