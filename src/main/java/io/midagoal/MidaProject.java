package io.midagoal;

import io.midagoal.config.Cleanup;
import io.midagoal.config.MidaScript;
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
 * Sets the Mida project for the tests of a class: where their goals are created, and where their
 * pages are served.
 *
 * <p>Put it on a test class, a superclass, an interface, the enclosing class of a {@code @Nested}
 * class, or an annotation of your own. For each attribute, the nearest level that sets it wins.
 * System properties and environment variables override the annotation; the annotation overrides
 * JUnit configuration parameters.
 *
 * <p>There is no attribute for the API key, because secrets do not belong in source code. Set the
 * environment variable {@code MIDA_API_KEY}.
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
   * The project to create goals in ({@code midagoal.project-key}).
   *
   * @return not set by default
   */
  String projectKey() default "";

  /**
   * Where the pages are served during the test ({@code midagoal.site}).
   *
   * @return pairs like {@code "https://example.com -> http://localhost:8080"}; none by default
   */
  String[] site() default {};

  /**
   * Where goals are created ({@code midagoal.mode}).
   *
   * @return one mode; not set by default
   */
  Mode[] mode() default {};

  /**
   * What to do with a goal that the project already has ({@code midagoal.on-existing}).
   *
   * @return one choice; not set by default, which means {@link OnExisting#REUSE}
   */
  OnExisting[] onExisting() default {};

  /**
   * What to do after the run with the goals that it created ({@code midagoal.cleanup}).
   *
   * @return one choice; not set by default, which means {@link Cleanup#KEEP}
   */
  Cleanup[] cleanup() default {};

  /**
   * What happens with Mida's script on the pages ({@code midagoal.mida-script}).
   *
   * @return one choice; not set by default, which means {@link MidaScript#STAND_IN}
   */
  MidaScript[] midaScript() default {};
}
