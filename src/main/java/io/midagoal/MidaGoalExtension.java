package io.midagoal;

import io.midagoal.config.Cleanup;
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
 * Creates the {@link MidaGoal}s of a test before it runs, gives the test its {@link GoalCheck}s,
 * and reports goals that no test verified.
 *
 * <p>The annotations bring it along. Where a test has to say more than annotations can, it keeps
 * one in a field:
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
 * <p>Where both are there, the one in the field acts, and where nested classes have fields too, the
 * one of the nearest class.
 *
 * <p><strong>Parallel execution:</strong> thread-safe; it keeps its state in JUnit's Store.
 */
public final class MidaGoalExtension
    implements BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

  private static final String TOO_EARLY =
      "Goals are created just before each test. Move the parameter to the test method, or to a"
          + " @BeforeEach or @AfterEach method.";

  private final ExtensionOptions options;

  /** For JUnit: an extension that takes everything from annotations and settings. */
  public MidaGoalExtension() {
    this(ExtensionOptions.none());
  }

  private MidaGoalExtension(ExtensionOptions options) {
    this.options = options;
  }

  /**
   * Starts an extension for a {@code @RegisterExtension} field.
   *
   * @return a builder in which nothing is set
   */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    if (acts(context)) {
      start(context);
    }
  }

  /** Reads and checks what a test declares, then creates its goals. */
  private void start(ExtensionContext context) {
    DeclarationErrors mistakes = new DeclarationErrors();
    List<AnnotatedPlace> levels = AnnotationLookup.levels(context);
    TestGoals goals = new TestGoals(GoalDeclarations.read(levels, mistakes));
    Map<String, String> project = ProjectDeclaration.read(levels, mistakes);
    Optional<BrowserField> field = BrowserField.of(context, MidaBrowser.class, mistakes);
    mistakes.throwIfAny();
    Method test = context.getRequiredTestMethod();
    GoalParameters.check(test, goals, mistakes);
    mistakes.throwIfAny();
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
    return GoalParameters.isOurs(parameter.getParameter()) && acts(context);
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

  /** Of several extensions that a test may have, one acts; see {@link RegisteredExtension}. */
  private boolean acts(ExtensionContext context) {
    return RegisteredExtension.of(context, MidaGoalExtension.class)
        .map(registered -> registered == this)
        .orElse(true);
  }

  /**
   * Collects what an extension is to do. Not thread-safe. What is set here is stronger than {@link
   * MidaProject}, and weaker than a system property or an environment variable. A value that is not
   * allowed fails each test, before anything is sent.
   */
  public static final class Builder {
    private final Map<String, String> settings = new HashMap<>();
    private final Map<String, Supplier<String>> sites = new LinkedHashMap<>();
    private Optional<Supplier<WebDriver>> browser = Optional.empty();
    private Consumer<WebDriver> beforePage = driver -> {};

    private Builder() {}

    /**
     * Sets the secret for Mida's REST API ({@code midagoal.api-key}). It does not belong in source
     * code: read it from where secrets are kept.
     *
     * @param apiKey not empty
     * @return this builder
     */
    public Builder apiKey(String apiKey) {
      return set(Setting.API_KEY, apiKey);
    }

    /**
     * Sets the project that goals are created in ({@code midagoal.project-key}).
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
     * Sets where Mida's REST API is, instead of the region's host ({@code midagoal.api-url}).
     *
     * @param apiUrl {@code https}, or {@code http} to this machine
     * @return this builder
     */
    public Builder apiUrl(String apiUrl) {
      return set(Setting.API_URL, apiUrl);
    }

    /**
     * Sets with which Mida goals are created ({@code midagoal.mode}).
     *
     * @param mode {@link Mode#AUTO} unless set
     * @return this builder
     */
    public Builder mode(Mode mode) {
      return set(Setting.MODE, mode.toString());
    }

    /**
     * Sets what happens with a goal that the project already has ({@code midagoal.on-existing}).
     *
     * @param onExisting {@link OnExisting#REUSE} unless set
     * @return this builder
     */
    public Builder onExisting(OnExisting onExisting) {
      return set(Setting.ON_EXISTING, onExisting.toString());
    }

    /**
     * Sets what happens after the run with the goals that it created ({@code midagoal.cleanup}).
     *
     * @param cleanup {@link Cleanup#KEEP} unless set
     * @return this builder
     */
    public Builder cleanup(Cleanup cleanup) {
      return set(Setting.CLEANUP, cleanup.toString());
    }

    /**
     * Sets the limit for one page ({@code midagoal.timeout}).
     *
     * @param timeout more than zero; 10 seconds unless set
     * @return this builder
     */
    public Builder timeout(Duration timeout) {
      return set(Setting.TIMEOUT, timeout.toString());
    }

    /**
     * Sets where results go ({@code midagoal.report}).
     *
     * @param folder {@code target/midagoal} unless set
     * @return this builder
     */
    public Builder report(Path folder) {
      return set(Setting.REPORT, folder.toString());
    }

    /**
     * Sets any setting, also those that have no method here.
     *
     * @param key as in the guide's table, for example {@code midagoal.viewport}
     * @param value as it would be written in a file
     * @return this builder
     */
    public Builder setting(String key, String value) {
      settings.put(key, value);
      return this;
    }

    /**
     * Says where the pages of an origin are served during the test ({@code midagoal.site}). May be
     * called for several origins.
     *
     * @param origin the origin that goals name, for example {@code https://example.com}
     * @param servedAt gives the origin to open instead; asked each time a page is to be opened
     * @return this builder
     */
    public Builder site(String origin, Supplier<String> servedAt) {
      sites.put(origin, servedAt);
      return this;
    }

    /**
     * Sets the browser in which goals are judged. It is left as it was found, but for the page it
     * shows, and not quit.
     *
     * @param browser gives a started driver; asked each time a goal is judged
     * @return this builder
     */
    public Builder browser(Supplier<WebDriver> browser) {
      this.browser = Optional.of(browser);
      return this;
    }

    /**
     * Sets what to do before a page is opened, such as logging in.
     *
     * @param beforePage gets the browser; nothing unless set
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
     * Makes the extension.
     *
     * @return for a field with {@code @RegisterExtension}
     */
    public MidaGoalExtension build() {
      return new MidaGoalExtension(
          new ExtensionOptions(Map.copyOf(settings), Map.copyOf(sites), browser, beforePage));
    }
  }
}
