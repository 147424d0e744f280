package io.midagoal.verdict;

/** How much a {@link Finding} matters, the gravest first. */
public enum Severity {
  /** The goal cannot count the conversion. */
  ERROR,
  /** It could not be found out whether the goal can count the conversion. */
  UNDECIDED,
  /** The goal counts today, but something about it is likely to break or to mislead. */
  WARNING,
  /** Worth knowing; nothing to do. */
  INFO
}
