package io.midagoal.internal.config;

/**
 * The size of the part of a browser window that shows the page.
 *
 * @param width in CSS pixels
 * @param height in CSS pixels
 */
public record Viewport(int width, int height) {
  /**
   * The size as it is written in settings.
   *
   * @return for example {@code 1280x900}
   */
  @Override
  public String toString() {
    return width + "x" + height;
  }
}
