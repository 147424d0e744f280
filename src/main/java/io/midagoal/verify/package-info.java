/**
 * Proving in a browser that a goal matches its page, or saying why not. The guide's page
 * <em>Matching rules</em> tells by which rules Mida counts a conversion.
 */
@NullMarked
package io.midagoal.verify;

import org.jspecify.annotations.NullMarked;
