package io.midagoal.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** In a program of its own, since properties and environment of this JVM belong to all tests. */
class ThisJvmTest {
  @Test
  void givesItsSystemPropertiesAndItsEnvironment() throws IOException {
    ProcessBuilder program =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-Dmidagoal.mode=verify-only",
                "-cp",
                System.getProperty("java.class.path"),
                PrintSettings.class.getName())
            .redirectErrorStream(true);
    program.environment().keySet().removeIf(name -> name.startsWith("MIDA_"));
    program.environment().put("MIDA_REGION", "eu");
    Process running = program.start();
    try {
      assertThat(running.inputReader().lines())
          .singleElement()
          .asString()
          .contains("midagoal.mode=\"verify-only\" (system property midagoal.mode)")
          .contains("midagoal.region=\"eu\" (environment variable MIDA_REGION)");
    } finally {
      running.destroyForcibly();
    }
  }

  /** The program. */
  static final class PrintSettings {
    private PrintSettings() {}

    public static void main(String[] args) {
      System.out.println(Settings.builder().thisJvm().build());
    }
  }
}
