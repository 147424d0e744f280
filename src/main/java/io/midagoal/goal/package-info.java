/**
 * What a Mida goal is: immutable values without any dependency.
 *
 * <p>Everything here is thread-safe, because nothing here can change.
 */
@NullMarked
package io.midagoal.goal;

import org.jspecify.annotations.NullMarked;
