package io.midagoal.internal.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The class loader belongs to the thread, so that tests in parallel do not see each other's. */
class JunitPlatformPropertiesTest {
  private final ClassLoader loaderBefore = Thread.currentThread().getContextClassLoader();

  @AfterEach
  void putTheLoaderBack() {
    Thread.currentThread().setContextClassLoader(loaderBefore);
  }

  @Test
  void anUnknownNameInTheFileOfTheClassPathIsRefused(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("junit-platform.properties"), "midagoal.regoin = eu\n");
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
      Thread.currentThread().setContextClassLoader(loader);
      assertThatThrownBy(() -> Settings.builder().thisJvm().build())
          .isInstanceOf(SettingsException.class)
          .hasMessageStartingWith(
              "midagoal.regoin (from JUnit configuration parameter midagoal.regoin)");
    }
  }
}
