package io.midagoal;

import io.midagoal.internal.config.Setting;
import io.midagoal.internal.config.Settings;
import io.midagoal.internal.config.SettingsException;
import io.midagoal.internal.junit.AnnotatedPlace;
import io.midagoal.internal.junit.AnnotationLookup;
import io.midagoal.internal.junit.AnnotationLookup.Found;
import io.midagoal.internal.junit.DeclarationErrors;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads and validates the {@link MidaProject}s of a test. */
final class ProjectDeclaration {

  private ProjectDeclaration() {}

  /** Returns the declared settings by {@link Setting#key()}; the nearest level wins. */
  static Map<String, String> read(List<AnnotatedPlace> levels, DeclarationErrors errors) {
    Map<String, String> declared = new HashMap<>();
    for (AnnotatedPlace level : levels) {
      for (Found<MidaProject> found : AnnotationLookup.find(level.element(), MidaProject.class)) {
        Map<String, String> values = valuesOf(found.annotation());
        check(found.writtenAs() + " on " + level.name(), values, errors);
        values.forEach(declared::putIfAbsent);
      }
    }
    return declared;
  }

  private static Map<String, String> valuesOf(MidaProject project) {
    Map<String, String> values = new HashMap<>();
    put(values, Setting.REGION, project.region());
    put(values, Setting.PROJECT_KEY, project.projectKey());
    put(values, Setting.SITE, (Object[]) project.site());
    put(values, Setting.MODE, (Object[]) project.mode());
    put(values, Setting.ON_EXISTING, (Object[]) project.onExisting());
    put(values, Setting.CLEANUP, (Object[]) project.cleanup());
    put(values, Setting.MIDA_SCRIPT, (Object[]) project.midaScript());
    return values;
  }

  /** Joins several values, which settings that allow only one then reject. */
  private static void put(Map<String, String> values, Setting<?> key, Object... parts) {
    String text = Arrays.stream(parts).map(Object::toString).collect(Collectors.joining(", "));
    if (!text.isEmpty()) {
      values.put(key.key(), text);
    }
  }

  private static void check(String where, Map<String, String> values, DeclarationErrors errors) {
    try {
      Settings.builder().code(values).build();
    } catch (SettingsException e) {
      errors.add(where, String.valueOf(e.getMessage()));
    }
  }
}
