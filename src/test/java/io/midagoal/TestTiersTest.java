package io.midagoal;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** {@code ./mvnw test} needs no browser: what does has a tag, and runs later. */
class TestTiersTest {

  @Test
  void testsThatUseABrowserAreTagged() {
    classes()
        .that(useABrowser())
        .and(DescribedPredicate.describe("are tests", TestTiersTest::isInATest))
        .should(beTagged())
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests())
                .importPackages("io.midagoal"));
  }

  private static DescribedPredicate<JavaClass> useABrowser() {
    return DescribedPredicate.describe(
        "use a browser",
        used ->
            used.getMethodCallsFromSelf().stream()
                .anyMatch(call -> isOfABrowser(call.getTarget())));
  }

  private static boolean isOfABrowser(MethodCallTarget target) {
    return switch (target.getOwner().getFullName()) {
      case "io.midagoal.testing.Browsers", "io.midagoal.testing.WebKit" -> true;
      case "io.midagoal.verify.Checks" -> target.getName().startsWith("check");
      default -> false;
    };
  }

  private static JavaClass outermost(JavaClass inner) {
    return inner.getEnclosingClass().map(TestTiersTest::outermost).orElse(inner);
  }

  private static boolean isInATest(JavaClass inner) {
    return simpleNameEndingWith("Test").test(outermost(inner));
  }

  private static ArchCondition<JavaClass> beTagged() {
    return new ArchCondition<>("have @Tag(\"browser\") on the outermost class") {
      @Override
      public void check(JavaClass inner, ConditionEvents events) {
        JavaClass test = outermost(inner);
        boolean isTagged =
            // JUnit's, or jqwik's.
            Arrays.stream(test.reflect().getAnnotations())
                .anyMatch(tag -> tag.toString().contains("Tag(\"browser\")"));
        events.add(
            new SimpleConditionEvent(
                test, isTagged, test.getFullName() + " needs @Tag(\"browser\")"));
      }
    };
  }
}
