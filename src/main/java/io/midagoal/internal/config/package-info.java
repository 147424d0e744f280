/** Reads and validates settings. */
@NullMarked
package io.midagoal.internal.config;

import org.jspecify.annotations.NullMarked;
