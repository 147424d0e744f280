package io.midagoal.stub;

import io.midagoal.client.MidaClient;
import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalType;

/** A program for {@link MidaStubTest}. */
final class StubProgram {
  private StubProgram() {}

  public static void main(String[] args) {
    try (MidaStub stub = MidaStub.start()) {
      MidaClient client =
          MidaClient.builder()
              .apiKey(stub.apiKey())
              .projectKey(stub.projectKey())
              .baseUrl(stub.baseUrl())
              .build();
      Goal goal = Goal.builder().name("Started once").type(GoalType.SCRIPT).value("v").build();
      System.out.println("created " + client.create(goal).key());
    }
  }
}
