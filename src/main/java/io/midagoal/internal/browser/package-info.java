/**
 * The browsers that midagoal starts itself, when a test brings none.
 *
 * <p>A {@link io.midagoal.internal.browser.BrowserPool} starts headless Chrome or Chromium when one
 * is asked for, lends it, clears it when it comes back, and leaves no process behind: not after a
 * normal end, not after {@code System.exit} or a signal, and what a killed JVM left is ended by the
 * next one.
 */
@NullMarked
package io.midagoal.internal.browser;

import org.jspecify.annotations.NullMarked;
