package io.midagoal.internal.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Properties;
import java.util.Set;

/** JUnit's file of configuration parameters. */
final class JunitPlatformProperties {
  private static final String FILE = "junit-platform.properties";

  private JunitPlatformProperties() {}

  /** Returns the names in the file that JUnit uses: the first on the class path. */
  static Set<String> names() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    URL file = loader == null ? ClassLoader.getSystemResource(FILE) : loader.getResource(FILE);
    return file == null ? Set.of() : names(file);
  }

  private static Set<String> names(URL file) {
    Properties properties = new Properties();
    try (InputStream in = file.openStream()) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
    return properties.stringPropertyNames();
  }
}
