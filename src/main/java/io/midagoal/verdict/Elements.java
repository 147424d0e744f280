package io.midagoal.verdict;

import java.util.List;

/**
 * The elements that match a goal's selector or text, reachable or not.
 *
 * @param count the number of elements
 * @param described the first few as HTML tags, for example {@code <a class="cta" href="/buy">Buy
 *     now</a>}
 */
public record Elements(int count, List<String> described) {

  /**
   * Copies the list.
   *
   * @param count the number of elements
   * @param described the first few as HTML tags
   */
  public Elements {
    described = List.copyOf(described);
  }

  /**
   * Returns no elements, as for a goal that is not about elements.
   *
   * @return zero elements
   */
  public static Elements none() {
    return new Elements(0, List.of());
  }
}
