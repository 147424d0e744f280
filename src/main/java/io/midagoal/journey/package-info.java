/** Records conversions while a test acts as a visitor. */
@NullMarked
package io.midagoal.journey;

import org.jspecify.annotations.NullMarked;
