package io.midagoal.goal;

/** What converts a goal: an action of the visitor or of the page. */
public enum ConvertedBy {
  /** A click on an element of the page. */
  CLICK,
  /** A form submit. */
  SUBMIT,
  /** A visit to a page with a matching URL. */
  URL,
  /** A call to Mida's track command in the page's own scripts. */
  TRACKING,
  /** Something that this version of midagoal cannot verify. */
  OTHER;

  /**
   * Whether a visitor's own input converts the goal.
   *
   * @return true for a click and a submit
   */
  public boolean isInput() {
    return this == CLICK || this == SUBMIT;
  }
}
