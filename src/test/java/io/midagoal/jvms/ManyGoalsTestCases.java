package io.midagoal.jvms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Writes and compiles a test class that declares any number of goals. */
final class ManyGoalsTestCases {
  static final String NAME = "ManyGoalsTestCases";
  private static final int GOALS_OF_A_TEST = 250;

  private ManyGoalsTestCases() {}

  static String goalName(int i) {
    return "Goal " + i;
  }

  static String goalValue(int i) {
    return ".goal-" + i;
  }

  /** Compiles it into a folder. */
  static void compile(Path folder, int goals) {
    try {
      Path source = Files.writeString(folder.resolve(NAME + ".java"), source(goals));
      JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
      int result =
          compiler.run(null, null, null, "-proc:none", "-d", folder.toString(), source.toString());
      if (result != 0) {
        throw new IllegalStateException("The compiler refused " + source);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String source(int goals) {
    return """
    import io.midagoal.*;
    import io.midagoal.goal.*;
    import io.midagoal.jvms.Declared;
    import org.junit.jupiter.api.*;

    %s
    class %s {
    %s
      @AfterAll
      static void end() throws Exception {
        Declared.waitForTheOthers();
      }
    }
    """
        .formatted(annotations(goals), NAME, tests(goals));
  }

  private static String annotations(int goals) {
    return IntStream.range(0, goals)
        .mapToObj(
            i ->
                "@MidaGoal(name = \"%s\", type = GoalType.CLICK_ON_ELEMENT, value = \"%s\")"
                    .formatted(goalName(i), goalValue(i)))
        .collect(Collectors.joining("\n"));
  }

  private static String tests(int goals) {
    return IntStream.iterate(0, from -> from < goals, from -> from + GOALS_OF_A_TEST)
        .mapToObj(from -> test(from, Math.min(goals, from + GOALS_OF_A_TEST)))
        .collect(Collectors.joining("\n"));
  }

  private static String test(int from, int to) {
    return "  @Test void test%d(%s) { Declared.got(%s); }"
        .formatted(
            from,
            IntStream.range(from, to)
                .mapToObj(i -> "@GoalNamed(\"%s\") GoalProfile g%d".formatted(goalName(i), i))
                .collect(Collectors.joining(", ")),
            IntStream.range(from, to).mapToObj(i -> "g" + i).collect(Collectors.joining(", ")));
  }
}
