package io.midagoal.corpus;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What real input found out about a definition. Kept in {@code truth.csv}.
 *
 * @param id the definition's
 * @param status MATCHED, BROKEN or UNDECIDED
 * @param apart "handlers" when nothing but the page's own event handlers decides it, else empty
 * @param how what was done and seen
 */
record Truth(String id, String status, String apart, String how) {

  /** The truth as it was found out last, by the definitions' ids. */
  static Map<String, Truth> stored() {
    Map<String, Truth> truths = new LinkedHashMap<>();
    for (String[] row : Definition.rows("truth.csv")) {
      truths.put(row[0], new Truth(row[0], row[1], row[2], row[3]));
    }
    return truths;
  }

  String row() {
    return String.join(" ; ", id, status, apart, how.replace(" ; ", ", ").replaceAll("\\s+", " "));
  }
}
