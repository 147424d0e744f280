package io.midagoal;

import io.midagoal.config.Cleanup;
import io.midagoal.config.MidaScript;
import io.midagoal.config.Mode;
import io.midagoal.config.OnExisting;
import io.midagoal.internal.config.Setting;
import io.midagoal.internal.junit.AnnotatedPlace;
import io.midagoal.internal.junit.AnnotationLookup;
import io.midagoal.internal.junit.BrowserField;
import io.midagoal.internal.junit.DeclarationErrors;
import io.midagoal.internal.junit.ExtensionOptions;
import io.midagoal.internal.junit.RegisteredExtension;
import io.midagoal.internal.junit.TestGoals;
import io.midagoal.internal.junit.TestSession;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.openqa.selenium.WebDriver;

/**
 * JUnit extension that creates the {@link MidaGoal}s of a test before it runs, injects {@link
 * GoalCheck}s, and reports goals that no test verified.
 *
 * <p>The annotations register it. To configure what annotations cannot, register it in a field:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final MidaGoalExtension mida =
 *     MidaGoalExtension.builder()
 *         .site("https://example.com", () -> "http://localhost:" + server.port())
 *         .beforePage(driver -> logIn(driver))
 *         .build();
 * }</pre>
 *
 * <p>An extension in a field replaces the one of the annotations; with nested classes, the nearest
 * field wins.
 *
 * <p><strong>Parallel execution:</strong> thread-safe; it keeps its state in JUnit's Store.
 */
public final class MidaGoalExtension
    implements BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

  private static final String TOO_EARLY =
      "Goals are created just before each test. Move the parameter to the test method, or to a"
          + " @BeforeEach or @AfterEach method.";

  private final ExtensionOptions options;

  /** Creates an extension that is configured by annotations and settings alone. Called by JUnit. */
  public MidaGoalExtension() {
    this(ExtensionOptions.none());
  }

  private MidaGoalExtension(ExtensionOptions options) {
    this.options = options;
  }

  /**
   * Starts an extension for a {@code @RegisterExtension} field.
   *
   * @return a builder with no options set
   */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    if (isActive(context)) {
      start(context);
    }
  }

  /** Validates what a test declares, then creates its goals. */
  private void start(ExtensionContext context) {
    DeclarationErrors errors = new DeclarationErrors();
    List<AnnotatedPlace> levels = AnnotationLookup.levels(context);
    TestGoals goals = new TestGoals(GoalDeclarations.read(levels, errors));
    Map<String, String> project = ProjectDeclaration.read(levels, errors);
    Optional<BrowserField> field = BrowserField.of(context, MidaBrowser.class, errors);
    errors.throwIfAny();
    Method test = context.getRequiredTestMethod();
    GoalParameters.check(test, goals, errors);
    errors.throwIfAny();
    if (!goals.all().isEmpty()) {
      TestSession.start(
          context, goals, options.with(project, field), GoalParameters.takesCheck(test));
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    TestSession.end(context);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    TestSession.endClass(context);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return GoalParameters.isInjected(parameter.getParameter()) && isActive(context);
  }

  @Override
  public Object resolveParameter(ParameterContext parameterContext, ExtensionContext context) {
    Parameter parameter = parameterContext.getParameter();
    TestSession session =
        TestSession.of(context)
            .orElseThrow(
                () ->
                    new ParameterResolutionException(
                        GoalParameters.describe(parameter)
                            + ": "
                            + (context.getTestMethod().isPresent() ? TestGoals.NONE : TOO_EARLY)));
    try {
      return GoalParameters.valueOf(parameter, session);
    } catch (ExtensionConfigurationException | IllegalStateException e) {
      throw new ParameterResolutionException(e.getMessage(), e);
    }
  }

  /** Whether this is the one active extension of the test; see {@link RegisteredExtension}. */
  private boolean isActive(ExtensionContext context) {
    return RegisteredExtension.of(context, MidaGoalExtension.class)
        .map(registered -> registered == this)
        .orElse(true);
  }

  /**
   * Configures an extension. Its values override {@link MidaProject}, and are overridden by system
   * properties and environment variables. An invalid value fails each test before anything is sent.
   * Not thread-safe.
   */
  public static final class Builder {
    private final Map<String, String> settings = new HashMap<>();
    private final Map<String, Supplier<String>> sites = new LinkedHashMap<>();
    private Optional<Supplier<WebDriver>> browser = Optional.empty();
    private Consumer<WebDriver> beforePage = driver -> {};

    private Builder() {}

    /**
     * Sets the key for Mida's REST API ({@code midagoal.api-key}). It is a secret: do not put it
     * into source code.
     *
     * @param apiKey not empty
     * @return this builder
     */
    public Builder apiKey(String apiKey) {
      return set(Setting.API_KEY, apiKey);
    }

    /**
     * Sets the project to create goals in ({@code midagoal.project-key}).
     *
     * @param projectKey not blank
     * @return this builder
     */
    public Builder projectKey(String projectKey) {
      return set(Setting.PROJECT_KEY, projectKey);
    }

    /**
     * Sets where the project is hosted ({@code midagoal.region}).
     *
     * @param region {@code us} or {@code eu}
     * @return this builder
     */
    public Builder region(String region) {
      return set(Setting.REGION, region);
    }

    /**
     * Sets the address of Mida's REST API, if not the region's ({@code midagoal.api-url}).
     *
     * @param apiUrl {@code https}, or {@code http} to this machine
     * @return this builder
     */
    public Builder apiUrl(String apiUrl) {
      return set(Setting.API_URL, apiUrl);
    }

    /**
     * Sets where goals are created ({@code midagoal.mode}).
     *
     * @param mode {@link Mode#AUTO} unless set
     * @return this builder
     */
    public Builder mode(Mode mode) {
      return set(Setting.MODE, mode.toString());
    }

    /**
     * Sets what to do with a goal that the project already has ({@code midagoal.on-existing}).
     *
     * @param onExisting {@link OnExisting#REUSE} unless set
     * @return this builder
     */
    public Builder onExisting(OnExisting onExisting) {
      return set(Setting.ON_EXISTING, onExisting.toString());
    }

    /**
     * Sets what to do after the run with the goals that it created ({@code midagoal.cleanup}).
     *
     * @param cleanup {@link Cleanup#KEEP} unless set
     * @return this builder
     */
    public Builder cleanup(Cleanup cleanup) {
      return set(Setting.CLEANUP, cleanup.toString());
    }

    /**
     * Sets what happens with Mida's script on the pages ({@code midagoal.mida-script}).
     *
     * @param midaScript {@link MidaScript#STAND_IN} unless set
     * @return this builder
     */
    public Builder midaScript(MidaScript midaScript) {
      return set(Setting.MIDA_SCRIPT, midaScript.toString());
    }

    /**
     * Sets the time limit for opening and checking one page ({@code midagoal.timeout}).
     *
     * @param timeout more than zero; 10 seconds unless set
     * @return this builder
     */
    public Builder timeout(Duration timeout) {
      return set(Setting.TIMEOUT, timeout.toString());
    }

    /**
     * Sets the folder for results ({@code midagoal.report}).
     *
     * @param folder {@code target/midagoal} unless set
     * @return this builder
     */
    public Builder report(Path folder) {
      return set(Setting.REPORT, folder.toString());
    }

    /**
     * Sets any setting, including those without a method here.
     *
     * @param key a key of the guide's table, for example {@code midagoal.viewport}
     * @param value the value as text
     * @return this builder
     */
    public Builder setting(String key, String value) {
      settings.put(key, value);
      return this;
    }

    /**
     * Maps an origin to the one that serves its pages during the test ({@code midagoal.site}). Call
     * it once per origin.
     *
     * @param origin the origin in the goals, for example {@code https://example.com}
     * @param servedAt supplies the origin to open instead; called each time a page is opened
     * @return this builder
     */
    public Builder site(String origin, Supplier<String> servedAt) {
      sites.put(origin, servedAt);
      return this;
    }

    /**
     * Sets the browser to use. midagoal never quits it, and changes only its page.
     *
     * @param browser supplies a started driver; called each time a goal is checked
     * @return this builder
     */
    public Builder browser(Supplier<WebDriver> browser) {
      this.browser = Optional.of(browser);
      return this;
    }

    /**
     * Sets what to do before each page is opened, such as logging in.
     *
     * @param beforePage receives the driver; does nothing unless set
     * @return this builder
     */
    public Builder beforePage(Consumer<WebDriver> beforePage) {
      this.beforePage = beforePage;
      return this;
    }

    private Builder set(Setting<?> key, String value) {
      return setting(key.key(), value);
    }

    /**
     * Builds the extension.
     *
     * @return an extension for a {@code @RegisterExtension} field
     */
    public MidaGoalExtension build() {
      return new MidaGoalExtension(
          new ExtensionOptions(Map.copyOf(settings), Map.copyOf(sites), browser, beforePage));
    }
  }
}
