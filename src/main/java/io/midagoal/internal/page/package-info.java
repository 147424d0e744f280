/**
 * The page in the browser: opening it, waiting for it, and the scripts that run in it. What comes
 * out of here are facts; {@code io.midagoal.verify} turns them into findings.
 */
@NullMarked
package io.midagoal.internal.page;

import org.jspecify.annotations.NullMarked;
