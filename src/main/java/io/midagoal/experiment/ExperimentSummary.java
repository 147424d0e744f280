package io.midagoal.experiment;

import io.midagoal.internal.text.UrlCredentials;

/**
 * What Mida's list of experiments says about one of them.
 *
 * @param id Mida's number for it ({@code test_id})
 * @param name the name that people read ({@code test_name}); empty when Mida gave none
 * @param url the page that it changes; empty when Mida gave none
 * @param status whether visitors take part in it
 */
public record ExperimentSummary(long id, String name, String url, ExperimentStatus status) {

  /**
   * Names all fields, but hides user and password in the URL.
   *
   * @return one line
   */
  @Override
  public String toString() {
    return "ExperimentSummary[id=%d, name=%s, url=%s, status=%s]"
        .formatted(id, name, UrlCredentials.hideInUrl(url), status);
  }
}
