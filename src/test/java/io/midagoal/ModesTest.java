package io.midagoal;

import static io.midagoal.goal.GoalType.CLICK_ON_ELEMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.midagoal.config.Mode;
import io.midagoal.goal.GoalProfile;
import io.midagoal.stub.MidaStub;
import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With which Mida goals are created, and how a run says so. */
class ModesTest {

  private static String modeLine(MidaTestKit.Outcome outcome) {
    return outcome.log().stream()
        .filter(line -> line.startsWith("INFO midagoal is in mode"))
        .collect(Collectors.joining("\n"));
  }

  @Nested
  class Auto {

    @Test
    void isLiveWhenThereIsAnApiKey() {
      try (MidaStub stub = MidaStub.start()) {
        MidaTestKit kit = MidaTestKit.classes(TwoTestCases.class).live(stub);
        assertThat(modeLine(kit.with("midagoal.mode", "auto").run().passed(2)))
            .isEqualTo(
                "INFO midagoal is in mode live, because an API key is set (JUnit configuration"
                    + " parameter midagoal.api-key). Goals go to "
                    + stub.baseUrl()
                    + "/v2/project/"
                    + stub.projectKey()
                    + ".");
        assertThat(stub.goals()).hasSize(1);
      }
    }

    @Test
    void isEmbeddedWhenThereIsNoApiKeyButWireMock() {
      MidaTestKit kit = MidaTestKit.classes(TwoTestCases.class).with("midagoal.mode", "auto");
      assertThat(modeLine(kit.run().passed(2)))
          .startsWith(
              "INFO midagoal is in mode embedded, because MIDA_API_KEY is not set and WireMock is"
                  + " on the class path. Goals go to http://127.0.0.1:");
    }

    @Test
    void isVerifyOnlyWhenThereIsNeither() throws Exception {
      assertThat(runWithout("wiremock", "auto"))
          .contains(
              "INFO midagoal is in mode verify-only, because MIDA_API_KEY is not set and WireMock"
                  + " is not on the class path. No goals are created.")
          .contains("2 failures: 0");
    }
  }

  @Nested
  class Live {

    @Test
    void needsAnApiKey() {
      MidaTestKit kit = MidaTestKit.method(TwoTestCases.class, "one").with("midagoal.mode", "live");
      assertThat(kit.run().failure())
          .isEqualTo(
              "midagoal is in mode live, because midagoal.mode says so (JUnit configuration"
                  + " parameter midagoal.mode), but no API key is set. Set the environment variable"
                  + " MIDA_API_KEY.");
    }

    @Test
    void needsAProjectKey() {
      MidaTestKit kit =
          MidaTestKit.method(TwoTestCases.class, "one")
              .with("midagoal.mode", "auto")
              .with("midagoal.api-key", "secret");
      assertThat(kit.run().failure())
          .isEqualTo(
              "midagoal is in mode live, because an API key is set (JUnit configuration parameter"
                  + " midagoal.api-key), but no project key is set. Set the environment variable"
                  + " MIDA_PROJECT_KEY, or @MidaProject(projectKey = ..) on the test class.");
    }

    @Test
    void refusesAnApiUrlThatWouldTellTheKeyToEverybody() {
      MidaTestKit kit =
          MidaTestKit.method(TwoTestCases.class, "one")
              .with("midagoal.mode", "live")
              .with("midagoal.api-key", "secret-key")
              .with("midagoal.project-key", "p")
              .with("midagoal.api-url", "http://mida.example");
      assertThat(kit.run().failures())
          .singleElement()
          .satisfies(
              failure ->
                  assertThat(failure)
                      .isInstanceOf(
                          org.junit.jupiter.api.extension.ExtensionConfigurationException.class)
                      .hasMessageStartingWith(
                          "midagoal.api-url (from JUnit configuration parameter midagoal.api-url)"
                              + " is invalid.")
                      .hasMessageContaining("http://mida.example")
                      .hasMessageNotContaining("secret-key"));
    }
  }

  @Nested
  class AProjectKey {

    @Test
    void thatWouldLeadElsewhereIsRefusedWithThePlaceWhereItStands() {
      MidaTestKit kit =
          MidaTestKit.method(TwoTestCases.class, "one")
              .with("midagoal.mode", "live")
              .with("midagoal.api-key", "secret-key")
              .with("midagoal.project-key", "../other");
      assertThat(kit.run().failure())
          .startsWith(
              "midagoal.project-key (from JUnit configuration parameter midagoal.project-key)"
                  + " is invalid.")
          .contains("\"../other\"");
    }
  }

  @Nested
  class Embedded {

    @Test
    void endsItsServerWithTheRun() {
      MidaTestKit kit = MidaTestKit.classes(TwoTestCases.class).with("midagoal.mode", "embedded");
      Matcher address =
          Pattern.compile("127\\.0\\.0\\.1:(\\d+)").matcher(modeLine(kit.run().passed(2)));

      assertThat(address.find()).isTrue();
      int port = Integer.parseInt(address.group(1));
      assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
          .isInstanceOf(ConnectException.class);
    }

    @Test
    void needsWireMock() throws Exception {
      assertThat(runWithout("wiremock", "embedded"))
          .contains(
              "midagoal is in mode embedded, because midagoal.mode says so (JUnit configuration"
                  + " parameter midagoal.mode), but WireMock is not on the class path. Add the test"
                  + " dependency org.wiremock:wiremock-standalone.");
    }
  }

  @Nested
  class WireMockWithoutTheJettyThatItNeeds {

    @ParameterizedTest
    @ValueSource(strings = {"auto", "embedded"})
    void failsTheTestsAndSaysWhichDependencyToTake(String mode) throws Exception {
      assertThat(runWithout("jetty-", mode))
          .contains("midagoal is in mode embedded, because ")
          .contains(
              ", but WireMock cannot start with the libraries on the class path. Instead of the"
                  + " dependency org.wiremock:wiremock, use org.wiremock:wiremock-standalone, which contains its own. The reason: "
                  + "com.github.tomakehurst.wiremock.common.FatalStartupException: Jetty 11 is")
          .contains("2 failures: 2");
    }
  }

  @Nested
  class VerifyOnly {

    @Test
    void createsNothingAndSaysSoWhenAProfileIsWanted() {
      MidaTestKit.Outcome outcome = MidaTestKit.method(ProfileTestCases.class, "parameter").run();
      assertThat(outcome.failure())
          .isEqualTo(
              "Mida goal \"g\" has no profile, because mode verify-only creates no goals. Set midagoal.mode to embedded or live.");
    }

    @Test
    void saysSoWhenACheckIsAskedForTheProfile() {
      MidaTestKit.Outcome outcome = MidaTestKit.method(ProfileTestCases.class, "check").run();
      assertThat(outcome.failure()).startsWith("Mida goal \"g\" has no profile, because mode");
    }
  }

  @Test
  void isChosenByAnAnnotationBeforeAJunitParameter() {
    MidaTestKit.Outcome outcome =
        MidaTestKit.method(ProfileTestCases.class, "none").with("midagoal.mode", "live").run();
    assertThat(modeLine(outcome.passed(1)))
        .isEqualTo(
            "INFO midagoal is in mode verify-only, because midagoal.mode says so (test code). No"
                + " goals are created.");
  }

  @Test
  void isChosenByTheBuilderOfTheExtensionAsAnySettingCanBe() {
    assertThat(modeLine(MidaTestKit.classes(BuilderTestCases.class).run().passed(1)))
        .startsWith(
            "INFO midagoal is in mode verify-only, because midagoal.mode says so (test code)");
  }

  @Test
  void isRefusedByTheBuilderWithTheKeyThatWasMeant() {
    assertThat(MidaTestKit.classes(MisspeltTestCases.class).run().failure())
        .startsWith(
            "midagoal.mod (from test code) is not a setting of midagoal; did you mean"
                + " midagoal.mode?");
  }

  /** Runs {@link TwoTestCases} in a JVM of its own whose class path lacks some libraries. */
  private static String runWithout(String libraries, String mode)
      throws IOException, InterruptedException {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> !Path.of(entry).getFileName().toString().startsWith(libraries))
            .collect(Collectors.joining(File.pathSeparator));
    Process jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                RunOfTwoTestCases.class.getName(),
                mode)
            .redirectErrorStream(true)
            .start();
    String output = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(jvm.waitFor()).as(output).isZero();
    return output;
  }

  /** A program that runs the fixture and prints what midagoal said. */
  static final class RunOfTwoTestCases {

    private RunOfTwoTestCases() {}

    public static void main(String[] mode) {
      MidaTestKit.Outcome outcome =
          MidaTestKit.classes(TwoTestCases.class).with("midagoal.mode", mode[0]).run();
      outcome.log().forEach(System.out::println);
      outcome.failures().forEach(failure -> System.out.println(failure.getMessage()));
      System.out.println(
          outcome.results().testEvents().started().count()
              + " failures: "
              + outcome.failures().size());
    }
  }

  @MidaGoal(name = "g", type = CLICK_ON_ELEMENT, value = ".a")
  static class TwoTestCases {
    @Test
    void one() {}

    @Test
    void two() {}
  }

  @MidaGoal(name = "g", type = CLICK_ON_ELEMENT, value = ".a")
  static class BuilderTestCases {
    @RegisterExtension
    static final MidaGoalExtension MIDA =
        MidaGoalExtension.builder().setting("midagoal.mode", "verify-only").build();

    @Test
    void one() {}
  }

  @MidaGoal(name = "g", type = CLICK_ON_ELEMENT, value = ".a")
  static class MisspeltTestCases {
    @RegisterExtension
    static final MidaGoalExtension MIDA =
        MidaGoalExtension.builder().setting("midagoal.mod", "verify-only").build();

    @Test
    void one() {}
  }

  @MidaProject(mode = Mode.VERIFY_ONLY)
  @MidaGoal(name = "g", type = CLICK_ON_ELEMENT, value = ".a", elementUrl = "https://example.com/")
  static class ProfileTestCases {
    @Test
    void parameter(GoalProfile profile) {}

    @Test
    void check(GoalCheck check) {
      check.profile();
    }

    @Test
    void none() {}
  }
}
