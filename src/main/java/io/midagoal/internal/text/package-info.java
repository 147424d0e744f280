/** Text in messages: quotes and columns, and URLs with what is secret in them hidden. */
@NullMarked
package io.midagoal.internal.text;

import org.jspecify.annotations.NullMarked;
