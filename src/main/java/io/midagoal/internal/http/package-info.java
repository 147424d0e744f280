/**
 * Sending a request and reading its answer, within bounds of time and memory, and without an API
 * key in any log.
 */
@NullMarked
package io.midagoal.internal.http;

import org.jspecify.annotations.NullMarked;
