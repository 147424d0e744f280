/**
 * Mida's REST API: creating goals, and saying what went wrong when that fails.
 *
 * <p>{@link io.midagoal.client.MidaClient} is thread-safe. An API key never appears in an exception
 * or a text that this package makes.
 */
@NullMarked
package io.midagoal.client;

import org.jspecify.annotations.NullMarked;
