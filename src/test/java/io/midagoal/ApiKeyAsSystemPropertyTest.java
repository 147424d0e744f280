package io.midagoal;

import static io.midagoal.goal.GoalType.CLICK_ON_ELEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.midagoal.internal.config.SettingsException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** {@code -Dmidagoal.api-key}: other tests would see it too, so this one runs alone. */
@Isolated
class ApiKeyAsSystemPropertyTest {

  private static final String KEY = "midagoal.api-key";

  @BeforeEach
  void set() {
    System.setProperty(KEY, "secret-key");
  }

  @AfterEach
  void clear() {
    System.clearProperty(KEY);
  }

  @Test
  void failsTheTestWithoutShowingTheKey() {
    assertThat(MidaTestKit.classes(GoalTestCases.class).run().failures())
        .singleElement()
        .satisfies(
            failure ->
                assertThat(failure)
                    .isInstanceOf(SettingsException.class)
                    .hasMessageStartingWith("midagoal.api-key must not be a system property")
                    .hasMessageContaining("MIDA_API_KEY")
                    .hasMessageNotContaining("secret-key"));
  }

  @MidaGoal(name = "g", type = CLICK_ON_ELEMENT, value = ".a")
  static class GoalTestCases {
    @Test
    void test() {}
  }
}
