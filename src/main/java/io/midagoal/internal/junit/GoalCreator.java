package io.midagoal.internal.junit;

import io.midagoal.client.MidaClient;
import io.midagoal.config.Cleanup;
import io.midagoal.config.Mode;
import io.midagoal.config.Region;
import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalField;
import io.midagoal.goal.GoalProfile;
import io.midagoal.internal.config.ApiKey;
import io.midagoal.internal.config.Setting;
import io.midagoal.internal.config.Settings;
import io.midagoal.internal.lifecycle.ProjectGoals;
import io.midagoal.internal.text.UrlCredentials;
import io.midagoal.internal.text.WebAddress;
import io.midagoal.stub.MidaStub;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Creates the goals of a test, each definition once per run and project. */
final class GoalCreator {

  private static final Pattern SLUG =
      Pattern.compile("[\\p{Ll}\\p{Nd}]+([_-][\\p{Ll}\\p{Nd}]+)*_?");

  /** Shorter API keys are fakes and may be part of ordinary words. */
  private static final int MIN_SECRET_LENGTH = 8;

  private final RunStore run;
  private final Project project;
  private final Settings settings;
  private final Optional<ProjectGoals> goals;

  /** Where goals are created. Tests with equal projects share their created goals. */
  private record Project(
      Mode mode,
      Region region,
      Optional<URI> apiUrl,
      Optional<String> key,
      Optional<ApiKey> apiKey) {}

  private record GoalsOf(Project project) {}

  /** Key for a project's stub: each project has its own, so that goal keys cannot collide. */
  private record StubFor(Project project) {}

  private GoalCreator(
      RunStore run, Project project, Settings settings, Optional<ProjectGoals> goals) {
    this.run = run;
    this.project = project;
    this.settings = settings;
    this.goals = goals;
  }

  /**
   * Chooses the mode and sets up the client. Sends nothing yet.
   *
   * @throws ExtensionConfigurationException if a requirement of the mode is missing or a setting is
   *     invalid; the message says what to do
   */
  static GoalCreator of(RunStore run, Settings settings) {
    ModeChoice choice = ModeChoice.of(settings);
    Project project =
        new Project(
            choice.mode(),
            settings.get(Setting.REGION),
            settings.get(Setting.API_URL),
            settings.get(Setting.PROJECT_KEY),
            settings.get(Setting.API_KEY));
    Optional<MidaClient> client =
        switch (choice.mode()) {
          case LIVE -> Optional.of(live(settings));
          case EMBEDDED -> Optional.of(embedded(run, choice, project, settings));
          case VERIFY_ONLY, AUTO -> Optional.empty();
        };
    run.info(
        "midagoal is in mode %s, because %s. %s"
            .formatted(
                choice.mode(),
                choice.reason(),
                client
                    .map(mida -> "Goals go to " + mida.projectUrl() + ".")
                    .orElse("No goals are created.")));
    return new GoalCreator(
        run, project, settings, client.map(mida -> goalsOf(run, project, settings, mida)));
  }

  /** Needs no clean-up for the stub, which ends with the run. */
  private static ProjectGoals goalsOf(
      RunStore run, Project project, Settings settings, MidaClient mida) {
    Cleanup cleanup = project.mode() == Mode.LIVE ? settings.get(Setting.CLEANUP) : Cleanup.KEEP;
    return run.getOrCreate(
        new GoalsOf(project),
        ProjectGoals.class,
        key -> new ProjectGoals(mida, cleanup, settings.get(Setting.JOURNAL), RunStore::warnNow));
  }

  private static MidaClient live(Settings settings) {
    MidaClient.Builder builder =
        MidaClient.builder()
            .apiKey(settings.get(Setting.API_KEY).orElseThrow().reveal())
            .region(settings.get(Setting.REGION).toString())
            .timeout(settings.get(Setting.API_TIMEOUT));
    String projectKey = settings.get(Setting.PROJECT_KEY).orElseThrow();
    use(settings, Setting.PROJECT_KEY, () -> builder.projectKey(projectKey));
    settings
        .get(Setting.API_URL)
        .ifPresent(url -> use(settings, Setting.API_URL, () -> builder.baseUrl(url.toString())));
    return builder.build();
  }

  /** Adds the name and source of a setting to the error if its value is invalid. */
  private static void use(Settings settings, Setting<?> key, Runnable use) {
    try {
      use.run();
    } catch (IllegalArgumentException e) {
      throw new ExtensionConfigurationException(
          "%s (from %s) is invalid. %s"
              .formatted(key.key(), settings.source(key).describe(key), e.getMessage()),
          e);
    }
  }

  private static MidaClient embedded(
      RunStore run, ModeChoice choice, Project project, Settings settings) {
    MidaStub stub;
    try {
      stub = run.getOrCreate(new StubFor(project), MidaStub.class, key -> MidaStub.start());
    } catch (IllegalStateException e) {
      throw new ExtensionConfigurationException(
          choice.cannotBeUsed(String.valueOf(e.getMessage())), e);
    }
    return MidaClient.builder()
        .apiKey(stub.apiKey())
        .projectKey(stub.projectKey())
        .baseUrl(stub.baseUrl())
        .timeout(settings.get(Setting.API_TIMEOUT))
        .build();
  }

  /** Starts to find or create goals, once per run. */
  void begin(List<Goal> all) {
    all.forEach(this::requireNoSecret);
    for (Goal goal : all) {
      goals.ifPresent(project -> begin(goal, project));
    }
  }

  /** Definitions are shown in messages, reports and Mida. */
  private void requireNoSecret(Goal goal) {
    if (project.mode() != Mode.LIVE) {
      return;
    }
    String apiKey = project.apiKey().map(ApiKey::reveal).orElseThrow();
    for (GoalField field : GoalField.values()) {
      String text = field.of(goal).orElse("");
      if (apiKey.length() >= MIN_SECRET_LENGTH && text.contains(apiKey)) {
        throw new ExtensionConfigurationException(
            "A goal of this test contains the API key in its %s, which reports and Mida would show. Remove it from the test, and replace the key in Mida."
                .formatted(field.wireName()));
      }
      if (UrlCredentials.areIn(text)) {
        throw new ExtensionConfigurationException(
            "Mida goal \"%s\" has a user or password in its %s, which Mida would show to everybody with access to the project. Remove them, and log in before the page is opened: MidaGoalExtension.builder().beforePage(..)."
                .formatted(goal.name(), field.wireName()));
      }
    }
  }

  private void begin(Goal goal, ProjectGoals ofProject) {
    warnOfLoopback(goal);
    warnOfKey(goal);
    Cleanup cleanup = project.mode() == Mode.LIVE ? settings.get(Setting.CLEANUP) : Cleanup.KEEP;
    ofProject.begin(goal, settings.get(Setting.ON_EXISTING), cleanup);
  }

  /** Whether {@link #await} would return at once for all goals. */
  boolean areDone(List<Goal> all) {
    return goals.map(project -> all.stream().allMatch(project::isDone)).orElse(true);
  }

  /**
   * Waits for a goal after {@link #begin}.
   *
   * @return the goal in Mida; empty in mode {@link Mode#VERIFY_ONLY}
   * @throws io.midagoal.client.MidaApiException if Mida did not create it; the same for each test
   *     with the goal, since it is tried only once
   * @throws io.midagoal.internal.lifecycle.GoalConflictException if Mida has a different goal with
   *     its key
   */
  Optional<GoalProfile> await(Goal goal) {
    return goals.map(project -> project.await(goal));
  }

  /** Mida accepts keys unlike its own, but they are easy to misspell in experiments. */
  private void warnOfKey(Goal goal) {
    goal.key()
        .filter(key -> !SLUG.matcher(key).matches())
        .ifPresent(
            key ->
                run.warn(
                    "Mida goal \"%s\" has the key \"%s\", which does not look like a key that Mida generates (such as cta_button_click). It is used as is; lower-case letters, digits, _ and - are safer."
                        .formatted(goal.name(), key)));
  }

  private void warnOfLoopback(Goal goal) {
    if (project.mode() != Mode.LIVE) {
      return;
    }
    Stream.concat(goal.elementUrl().stream(), Stream.of(goal.value()))
        .filter(url -> WebAddress.of(url).filter(WebAddress::isLoopback).isPresent())
        .findFirst()
        .ifPresent(
            url ->
                run.warn(
                    "Mida goal \"%s\" is created in a live project with the URL %s, which no visitor can reach. Use the public URL and map it with site."
                        .formatted(goal.name(), UrlCredentials.hideIn(url))));
  }
}
