package io.midagoal.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Which places of the scripts the browser came to when it judged a page. */
record Coverage(List<Range> ranges) {

  static final Coverage NONE = new Coverage(List.of());

  private static final String NAME = "judged-as-it-is";

  /** A stretch of the script; an inner one says more than the one around it. */
  record Range(int start, int end, boolean isReached) {}

  /** From the answer of {@code Profiler.takePreciseCoverage}. */
  static Coverage of(JsonNode answer) {
    List<Range> ranges = new ArrayList<>();
    for (JsonNode script : answer.path("result")) {
      if (script.path("url").asText().equals(NAME)) {
        for (JsonNode range :
            script.findValues("ranges").stream().flatMap(JsonNode::valueStream).toList()) {
          ranges.add(
              new Range(
                  range.path("startOffset").asInt(),
                  range.path("endOffset").asInt(),
                  range.path("count").asInt() > 0));
        }
      }
    }
    if (ranges.isEmpty()) {
      throw new IllegalStateException("The browser tells nothing of what it came to.");
    }
    return new Coverage(ranges);
  }

  boolean reaches(int offset) {
    Range innermost = null;
    for (Range range : ranges) {
      boolean isAround = range.start <= offset && offset < range.end;
      if (isAround
          && (innermost == null || range.end - range.start < innermost.end - innermost.start)) {
        innermost = range;
      }
    }
    return innermost != null && innermost.isReached;
  }
}
