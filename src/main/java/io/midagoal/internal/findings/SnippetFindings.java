package io.midagoal.internal.findings;

import io.midagoal.internal.facts.GoalQuery;
import io.midagoal.internal.facts.PageFacts;
import io.midagoal.internal.facts.Snippet;
import io.midagoal.verdict.Expectation;
import io.midagoal.verdict.Finding;
import io.midagoal.verdict.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be wrong with a page's Mida script. A missing script is reported only with {@code
 * requireSnippet} or a known project. Immutable.
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

  /** For goals of an unknown project. */
  public static SnippetFindings ofAnyProject() {
    return new SnippetFindings(Optional.empty(), Optional.empty());
  }

  /**
   * What is wrong with the script of the page on which a journey begins, if the test requires one.
   *
   * @param expectation the goal and what is expected of it
   * @param facts the page, with its scripts as the first answer
   * @return errors, and what is worth knowing; empty for a test that requires none
   */
  public static List<Finding> demandedBy(Expectation expectation, PageFacts facts) {
    return expectation.requiresSnippet()
        ? ofAnyProject().of(expectation, facts.definedUrl(), facts.goals().get(0).scripts())
        : List.of();
  }

  /** What to ask a page about its Mida script. */
  public GoalQuery query(Collection<Expectation> expectations) {
    return GoalQuery.midaScript(expectations.stream().anyMatch(this::isWanted));
  }

  private boolean isWanted(Expectation expectation) {
    return project.isPresent() || expectation.requiresSnippet();
  }

  /** What to say of a page's scripts to one goal. */
  public List<Finding> of(Expectation expectation, String page, List<Snippet> scripts) {
    Severity severity = expectation.requiresSnippet() ? Severity.ERROR : Severity.WARNING;
    if (scripts.isEmpty()) {
      return isWanted(expectation) ? List.of(missing(severity, page)) : List.of();
    }
    List<Finding> findings = new ArrayList<>();
    scripts.stream().flatMap(one -> unloaded(severity, page, one).stream()).forEach(findings::add);
    if (scripts.stream().map(Snippet::key).noneMatch(this::isExpected)) {
      findings.add(otherProject(severity, page, scripts.get(0)));
    }
    if (scripts.size() > 1) {
      List<String> urls = scripts.stream().map(Snippet::url).toList();
      findings.add(
          Catalogue.SNIPPET_TWICE.finding(
              severity, Map.of("url", page, "count", scripts.size(), "scripts", urls)));
    }
    otherRegion(severity, page, scripts).ifPresent(findings::add);
    if (scripts.stream().noneMatch(Snippet::inHead)) {
      findings.add(Catalogue.SNIPPET_NOT_IN_HEAD.finding(Map.of("url", page)));
    }
    return findings;
  }

  private Finding missing(Severity severity, String page) {
    Optional<String> euHost = Optional.of(EU_HOST).filter(unused -> region.isEmpty());
    return Catalogue.SNIPPET_MISSING.finding(
        severity, Map.of("url", page, "host", host(), "project", project, "euHost", euHost));
  }

  private String host() {
    return region.filter("eu"::equals).isPresent() ? EU_HOST : US_HOST;
  }

  private static Optional<Finding> unloaded(Severity severity, String page, Snippet script) {
    Map<String, Object> data = new HashMap<>();
    data.put("url", page);
    data.put("script", script.url());
    data.put("host", script.host());
    data.put("directive", script.blockedBy());
    data.put("type", script.heldBack().filter(type -> !type.isEmpty()));
    data.put("status", script.status().orElse(200));
    if (script.blockedBy().isPresent()) {
      return Optional.of(Catalogue.SNIPPET_BLOCKED.finding(severity, data));
    }
    if (script.heldBack().isPresent()) {
      return Optional.of(Catalogue.SNIPPET_BLOCKED_BY_TAG.finding(severity, data));
    }
    return script.status().orElse(200) >= 400
        ? Optional.of(Catalogue.SNIPPET_MISSING_STATUS.finding(severity, data))
        : Optional.empty();
  }

  private boolean isExpected(String key) {
    return project.isEmpty() ? !key.isEmpty() : project.get().equals(key);
  }

  private Finding otherProject(Severity severity, String page, Snippet script) {
    Optional<String> key = Optional.of(script.key()).filter(named -> !named.isEmpty());
    return Catalogue.SNIPPET_OTHER_PROJECT.finding(
        severity, Map.of("url", page, "script", script.url(), "key", key, "project", project));
  }

  private Optional<Finding> otherRegion(Severity severity, String page, List<Snippet> scripts) {
    String other = host().equals(EU_HOST) ? US_HOST : EU_HOST;
    return region
        .filter(unused -> scripts.stream().anyMatch(script -> script.host().equals(other)))
        .map(
            in ->
                Catalogue.SNIPPET_OTHER_REGION.finding(
                    severity, Map.of("url", page, "other", other, "region", in, "host", host())));
  }
}
