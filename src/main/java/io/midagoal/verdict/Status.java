package io.midagoal.verdict;

/** The outcome of a {@link Verdict}. */
public enum Status {
  /** A visitor can reach the goal, and Mida would count it. */
  MATCHED,
  /** A visitor cannot reach the goal, or Mida would not count it: the definition is wrong. */
  BROKEN,
  /** The goal could not be judged: the page or the set-up needs attention, not the definition. */
  UNDECIDED
}
