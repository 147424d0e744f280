package io.midagoal.internal.findings;

import io.midagoal.internal.page.GoalQuery;
import io.midagoal.internal.page.MidaScript;
import io.midagoal.internal.page.PageFacts;
import io.midagoal.internal.text.Quotes;
import io.midagoal.verdict.Expectation;
import io.midagoal.verdict.Finding;
import io.midagoal.verdict.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What can be wrong with a page's Mida script. What is wrong with a script that is there is always
 * told; that there is none, only to those who care: with {@code requireSnippet}, and where the
 * project is known whose goals are judged. Immutable.
 */
public final class SnippetFindings {

  private static final String US_HOST = "cdn.mida.so";
  private static final String EU_HOST = "cdn-eu.mida.so";

  private final Optional<String> project;
  private final Optional<String> region;

  public SnippetFindings(Optional<String> project, Optional<String> region) {
    this.project = project;
    this.region = region;
  }

  /** For goals of a project that is not known. */
  public static SnippetFindings ofAnyProject() {
    return new SnippetFindings(Optional.empty(), Optional.empty());
  }

  /**
   * What is wrong with the script of the page on which a journey begins, if the test demands one.
   *
   * @param expectation the goal and what is expected of it
   * @param facts the page, with its scripts as the first thing that was asked
   * @return errors, and what is worth knowing; empty for a test that demands nothing
   */
  public static List<Finding> demandedBy(Expectation expectation, PageFacts facts) {
    return expectation.requiresSnippet()
        ? ofAnyProject().of(expectation, facts.definedUrl(), facts.goals().get(0).scripts())
        : List.of();
  }

  /** What to ask a page beside the goals of which this is expected. */
  public GoalQuery query(Collection<Expectation> expectations) {
    return GoalQuery.midaScript(expectations.stream().anyMatch(this::isWanted));
  }

  private boolean isWanted(Expectation expectation) {
    return project.isPresent() || expectation.requiresSnippet();
  }

  /** What is to be said about a page's scripts to one goal. */
  public List<Finding> of(Expectation expectation, String page, List<MidaScript> scripts) {
    Severity severity = expectation.requiresSnippet() ? Severity.ERROR : Severity.WARNING;
    if (scripts.isEmpty()) {
      return isWanted(expectation) ? List.of(missing(severity, page)) : List.of();
    }
    List<Finding> findings = new ArrayList<>();
    scripts.stream().flatMap(one -> unloaded(severity, page, one).stream()).forEach(findings::add);
    if (scripts.stream().map(MidaScript::key).noneMatch(this::isExpected)) {
      findings.add(otherProject(severity, page, scripts.get(0)));
    }
    if (scripts.size() > 1) {
      findings.add(several(severity, page, scripts));
    }
    otherRegion(severity, page, scripts).ifPresent(findings::add);
    if (scripts.stream().noneMatch(MidaScript::inHead)) {
      findings.add(notInHead(page));
    }
    return findings;
  }

  private Finding missing(Severity severity, String page) {
    return finding(
        "snippet-missing",
        severity,
        "The page " + page + " has no Mida script: none of its visitors is counted.",
        "Put "
            + tag()
            + " into its head"
            + (region.isPresent() ? "." : " (" + EU_HOST + " for a project in the EU)."));
  }

  /** The tag as the page should have it, as far as is known. */
  private String tag() {
    return "<script async src=\"https://"
        + (region.filter("eu"::equals).isPresent() ? EU_HOST : US_HOST)
        + "/js/optimize.js?key="
        + project.orElse("{project key}")
        + "\"></script>";
  }

  private static Optional<Finding> unloaded(Severity severity, String page, MidaScript script) {
    if (script.blockedBy().isPresent()) {
      return Optional.of(
          finding(
              "snippet-blocked",
              severity,
              "The Content-Security-Policy of the page "
                  + page
                  + " ("
                  + script.blockedBy().get()
                  + ") blocks its Mida script "
                  + script.url()
                  + ".",
              "Allow https://" + script.host() + " in the policy's script-src."));
    }
    if (script.heldBack().isPresent()) {
      return Optional.of(heldBack(severity, page, script));
    }
    if (script.status().orElse(200) >= 400) {
      return Optional.of(
          finding(
              "snippet-missing",
              severity,
              "The Mida script of the page "
                  + page
                  + " is not there: "
                  + script.url()
                  + " answers with status "
                  + script.status().getAsInt()
                  + ".",
              "Correct the address in the page's tag."));
    }
    return Optional.empty();
  }

  private static Finding heldBack(Severity severity, String page, MidaScript script) {
    String type = script.heldBack().orElse("");
    return finding(
        "snippet-blocked",
        severity,
        "Browsers do not run the Mida script of the page "
            + page
            + ": its tag has "
            + (type.isEmpty() ? "no src" : "the type " + Quotes.quoted(type))
            + ", as consent managers write it until a visitor agrees.",
        "Agree as a visitor does before the page is opened (beforePage), or correct the tag.");
  }

  private boolean isExpected(String key) {
    return project.isEmpty() ? !key.isEmpty() : project.get().equals(key);
  }

  private Finding otherProject(Severity severity, String page, MidaScript script) {
    String is =
        script.key().isEmpty()
            ? " names no project: " + script.url()
            : " is for the project " + Quotes.quoted(script.key());
    String expected = project.map(key -> ", not for " + Quotes.quoted(key)).orElse("");
    return finding(
        "snippet-other-project",
        severity,
        "The Mida script of the page " + page + is + expected + ".",
        "Correct the key in the page's tag, or the project key of the test: goals of one project"
            + " do not count in another.");
  }

  private static Finding several(Severity severity, String page, List<MidaScript> scripts) {
    return finding(
        "snippet-twice",
        severity,
        "The page "
            + page
            + " has Mida's script "
            + scripts.size()
            + " times: "
            + scripts.stream().map(MidaScript::url).collect(Collectors.joining(", "))
            + ".",
        "Leave one; look into the tag manager as well. Two may count a conversion twice, or for"
            + " another project.");
  }

  private Optional<Finding> otherRegion(Severity severity, String page, List<MidaScript> scripts) {
    String expected = region.filter("eu"::equals).isPresent() ? EU_HOST : US_HOST;
    String other = expected.equals(EU_HOST) ? US_HOST : EU_HOST;
    if (region.isEmpty() || scripts.stream().noneMatch(script -> script.host().equals(other))) {
      return Optional.empty();
    }
    return Optional.of(
        finding(
            "snippet-other-region",
            severity,
            "The page "
                + page
                + " loads its Mida script from "
                + other
                + ", but the project is in the region "
                + region.get()
                + ".",
            "Load it from " + expected + ", or correct the region of the test."));
  }

  private static Finding notInHead(String page) {
    return Findings.info(
        "snippet-not-in-head",
        "The Mida script of the page " + page + " does not stand in the page's head.",
        "It works there, but later: pages may flicker, and early clicks may be missed. Mida wants"
            + " it in the head.");
  }

  private static Finding finding(String code, Severity severity, String message, String hint) {
    return new Finding(code, severity, message, hint, Optional.empty());
  }
}
