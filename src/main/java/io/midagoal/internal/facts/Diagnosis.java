package io.midagoal.internal.facts;

import java.util.Map;

/**
 * Why a goal failed on its page, and what would have worked.
 *
 * @param finding the name of the catalogue's entry that says so
 * @param data what the entry has places for; values that the page does not have are null
 */
public record Diagnosis(String finding, Map<String, Object> data) {}
