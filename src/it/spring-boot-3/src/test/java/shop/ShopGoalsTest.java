package shop;

import static io.midagoal.goal.GoalType.CLICK_ON_ELEMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.midagoal.GoalCheck;
import io.midagoal.GoalNamed;
import io.midagoal.MidaGoal;
import io.midagoal.MidaGoalExtension;
import io.midagoal.MidaProject;
import io.midagoal.config.Mode;
import io.midagoal.goal.GoalProfile;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@MidaGoal(
    name = "Buy",
    type = CLICK_ON_ELEMENT,
    value = ".cta-button",
    elementUrl = "https://shop.example/")
@MidaGoal(
    name = "Typo",
    type = CLICK_ON_ELEMENT,
    value = ".cta-buton",
    elementUrl = "https://shop.example/")
class ShopGoalsTest {

  @LocalServerPort private int port;

  @RegisterExtension
  final MidaGoalExtension mida =
      MidaGoalExtension.builder()
          .site("https://shop.example", () -> "http://localhost:" + port)
          .build();

  @Nested
  @MidaProject(mode = Mode.EMBEDDED)
  class Embedded {
    @Test
    void goodGoal(@GoalNamed("Buy") GoalCheck goal, @GoalNamed("Buy") GoalProfile profile) {
      assertThat(profile.key()).isEqualTo("buy");
      goal.shouldMatch();
    }

    @Test
    void brokenGoal(@GoalNamed("Typo") GoalCheck goal) {
      assertThatThrownBy(goal::shouldMatch).hasMessageContaining(".cta-button");
    }
  }

  @Nested
  @MidaProject(mode = Mode.VERIFY_ONLY)
  class VerifyOnly {
    @Test
    void goodGoal(@GoalNamed("Buy") GoalCheck goal) {
      goal.shouldMatch();
    }

    @Test
    void brokenGoal(@GoalNamed("Typo") GoalCheck goal) {
      assertThatThrownBy(goal::shouldMatch).hasMessageContaining("no-match");
    }
  }
}
