package io.midagoal.mutation;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.Extension;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs test classes against a script that was changed. The classes that read the scripts, and the
 * tests, are loaded anew; browsers and the pages' server are shared by all runs.
 */
final class MutationRun {

  private static final String SCRIPTS = "io/midagoal/page/";

  /** Tests of one class run side by side, a few at a time. */
  static final Map<String, String> PARALLEL =
      Map.of(
          "junit.jupiter.execution.parallel.enabled", "true",
          "junit.jupiter.execution.parallel.mode.default", "concurrent",
          "junit.jupiter.execution.parallel.mode.classes.default", "concurrent",
          "junit.jupiter.execution.parallel.config.strategy", "fixed",
          "junit.jupiter.execution.parallel.config.fixed.parallelism", "4",
          "junit.jupiter.execution.parallel.config.fixed.max-pool-size", "4");

  private static final Map<String, String> SETTINGS =
      Map.of(
          "junit.jupiter.extensions.autodetection.enabled", "true",
          "junit.jupiter.extensions.autodetection.include", StopAtFirstFailure.class.getName(),
          "junit.jupiter.execution.timeout.default", "60 s",
          "junit.jupiter.execution.timeout.thread.mode.default", "SEPARATE_THREAD");

  private static final String SERVICES = "META-INF/services/" + Extension.class.getName();

  /** Scripts whose tests are about waiting. */
  private static final List<String> WAITING = List.of("wait.js", "pending.js");

  private MutationRun() {}

  /** Pages of tests that are not about waiting stand still at once. */
  private static String hasty(String wait) {
    String hasty = wait.replaceAll("(PATIENCE_KNOWING) = \\d+", "$1 = 50");
    if (hasty.equals(wait)) {
      throw new IllegalStateException("wait.js has another patience now: mend this.");
    }
    return hasty;
  }

  /** The test that went red, if one did. */
  static Optional<String> killer(String script, String source, List<String> testClasses) {
    StopAtFirstFailure.FAILED.set(null);
    Map<String, String> changed = new HashMap<>();
    if (!WAITING.contains(script)) {
      changed.put(SCRIPTS + "wait.js", hasty(read("wait.js")));
    }
    changed.put(SCRIPTS + script, source);
    changed.put(SERVICES, StopAtFirstFailure.class.getName());
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (Loader loader = new Loader(changed)) {
      Thread.currentThread().setContextClassLoader(loader);
      LauncherDiscoveryRequest request =
          LauncherDiscoveryRequestBuilder.request()
              .selectors(testClasses.stream().map(name -> selectClass(loader, name)).toList())
              .filters(EngineFilter.includeEngines("junit-jupiter"))
              .configurationParameters(PARALLEL)
              .configurationParameters(SETTINGS)
              .build();
      LauncherConfig config =
          LauncherConfig.builder()
              .enableTestExecutionListenerAutoRegistration(false)
              .enableLauncherSessionListenerAutoRegistration(false)
              .build();
      LauncherFactory.create(config).execute(request, new ContainerFailures());
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
    return Optional.ofNullable(StopAtFirstFailure.FAILED.get());
  }

  /** A class whose set-up fails has no test that could. */
  private static final class ContainerFailures implements TestExecutionListener {
    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
      if (result.getStatus() == TestExecutionResult.Status.FAILED) {
        StopAtFirstFailure.FAILED.compareAndSet(null, identifier.getDisplayName());
      }
    }
  }

  /** Loads anew what depends on the scripts, with the changed one in its place. */
  private static final class Loader extends ClassLoader implements AutoCloseable {
    private static final List<String> ANEW =
        List.of("io.midagoal.page.", "io.midagoal.verify.", "io.midagoal.journey.");

    private final Map<String, Path> changed = new HashMap<>();

    Loader(Map<String, String> resources) {
      super(MutationRun.class.getClassLoader());
      resources.forEach(
          (name, text) -> {
            try {
              Path file = Files.createTempFile("mutant", null);
              changed.put(name, file);
              Files.writeString(file, text);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (ANEW.stream().noneMatch(name::startsWith)) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded != null ? loaded : define(name);
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public @Nullable URL getResource(String name) {
      Path file = changed.get(name);
      return file == null ? super.getResource(name) : url(file);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      Path file = name.equals(SERVICES) ? changed.get(name) : null;
      return file == null ? super.getResources(name) : Collections.enumeration(List.of(url(file)));
    }

    private static URL url(Path file) {
      try {
        return file.toUri().toURL();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      changed.values().forEach(file -> file.toFile().delete());
    }
  }

  /** A script as it is. */
  static String read(String script) {
    try (InputStream in =
        MutationRun.class.getClassLoader().getResourceAsStream(SCRIPTS + script)) {
      if (in == null) {
        throw new IllegalArgumentException("no such script: " + script);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
