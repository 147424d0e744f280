package io.midagoal.testing;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.reporting.legacy.xml.LegacyXmlReportGeneratingListener;

/**
 * A program that runs test classes as a build tool does: it prints the failures with all their
 * stack traces, and writes the XML reports that build servers read.
 */
public final class TestRun {
  private TestRun() {}

  /** Runs the test classes that are named after the folder for reports. */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    Launcher launcher = LauncherFactory.create();
    launcher.registerTestExecutionListeners(
        summary, new LegacyXmlReportGeneratingListener(Path.of(arguments[0]), out));
    launcher.execute(request(arguments));
    summary.getSummary().printFailuresTo(out, Integer.MAX_VALUE);
    out.printf(
        "%d passed, %d failed%n",
        summary.getSummary().getTestsSucceededCount(), summary.getSummary().getTotalFailureCount());
  }

  private static LauncherDiscoveryRequest request(String[] arguments) {
    DiscoverySelector[] classes =
        Arrays.stream(arguments)
            .skip(1)
            .map(name -> selectClass(name))
            .toArray(DiscoverySelector[]::new);
    return LauncherDiscoveryRequestBuilder.request().selectors(classes).build();
  }
}
