package io.midagoal.internal.config;

/** The size of the page area in a browser window, in CSS pixels. */
public record Viewport(int width, int height) {
  /** Returns the size as written in settings: {@code 1280x900}. */
  @Override
  public String toString() {
    return width + "x" + height;
  }
}
