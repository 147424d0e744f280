package io.midagoal.internal.page;

/**
 * Where a visitor would click.
 *
 * @param x in CSS pixels from the left of the viewport
 * @param y in CSS pixels from its top
 * @param element what is clicked, as an HTML tag
 */
public record ClickPoint(int x, int y, String element) {}
