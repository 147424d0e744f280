/** Pages that a generator writes, and what real input says about the goals on them. */
@NullMarked
package io.midagoal.generated;

import org.jspecify.annotations.NullMarked;
