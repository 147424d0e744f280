package io.midagoal.internal.config;

/** The sources of a setting's value, highest precedence first. */
public enum SettingSource {
  /** A system property of the JVM, as in {@code -Dmidagoal.mode=live}. */
  SYSTEM_PROPERTY,
  /** An environment variable, as in {@code MIDA_MODE=live}. */
  ENVIRONMENT,
  /** Test code: a builder or an annotation. */
  CODE,
  /** A JUnit configuration parameter, usually from {@code junit-platform.properties}. */
  JUNIT_PARAMETER,
  /** Not set: the default applies. */
  DEFAULT;

  /**
   * Describes the source, in words that fit after "from": {@code environment variable MIDA_MODE}.
   */
  public String describe(Setting<?> setting) {
    return describe(this == ENVIRONMENT ? setting.environmentVariable() : setting.key());
  }

  String describe(String name) {
    return switch (this) {
      case SYSTEM_PROPERTY -> "system property " + name;
      case ENVIRONMENT -> "environment variable " + name;
      case CODE -> "test code";
      case JUNIT_PARAMETER -> "JUnit configuration parameter " + name;
      case DEFAULT -> "default";
    };
  }
}
