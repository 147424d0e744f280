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

/** Creates the goals of tests, each definition once in a run and project. */
final class GoalCreator {

  private static final Pattern SLUG =
      Pattern.compile("[\\p{Ll}\\p{Nd}]+([_-][\\p{Ll}\\p{Nd}]+)*_?");

  /** Shorter keys are made up, and may be a part of any word. */
  private static final int LIKE_A_SECRET = 8;

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

  /** A stub as a key: projects have one each, so that they do not take each other's goal keys. */
  private record StubFor(Project project) {}

  private GoalCreator(
      RunStore run, Project project, Settings settings, Optional<ProjectGoals> goals) {
    this.run = run;
    this.project = project;
    this.settings = settings;
    this.goals = goals;
  }

  /**
   * Chooses the mode and connects. Nothing is sent yet.
   *
   * @throws ExtensionConfigurationException when the mode lacks something or a setting cannot be
   *     used; says what to do
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

  /** The stub of a run ends with it: there is nothing to delete in it. */
  private static ProjectGoals goalsOf(
      RunStore run, Project project, Settings settings, MidaClient mida) {
    Cleanup cleanup = project.mode() == Mode.LIVE ? settings.get(Setting.CLEANUP) : Cleanup.KEEP;
    return run.once(
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

  /** Says of a value that cannot be used which setting it is, and where it stands. */
  private static void use(Settings settings, Setting<?> key, Runnable use) {
    try {
      use.run();
    } catch (IllegalArgumentException e) {
      throw new ExtensionConfigurationException(
          "%s (from %s) cannot be used. %s"
              .formatted(key.key(), settings.source(key).describe(key), e.getMessage()),
          e);
    }
  }

  private static MidaClient embedded(
      RunStore run, ModeChoice choice, Project project, Settings settings) {
    MidaStub stub;
    try {
      stub = run.once(new StubFor(project), MidaStub.class, key -> MidaStub.start());
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

  /** Begins to create goals, or to find what an earlier test of this run created. */
  void begin(List<Goal> all) {
    all.forEach(this::requireNoSecret);
    for (Goal goal : all) {
      goals.ifPresent(project -> begin(goal, project));
    }
  }

  /** What a definition says goes into messages and reports, and is shown in Mida. */
  private void requireNoSecret(Goal goal) {
    if (project.mode() != Mode.LIVE) {
      return;
    }
    String apiKey = project.apiKey().map(ApiKey::reveal).orElseThrow();
    for (GoalField field : GoalField.values()) {
      String text = field.of(goal).orElse("");
      if (apiKey.length() >= LIKE_A_SECRET && text.contains(apiKey)) {
        throw new ExtensionConfigurationException(
            "A goal of this test holds the API key in its %s, where reports and Mida would show it. Take it out of the test, and replace the key by a new one in Mida."
                .formatted(field.wireName()));
      }
      if (UrlCredentials.areIn(text)) {
        throw new ExtensionConfigurationException(
            "Mida goal \"%s\" has a user or password in its %s, which Mida would show to all who may see its goals. Leave them out, and log in before the page is opened: MidaGoalExtension.builder().beforePage(..)."
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

  /** Whether nothing is to be waited for. */
  boolean areSettled(List<Goal> all) {
    return goals.map(project -> all.stream().allMatch(project::isSettled)).orElse(true);
  }

  /**
   * Waits for a goal that was begun.
   *
   * @return empty in mode {@link Mode#VERIFY_ONLY}
   * @throws io.midagoal.client.MidaApiException when Mida did not create it: the same for each test
   *     that has the goal, as it is tried only once
   * @throws io.midagoal.internal.lifecycle.GoalConflictException when Mida has another goal in its
   *     place
   */
  Optional<GoalProfile> await(Goal goal) {
    return goals.map(project -> project.await(goal));
  }

  /** Mida takes other keys than it makes itself; experiments then have to spell them the same. */
  private void warnOfKey(Goal goal) {
    goal.key()
        .filter(key -> !SLUG.matcher(key).matches())
        .ifPresent(
            key ->
                run.warn(
                    "Mida goal \"%s\" has the key \"%s\", which does not look like one that Mida makes (such as cta_button_click). It is used as it is; lower-case letters, digits, _ and - are safer."
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
                    "Mida goal \"%s\" is created in a live project with the URL %s, which no visitor can reach. Write the public URL and map it with site."
                        .formatted(goal.name(), UrlCredentials.hideIn(url))));
  }
}
