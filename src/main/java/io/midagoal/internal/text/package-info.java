/** Text in messages: quotes and columns, and what is secret in it hidden. */
@NullMarked
package io.midagoal.internal.text;

import org.jspecify.annotations.NullMarked;
