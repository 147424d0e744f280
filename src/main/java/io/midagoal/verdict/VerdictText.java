package io.midagoal.verdict;

import io.midagoal.goal.Goal;
import io.midagoal.internal.text.LabelledText;
import io.midagoal.internal.text.Quotes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Formats a verdict for people: goal, status and reason in the first line, then the details and the
 * next step, wrapped at 80 columns for build logs.
 */
final class VerdictText {

  private final Verdict verdict;
  private final LabelledText text;

  private VerdictText(Verdict verdict) {
    this.verdict = verdict;
    text =
        new LabelledText(
            "Mida goal \""
                + verdict.expectation().goal().name()
                + "\" is "
                + verdict.status()
                + reason());
  }

  static String of(Verdict verdict) {
    return new VerdictText(verdict).compose();
  }

  private String compose() {
    Goal goal = verdict.expectation().goal();
    List<Finding> findings = verdict.findings();
    reasonOf(verdict).ifPresent(first -> addFigure("  ", first));
    text.add("Goal:", goal.type().wireName() + " " + Quotes.quoted(goal.value()));
    text.add("Page:", page());
    text.add("Expected:", expected());
    text.add("Found:", found());
    reasonOf(verdict).ifPresent(first -> text.add("Next step:", first.hint()));
    findings.stream().skip(reasonOf(verdict).isPresent() ? 1 : 0).forEach(this::addOther);
    return text.text();
  }

  /** The finding that decided the verdict; an INFO never does. */
  private static Optional<Finding> reasonOf(Verdict verdict) {
    return verdict.findings().stream()
        .findFirst()
        .filter(first -> first.severity() != Severity.INFO);
  }

  /** Part of the first line, which is never wrapped: build tools show it alone. */
  private String reason() {
    String but = verdict.status() == Status.MATCHED ? ", with a warning" : "";
    return reasonOf(verdict)
        .map(first -> but + " (" + first.code() + "): " + firstLine(first))
        .orElse("");
  }

  private String page() {
    Page page = verdict.page();
    List<String> facts = new ArrayList<>();
    boolean isJudged = !isAboutThePage();
    page.title()
        .filter(title -> isJudged && !title.isBlank())
        .ifPresent(t -> facts.add('"' + t + '"'));
    page.httpStatus().ifPresent(status -> facts.add("status " + status));
    verdict.timing().waitEndedBy().filter(end -> isJudged).ifPresent(end -> facts.add(waited(end)));
    String url = page.finalUrl().or(page::requestedUrl).orElse("none");
    return facts.isEmpty() ? url : url + " (" + String.join(", ", facts) + ")";
  }

  private String waited(Timing.WaitEnd end) {
    String after =
        String.format(Locale.ROOT, " after %.1f s", verdict.timing().waited().toMillis() / 1000.0);
    return switch (end) {
      case MET -> "ready" + after;
      case SETTLED -> "settled" + after;
      case CAP -> "timed out" + after;
    };
  }

  private String expected() {
    return switch (verdict.expectation().goal().type().convertedBy()) {
      case CLICK -> one() + " element that a visitor can click";
      case SUBMIT -> one() + " form that a visitor can submit";
      case URL -> "a page with a URL that matches";
      case TRACKING, OTHER -> "a visitor's journey that triggers it";
    };
  }

  private String one() {
    return verdict.expectation().isUnique() ? "exactly 1" : "at least 1";
  }

  private String found() {
    if (isAboutThePage()) {
      return "no page to check";
    }
    if (isAboutAJourney()) {
      return "no conversion";
    }
    Elements elements = verdict.elements();
    return switch (verdict.expectation().goal().type().convertedBy()) {
      case CLICK, SUBMIT ->
          elements.count()
              + (elements.count() == 1 ? " element" : " elements")
              + elements.described().stream()
                  .map(tag -> " " + tag)
                  .collect(Collectors.joining(","));
      case URL -> verdict.page().finalUrl().orElse("nothing");
      case TRACKING, OTHER ->
          switch (verdict.status()) {
            case MATCHED -> "it was triggered";
            case BROKEN -> "it was not triggered";
            case UNDECIDED -> "no journey";
          };
    };
  }

  private boolean isAboutThePage() {
    return verdict.findings().stream()
        .findFirst()
        .filter(first -> first.code().startsWith("page-") || first.code().equals("no-page"))
        .filter(first -> !first.code().equals("page-unsettled"))
        .isPresent();
  }

  private boolean isAboutAJourney() {
    return verdict.findings().stream()
        .findFirst()
        .filter(first -> first.code().equals("not-triggered"))
        .isPresent();
  }

  private void addOther(Finding finding) {
    String label = finding.severity() == Severity.INFO ? "Note:" : "Also:";
    text.add(label, finding.code() + ": " + firstLine(finding) + " " + finding.hint());
    addFigure(" ".repeat(LabelledText.LABEL_WIDTH), finding);
  }

  private static String firstLine(Finding finding) {
    return finding.message().lines().findFirst().orElse("");
  }

  /** Adds the lines of a message after the first: a figure in columns, never wrapped. */
  private void addFigure(String indent, Finding finding) {
    finding.message().lines().skip(1).forEach(line -> text.addUnwrapped(indent, line));
  }
}
