package io.midagoal.internal.junit;

import io.midagoal.config.Mode;
import io.midagoal.internal.config.Setting;
import io.midagoal.internal.config.Settings;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * The mode of a test, with {@link Mode#AUTO} resolved.
 *
 * @param mode any mode but {@link Mode#AUTO}
 * @param reason why, in words that fit after "because"
 */
record ModeChoice(Mode mode, String reason) {

  private static final String WIREMOCK = "com.github.tomakehurst.wiremock.WireMockServer";

  /**
   * Chooses the mode and checks its requirements.
   *
   * @throws ExtensionConfigurationException if one is missing; the message says what to do
   */
  static ModeChoice of(Settings settings) {
    ModeChoice choice =
        settings.get(Setting.MODE) == Mode.AUTO
            ? automatic(settings)
            : new ModeChoice(
                settings.get(Setting.MODE),
                "midagoal.mode says so (" + source(settings, Setting.MODE) + ")");
    choice.requireNeeds(settings);
    return choice;
  }

  private static ModeChoice automatic(Settings settings) {
    if (settings.get(Setting.API_KEY).isPresent()) {
      return new ModeChoice(
          Mode.LIVE, "an API key is set (" + source(settings, Setting.API_KEY) + ")");
    }
    return hasWireMock()
        ? new ModeChoice(Mode.EMBEDDED, "MIDA_API_KEY is not set and WireMock is on the class path")
        : new ModeChoice(
            Mode.VERIFY_ONLY, "MIDA_API_KEY is not set and WireMock is not on the class path");
  }

  private void requireNeeds(Settings settings) {
    if (mode == Mode.LIVE && settings.get(Setting.API_KEY).isEmpty()) {
      throw unusable("no API key is set. Set the environment variable MIDA_API_KEY.");
    }
    if (mode == Mode.LIVE && settings.get(Setting.PROJECT_KEY).isEmpty()) {
      throw unusable(
          "no project key is set. Set the environment variable MIDA_PROJECT_KEY, or"
              + " @MidaProject(projectKey = ..) on the test class.");
    }
    if (mode == Mode.EMBEDDED && !hasWireMock()) {
      throw unusable(
          "WireMock is not on the class path. Add the test dependency"
              + " org.wiremock:wiremock-standalone.");
    }
  }

  private ExtensionConfigurationException unusable(String but) {
    return new ExtensionConfigurationException(cannotBeUsed(but));
  }

  /** Explains why the mode was chosen and why it cannot be used. */
  String cannotBeUsed(String but) {
    return "midagoal is in mode %s, because %s, but %s".formatted(mode, reason, but);
  }

  private static boolean hasWireMock() {
    try {
      // With the class loader of MidaStub.
      Class.forName(WIREMOCK, false, ModeChoice.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static String source(Settings settings, Setting<?> key) {
    return settings.source(key).describe(key);
  }
}
