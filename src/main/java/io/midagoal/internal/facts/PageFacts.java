package io.midagoal.internal.facts;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A page at the time its goals were judged.
 *
 * @param url the browser's URL
 * @param definedUrl the same URL on the origin for which the goals are defined
 * @param title the document's title
 * @param status the HTTP status, where the browser reports it
 * @param browserError the message of the browser's own error page, if it shows one
 * @param isPrevious whether the browser still shows the page before
 * @param contentType the media type of a document that cannot contain scripts, such as a PDF; empty
 *     on a page
 * @param unansweredByMida the requests to Mida without a response, each once
 * @param arrival where the visit arrived
 * @param goals one entry for each query, in the same order; none on an error page
 * @param endedBy what ended the wait: {@code met}, {@code settled} or {@code cap}
 */
public record PageFacts(
    String url,
    String definedUrl,
    String title,
    OptionalInt status,
    Optional<String> browserError,
    boolean isPrevious,
    Optional<String> contentType,
    List<String> unansweredByMida,
    Arrival arrival,
    List<GoalFacts> goals,
    String endedBy) {}
