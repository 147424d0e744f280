package io.midagoal.internal.facts;

import java.util.Map;

/**
 * Why a goal failed on its page, and what would have worked.
 *
 * @param finding the name of the catalogue's entry
 * @param data values for the entry's placeholders; null where the page has none
 */
public record Diagnosis(String finding, Map<String, Object> data) {}
