/** Mida goals: immutable, thread-safe values without dependencies. */
@NullMarked
package io.midagoal.goal;

import org.jspecify.annotations.NullMarked;
