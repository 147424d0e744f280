package io.midagoal.jvms;

import io.midagoal.goal.GoalProfile;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** What a test class that is run in a JVM of its own tells to the test that has started it. */
public final class Declared {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private Declared() {}

  /** Prints which goals a test got. */
  public static void got(GoalProfile... goals) {
    for (GoalProfile goal : goals) {
      System.out.println(line(goal));
    }
    COUNT.addAndGet(goals.length);
  }

  static String line(GoalProfile goal) {
    return "goal " + goal.goal().name() + " = " + goal.id() + " " + goal.key();
  }

  /** Says that all tests have run, and waits until the others have, too. */
  public static void waitForTheOthers() throws IOException {
    System.out.println("ready after " + COUNT.get());
    System.in.read();
  }
}
