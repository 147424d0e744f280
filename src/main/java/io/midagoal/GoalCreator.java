package io.midagoal;

import io.midagoal.client.MidaClient;
import io.midagoal.config.ApiKey;
import io.midagoal.config.Mode;
import io.midagoal.config.Region;
import io.midagoal.config.Settings;
import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalProfile;
import io.midagoal.stub.MidaStub;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Creates the goals of tests, each definition once in a run and project. */
final class GoalCreator {

  private final Run run;
  private final Project project;
  private final Optional<MidaClient> client;

  /** Where goals are created. Tests with equal projects share their created goals. */
  private record Project(
      Mode mode,
      Region region,
      Optional<URI> apiUrl,
      Optional<String> key,
      Optional<ApiKey> apiKey) {}

  private record GoalInProject(Project project, Goal goal) {}

  /** A stub as a key: projects have one each, so that they do not take each other's goal keys. */
  private record StubFor(Project project) {}

  /** What became of the one attempt to create a goal. */
  private record Attempt(@Nullable GoalProfile profile, @Nullable RuntimeException failure) {

    static Attempt at(MidaClient client, Goal goal) {
      try {
        return new Attempt(client.create(goal), null);
      } catch (RuntimeException e) {
        return new Attempt(null, e);
      }
    }
  }

  private GoalCreator(Run run, Project project, Optional<MidaClient> client) {
    this.run = run;
    this.project = project;
    this.client = client;
  }

  /**
   * Chooses the mode and connects. Nothing is sent yet.
   *
   * @throws ExtensionConfigurationException when the mode lacks something or a setting cannot be
   *     used; says what to do
   */
  static GoalCreator of(Run run, Settings settings) {
    ModeChoice choice = ModeChoice.of(settings);
    Project project =
        new Project(
            choice.mode(),
            settings.region(),
            settings.apiUrl(),
            settings.projectKey(),
            settings.apiKey());
    Optional<MidaClient> client =
        switch (choice.mode()) {
          case LIVE -> Optional.of(live(settings));
          case EMBEDDED -> Optional.of(embedded(run, project, settings));
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
    return new GoalCreator(run, project, client);
  }

  private static MidaClient live(Settings settings) {
    try {
      MidaClient.Builder builder =
          MidaClient.builder()
              .apiKey(settings.apiKey().orElseThrow().reveal())
              .projectKey(settings.projectKey().orElseThrow())
              .region(settings.region().toString())
              .timeout(settings.apiTimeout());
      settings.apiUrl().ifPresent(url -> builder.baseUrl(url.toString()));
      return builder.build();
    } catch (IllegalArgumentException e) {
      throw new ExtensionConfigurationException(String.valueOf(e.getMessage()), e);
    }
  }

  private static MidaClient embedded(Run run, Project project, Settings settings) {
    MidaStub stub = run.once(new StubFor(project), MidaStub.class, key -> MidaStub.start());
    return MidaClient.builder()
        .apiKey(stub.apiKey())
        .projectKey(stub.projectKey())
        .baseUrl(stub.baseUrl())
        .timeout(settings.apiTimeout())
        .build();
  }

  /**
   * Creates a goal, or gives what an earlier test of this run created.
   *
   * @return empty in mode {@link Mode#VERIFY_ONLY}
   * @throws io.midagoal.client.MidaApiException when Mida did not create it: the same for each test
   *     that has the goal, as it is tried only once
   */
  Optional<GoalProfile> create(Goal goal) {
    return client.map(mida -> create(goal, mida));
  }

  private GoalProfile create(Goal goal, MidaClient mida) {
    warnOfLoopback(goal);
    Attempt attempt =
        run.once(new GoalInProject(project, goal), Attempt.class, key -> Attempt.at(mida, goal));
    if (attempt.profile() == null) {
      throw attempt.failure();
    }
    return attempt.profile();
  }

  private void warnOfLoopback(Goal goal) {
    if (project.mode() != Mode.LIVE) {
      return;
    }
    Stream.concat(goal.elementUrl().stream(), Stream.of(goal.value()))
        .filter(WebUrl::isLoopback)
        .findFirst()
        .ifPresent(
            url ->
                run.warn(
                    "Mida goal \"%s\" is created in a live project with the URL %s, which no visitor can reach. Write the public URL and map it with site."
                        .formatted(goal.name(), url)));
  }
}
