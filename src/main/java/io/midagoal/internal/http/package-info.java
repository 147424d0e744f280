/** HTTP for the API client, within limits of time and memory, and without API keys in logs. */
@NullMarked
package io.midagoal.internal.http;

import org.jspecify.annotations.NullMarked;
