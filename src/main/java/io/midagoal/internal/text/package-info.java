/** Formats text for messages, and hides secrets in it. */
@NullMarked
package io.midagoal.internal.text;

import org.jspecify.annotations.NullMarked;
