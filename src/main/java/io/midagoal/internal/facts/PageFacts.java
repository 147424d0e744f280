package io.midagoal.internal.facts;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A page as it stood when its goals were judged.
 *
 * @param url the browser's URL
 * @param definedUrl the same URL on the origin for which the goals are defined
 * @param title the document's title
 * @param status the HTTP status, where the browser tells it
 * @param browserError what the browser's own error page says, where it shows one
 * @param contentType the media type of a document in which no script can stand, such as a PDF;
 *     empty on a page
 * @param arrival what became of the visit that was asked for
 * @param goals one entry for each query, in its order; none on a page that answers with an error
 * @param endedBy what ended the wait: {@code met}, {@code settled} or {@code cap}
 */
public record PageFacts(
    String url,
    String definedUrl,
    String title,
    OptionalInt status,
    Optional<String> browserError,
    Optional<String> contentType,
    Arrival arrival,
    List<GoalFacts> goals,
    String endedBy) {}
