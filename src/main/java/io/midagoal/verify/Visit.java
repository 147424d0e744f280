package io.midagoal.verify;

import io.midagoal.internal.page.Arrival;
import io.midagoal.internal.page.GoalFacts;
import java.util.Optional;

/**
 * Where a visit of a URL goal arrived.
 *
 * @param page the page as the verdict tells it
 * @param url the page's URL, on the origin for which the goal is defined
 * @param timing how long it took
 * @param facts what the page says of the goal
 * @param arrival how the visit got there
 * @param excuse what to say instead of a mismatch: a page that did not finish may still change its
 *     URL
 */
record Visit(
    Page page,
    String url,
    Timing timing,
    GoalFacts facts,
    Arrival arrival,
    Optional<Finding> excuse) {}
