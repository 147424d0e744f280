package io.midagoal;

import io.midagoal.config.Cleanup;
import io.midagoal.config.Mode;
import io.midagoal.config.OnExisting;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Says for the tests of a class in which Mida project their goals are created, and where the pages
 * are served.
 *
 * <p>It can stand on a test class, on a superclass, on an interface, on the class around a
 * {@code @Nested} class, and on an annotation of your own. The nearest place that sets an attribute
 * decides about that attribute. A system property or environment variable of the same meaning is
 * stronger than the annotation; a JUnit configuration parameter is weaker.
 *
 * <p>There is no attribute for the API key: it does not belong in source code. Set the environment
 * variable {@code MIDA_API_KEY}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@ExtendWith(MidaGoalExtension.class)
public @interface MidaProject {

  /**
   * Where the project is hosted ({@code midagoal.region}).
   *
   * @return {@code us} or {@code eu}; not set by default
   */
  String region() default "";

  /**
   * The project that goals are created in ({@code midagoal.project-key}).
   *
   * @return not set by default
   */
  String projectKey() default "";

  /**
   * Where the pages are served during the test ({@code midagoal.site}).
   *
   * @return each like {@code "https://example.com -> http://localhost:8080"}; none by default
   */
  String[] site() default {};

  /**
   * With which Mida goals are created ({@code midagoal.mode}).
   *
   * @return one mode; not set by default
   */
  Mode[] mode() default {};

  /**
   * What happens with a goal that the project already has ({@code midagoal.on-existing}).
   *
   * @return one choice; not set by default, which means {@link OnExisting#REUSE}
   */
  OnExisting[] onExisting() default {};

  /**
   * What happens after the run with the goals that it created ({@code midagoal.cleanup}).
   *
   * @return one choice; not set by default, which means {@link Cleanup#KEEP}
   */
  Cleanup[] cleanup() default {};
}
