package io.midagoal.verdict;

import java.util.List;

/**
 * The elements that match a goal's selector or text, reachable or not.
 *
 * @param count how many there are
 * @param described the first few as HTML tags, for example {@code <a class="cta" href="/buy">Buy
 *     now</a>}
 */
public record Elements(int count, List<String> described) {

  /**
   * Takes a copy of the list.
   *
   * @param count how many there are
   * @param described the first few as HTML tags, for example {@code <a class="cta" href="/buy">Buy
   *     now</a>}
   */
  public Elements {
    described = List.copyOf(described);
  }

  /**
   * No elements, or a goal that is not about elements.
   *
   * @return zero elements
   */
  public static Elements none() {
    return new Elements(0, List.of());
  }
}
