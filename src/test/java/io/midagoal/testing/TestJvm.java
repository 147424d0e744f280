package io.midagoal.testing;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A program of the tests in a JVM of its own, in whose environment no setting of midagoal stands
 * unless it is given. Not thread-safe.
 */
public final class TestJvm implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;
  private final Path errors;
  private final List<String> lines = new ArrayList<>();

  private TestJvm(Process process, Path errors) {
    this.process = process;
    this.output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    this.errors = errors;
  }

  /** Prepares a program; its error output goes to a file in a folder. */
  public static Builder of(Class<?> program, Path folder) {
    return new Builder(program, folder);
  }

  /** Reads what the program prints until there is such a line. */
  public void awaitLine(String wanted) throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      lines.add(line);
      if (line.equals(wanted)) {
        return;
      }
    }
    throw new IOException("The program ended before it printed " + wanted + ":\n" + allOutput());
  }

  /** Lets a program go on that waits for a byte of its input. */
  public void goOn() throws IOException {
    OutputStream input = process.getOutputStream();
    input.write('\n');
    input.flush();
  }

  /** Waits for the end of the program, and gives its exit value. */
  public int awaitEnd() throws IOException, InterruptedException {
    output.lines().forEach(lines::add);
    return process.waitFor();
  }

  /** What the program has printed so far, as far as it was waited for, and its error output. */
  public String allOutput() throws IOException {
    return String.join("\n", lines) + "\n" + Files.readString(errors);
  }

  /** What the program has printed so far, as far as it was waited for. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  /** The process, to be ended in one way or another. */
  public Process process() {
    return process;
  }

  /** Kills the program if it still runs. */
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }

  /** What a program is started with. */
  public static final class Builder {
    private final Class<?> program;
    private final Path folder;
    private final List<String> options = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private String classPath = System.getProperty("java.class.path");

    private Builder(Class<?> program, Path folder) {
      this.program = program;
      this.folder = folder;
    }

    /** Adds an option of the JVM. */
    public Builder option(String option) {
      options.add(option);
      return this;
    }

    /** Adds arguments of the program. */
    public Builder arguments(String... more) {
      arguments.addAll(List.of(more));
      return this;
    }

    /** Sets an environment variable. */
    public Builder environment(String name, String value) {
      environment.put(name, value);
      return this;
    }

    /** Adds a folder with classes. */
    public Builder classes(Path more) {
      classPath = more + File.pathSeparator + classPath;
      return this;
    }

    /** Starts the program. */
    public TestJvm start() throws IOException {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
      command.add("-Dfile.encoding=UTF-8");
      command.addAll(options);
      command.add(program.getName());
      command.addAll(arguments);
      Path errors = Files.createTempFile(folder, "stderr-", ".txt");
      ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
      Map<String, String> variables = builder.environment();
      variables.keySet().removeIf(name -> name.startsWith("MIDA_"));
      variables.putAll(environment);
      // Not on the command line, which is too long for some tools.
      variables.put("CLASSPATH", classPath);
      return new TestJvm(builder.start(), errors);
    }
  }
}
