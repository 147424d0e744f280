/** The JavaScript of midagoal: put together, and run in the page or ahead of it. */
@NullMarked
package io.midagoal.internal.scripts;

import org.jspecify.annotations.NullMarked;
