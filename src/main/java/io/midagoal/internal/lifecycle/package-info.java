/** Goals in a Mida project during a run: finding, creating, comparing and deleting them. */
@NullMarked
package io.midagoal.internal.lifecycle;

import org.jspecify.annotations.NullMarked;
