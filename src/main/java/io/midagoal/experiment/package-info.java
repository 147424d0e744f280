/**
 * What a Mida experiment is: immutable values, read from Mida or from JSON in version control.
 *
 * <p>Everything here is thread-safe, because nothing here can change.
 */
@NullMarked
package io.midagoal.experiment;

import org.jspecify.annotations.NullMarked;
