package io.midagoal.journey;

/**
 * One conversion that Mida would count.
 *
 * @param name the name that was triggered
 * @param url the page on which it happened
 */
public record Conversion(String name, String url) {}
