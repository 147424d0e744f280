package io.midagoal.internal.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a class of the tests in a JVM of its own. */
final class Programs {
  private Programs() {}

  /** Starts a program, and waits until it has printed a line. */
  static Process start(Class<?> program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1"));
    command.add(program.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    // Not on the command line: Java reads back only the first few thousand characters of that.
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    Process process = builder.start();
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = output.readLine();
    if (line == null) {
      throw new IOException(program.getName() + " ended without a word.");
    }
    return process;
  }

  /** Does nothing for a long time. */
  static final class Sleeper {
    private Sleeper() {}

    /** Sleeps, after it has started as many more of its kind as the argument says. */
    public static void main(String[] arguments) throws Exception {
      int children = arguments.length == 0 ? 0 : Integer.parseInt(arguments[0]);
      if (children > 0) {
        start(Sleeper.class, Integer.toString(children - 1));
      }
      System.out.println("sleeping");
      Thread.sleep(300_000);
    }
  }
}
