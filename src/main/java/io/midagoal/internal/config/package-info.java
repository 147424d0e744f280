/** Reads settings: their keys, sources, values and mistakes. */
@NullMarked
package io.midagoal.internal.config;

import org.jspecify.annotations.NullMarked;
