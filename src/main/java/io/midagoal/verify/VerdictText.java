package io.midagoal.verify;

import io.midagoal.goal.Goal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tells a verdict to a person: goal, verdict and reason first, then one fact a line, then the next
 * step. Lines are wrapped at 80 columns, so that they can be read in a build log.
 */
final class VerdictText {

  private static final int COLUMNS = 80;
  private static final int LABEL = 13;

  private final Verdict verdict;
  private final List<String> lines = new ArrayList<>();

  private VerdictText(Verdict verdict) {
    this.verdict = verdict;
  }

  static String of(Verdict verdict) {
    return new VerdictText(verdict).compose();
  }

  private String compose() {
    Goal goal = verdict.expectation().goal();
    List<Finding> findings = verdict.findings();
    lines.add("Mida goal \"" + goal.name() + "\" is " + verdict.status() + reason());
    reasonOf(verdict).ifPresent(first -> addFigure("  ", first));
    add("Goal:", goal.type().wireName() + " " + Findings.quoted(goal.value()));
    add("Page:", page());
    add("Expected:", expected());
    add("Found:", found());
    reasonOf(verdict).ifPresent(first -> add("Next step:", first.hint()));
    findings.stream().skip(reasonOf(verdict).isPresent() ? 1 : 0).forEach(this::addFurther);
    return String.join("\n", lines);
  }

  /** What made the verdict what it is; a mere note makes none. */
  private static Optional<Finding> reasonOf(Verdict verdict) {
    return verdict.findings().stream()
        .findFirst()
        .filter(first -> first.severity() != Severity.INFO);
  }

  /** The first line is never wrapped: summaries of build tools show it alone. */
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
      case MET -> "all there" + after;
      case SETTLED -> "settled" + after;
      case CAP -> "time ran out" + after;
    };
  }

  private String expected() {
    return switch (verdict.expectation().goal().type()) {
      case CLICK_ON_ELEMENT, CLICK_ON_TEXT -> one() + " element that a visitor can click";
      case FORM_SUBMIT -> one() + " form that a visitor can submit";
      case PAGEVIEW, PAGEVIEW_EXACT, PAGEVIEW_WILDCARD, PAGEVIEW_REGEX ->
          "a page with a URL that" + " matches";
      default -> "a visitor's journey that triggers it";
    };
  }

  private String one() {
    return verdict.expectation().isUnique() ? "exactly 1" : "at least 1";
  }

  private String found() {
    if (isAboutThePage()) {
      return "no page on which it could be looked for";
    }
    if (isAboutAJourney()) {
      return "no conversion";
    }
    Elements elements = verdict.elements();
    return switch (verdict.expectation().goal().type()) {
      case CLICK_ON_ELEMENT, CLICK_ON_TEXT, FORM_SUBMIT ->
          elements.count()
              + (elements.count() == 1 ? " element" : " elements")
              + elements.described().stream()
                  .map(tag -> " " + tag)
                  .collect(Collectors.joining(","));
      case PAGEVIEW, PAGEVIEW_EXACT, PAGEVIEW_WILDCARD, PAGEVIEW_REGEX ->
          verdict.page().finalUrl().orElse("nothing");
      default ->
          switch (verdict.status()) {
            case MATCHED -> "it was triggered";
            case BROKEN -> "it was not triggered";
            case UNDECIDED -> "no journey was made";
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

  private void addFurther(Finding finding) {
    String label = finding.severity() == Severity.INFO ? "Note:" : "Also:";
    add(label, finding.code() + ": " + firstLine(finding) + " " + finding.hint());
    addFigure(" ".repeat(LABEL), finding);
  }

  private static String firstLine(Finding finding) {
    return finding.message().lines().findFirst().orElse("");
  }

  /** What a message shows below its first line stands in columns and is never wrapped. */
  private void addFigure(String indent, Finding finding) {
    finding.message().lines().skip(1).forEach(line -> lines.add(indent + line));
  }

  /** A label and its fact; what does not fit in the columns goes on below, indented. */
  private void add(String label, String fact) {
    String indent = " ".repeat(LABEL);
    StringBuilder line = new StringBuilder(("  " + label + indent).substring(0, LABEL));
    boolean isEmpty = true;
    for (String word : fact.split(" ", -1)) {
      if (!isEmpty && line.length() + 1 + word.length() > COLUMNS) {
        lines.add(line.toString());
        line = new StringBuilder(indent);
        isEmpty = true;
      }
      line.append(isEmpty ? "" : " ").append(word);
      isEmpty = false;
    }
    lines.add(line.toString());
  }
}
