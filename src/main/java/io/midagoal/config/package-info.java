/**
 * Settings: what can be set, where values come from, and what they may be.
 *
 * <p>Everything but {@link io.midagoal.config.Settings.Builder} is immutable and thread-safe.
 */
@NullMarked
package io.midagoal.config;

import org.jspecify.annotations.NullMarked;
