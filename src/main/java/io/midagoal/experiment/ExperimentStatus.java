package io.midagoal.experiment;

import java.util.Arrays;

/** Whether visitors take part in an experiment. */
public enum ExperimentStatus {
  /** It was created and has not started. */
  DRAFT(9),
  /** It is running. */
  LIVE(1),
  /** It is paused or has ended. */
  INACTIVE(0),
  /** A status that this version of midagoal does not know. */
  UNKNOWN(-1);

  private final long code;

  ExperimentStatus(long code) {
    this.code = code;
  }

  /**
   * The number that Mida's REST API uses.
   *
   * @return for example 9; -1 for {@link #UNKNOWN}, which Mida does not have
   */
  public long code() {
    return code;
  }

  /**
   * Finds a status by the number that Mida's REST API uses.
   *
   * @param code for example 9
   * @return the status, or {@link #UNKNOWN} for a number that this version does not know
   */
  public static ExperimentStatus fromCode(long code) {
    return Arrays.stream(values())
        .filter(status -> status.code == code)
        .findFirst()
        .orElse(UNKNOWN);
  }
}
