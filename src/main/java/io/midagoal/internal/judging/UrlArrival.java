package io.midagoal.internal.judging;

import io.midagoal.internal.facts.Arrival;
import io.midagoal.internal.facts.GoalFacts;
import io.midagoal.verdict.Finding;
import io.midagoal.verdict.Page;
import io.midagoal.verdict.Timing;
import java.util.Optional;

/**
 * Where a visit of a URL goal arrived.
 *
 * @param page the page as the verdict shows it
 * @param url the page's URL, on the origin for which the goal is defined
 * @param timing how long it took
 * @param facts what the page answered about the goal
 * @param arrival how the visit arrived
 * @param excuse the finding instead of a mismatch: a page that is still loading may change its URL
 */
record UrlArrival(
    Page page,
    String url,
    Timing timing,
    GoalFacts facts,
    Arrival arrival,
    Optional<Finding> excuse) {}
