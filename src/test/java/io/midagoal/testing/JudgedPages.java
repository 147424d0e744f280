package io.midagoal.testing;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The pages of {@link TestPages} that tests of this JVM had judged: on each of them a test holds
 * the verdict, so that a script that judges one of them otherwise turns a test red.
 */
public final class JudgedPages {

  /** A goal as the page scripts get it. */
  public record Wish(String type, String value) {}

  /**
   * A page, with the goals that were judged on it together.
   *
   * @param isPinned whether the test holds every word of the answer
   */
  public record JudgedPage(String url, List<Wish> wishes, boolean isPinned) {}

  private static final Queue<JudgedPage> ALL = new ConcurrentLinkedQueue<>();

  private JudgedPages() {}

  /** Takes down a page that a test has judged. */
  public static void note(String url, List<Wish> wishes) {
    ALL.add(new JudgedPage(url, wishes, false));
  }

  /** Takes down a page of which a test holds every word. */
  public static void notePinned(String url, List<Wish> wishes) {
    ALL.add(new JudgedPage(url, wishes, true));
  }

  /** All pages so far. */
  public static List<JudgedPage> all() {
    return List.copyOf(ALL);
  }
}
