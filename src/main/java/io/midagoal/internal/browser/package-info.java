/**
 * The browsers that midagoal starts for tests without their own.
 *
 * <p>A {@link io.midagoal.internal.browser.BrowserPool} starts Chrome or Chromium on demand, lends
 * it, clears it afterwards, and leaves no process behind, even after {@code System.exit} or a
 * signal. What a killed JVM leaves, the next one cleans up.
 */
@NullMarked
package io.midagoal.internal.browser;

import org.jspecify.annotations.NullMarked;
