/**
 * A local stub of Mida's REST API, for tests and for running without an account.
 *
 * <p>This is the only package that uses WireMock, which is an optional dependency: add {@code
 * org.wiremock:wiremock} to use it.
 */
@NullMarked
package io.midagoal.stub;

import org.jspecify.annotations.NullMarked;
