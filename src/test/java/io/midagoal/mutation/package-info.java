/** Takes checks out of the page scripts, one at a time, and sees whether a test goes red. */
@NullMarked
package io.midagoal.mutation;

import org.jspecify.annotations.NullMarked;
