/** AssertJ assertions on verdicts. */
@NullMarked
package io.midagoal.assertj;

import org.jspecify.annotations.NullMarked;
