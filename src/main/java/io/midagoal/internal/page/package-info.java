/**
 * The page in the browser: opening it, waiting for it, and the scripts that run in it. What comes
 * out of here are facts; {@code io.midagoal.verify} turns them into findings.
 *
 * <p>More than fifteen files: a third of them are records that scripts take and return, and the
 * others share one browser session.
 */
@NullMarked
package io.midagoal.internal.page;

import org.jspecify.annotations.NullMarked;
