package io.midagoal.verdict;

/** The outcome of a {@link Verdict}. */
public enum Status {
  /** A visitor can reach the goal, and Mida would count it. */
  MATCHED,
  /** A visitor cannot reach the goal, or Mida would not count it: fix the goal or the page. */
  BROKEN,
  /** The goal could not be checked: fix the environment or the test, not the goal. */
  UNDECIDED
}
