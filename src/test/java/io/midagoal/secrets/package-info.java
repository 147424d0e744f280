/** Whether an API key gets into anything that a run writes. */
@NullMarked
package io.midagoal.secrets;

import org.jspecify.annotations.NullMarked;
