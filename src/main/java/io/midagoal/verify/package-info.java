/**
 * Checks in a browser that goals match their pages, and diagnoses why not. The guide's page
 * <em>Matching rules</em> explains how Mida counts conversions.
 */
@NullMarked
package io.midagoal.verify;

import org.jspecify.annotations.NullMarked;
