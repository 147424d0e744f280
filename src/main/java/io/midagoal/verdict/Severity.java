package io.midagoal.verdict;

/** How serious a {@link Finding} is, most serious first. */
public enum Severity {
  /** The goal cannot count the conversion. */
  ERROR,
  /** midagoal could not check whether the goal counts the conversion. */
  UNDECIDED,
  /** The goal works today, but is likely to break or to mislead. */
  WARNING,
  /** Worth knowing; nothing to do. */
  INFO
}
