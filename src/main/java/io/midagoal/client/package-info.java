/**
 * Client for Mida's REST API.
 *
 * <p>{@link io.midagoal.client.MidaClient} is thread-safe. API keys never appear in exceptions or
 * messages.
 */
@NullMarked
package io.midagoal.client;

import org.jspecify.annotations.NullMarked;
