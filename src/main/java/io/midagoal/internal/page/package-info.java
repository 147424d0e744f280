/** The page in the browser: opening it, waiting for it, asking it about goals, and real input. */
@NullMarked
package io.midagoal.internal.page;

import org.jspecify.annotations.NullMarked;
