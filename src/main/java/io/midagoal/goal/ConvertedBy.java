package io.midagoal.goal;

/** What a visitor, or the page, does to convert a goal. */
public enum ConvertedBy {
  /** A click on an element of the page. */
  CLICK,
  /** The submit of a form. */
  SUBMIT,
  /** The visit of a page with a certain URL. */
  URL,
  /** A call of Mida's track command by the page's own scripts. */
  TRACKING,
  /** Something that this version of midagoal cannot verify. */
  OTHER
}
