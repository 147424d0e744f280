package io.midagoal.client;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Goes through the pages of a project's goals or experiments. The end is a page without anything
 * new: neither a short page nor {@code count} is a sure sign of it, as Mida's documentation does
 * not say what they mean when goals are left out.
 */
final class ListPages<T> {
  /** The most that Mida gives at once. */
  private static final int LIMIT = 500;

  static final int MOST_BYTES = 8 * Call.MIB;

  private final String operation;
  private final String things;
  private final String projectUrl;
  private final ToLongFunction<T> id;
  private final Function<Call, List<T>> fetch;
  private final Set<Long> seen = new HashSet<>();
  private int offset;

  /**
   * Starts before the first page.
   *
   * @param things what is listed, as the address names it
   */
  ListPages(
      String operation,
      String things,
      String projectUrl,
      ToLongFunction<T> id,
      Function<Call, List<T>> fetch) {
    this.operation = operation;
    this.things = things;
    this.projectUrl = projectUrl;
    this.id = id;
    this.fetch = fetch;
  }

  /** Fetches pages while it is read. */
  Stream<T> stream() {
    return Stream.generate(this::next).takeWhile(page -> !page.isEmpty()).flatMap(List::stream);
  }

  /** Those of the next page that were on none before; empty when there are no more. */
  private List<T> next() {
    List<T> page = fetch.apply(call());
    offset += page.size();
    return page.stream().filter(thing -> seen.add(id.applyAsLong(thing))).toList();
  }

  private Call call() {
    String url = "%s/%s?limit=%d&offset=%d".formatted(projectUrl, things, LIMIT, offset);
    return new Call(operation, "Listing the Mida " + things, "GET", URI.create(url))
        .withAnswerUpTo(MOST_BYTES);
  }
}
