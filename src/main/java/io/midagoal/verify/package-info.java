/**
 * Proving that a goal matches its page, or saying why not.
 *
 * <p>The rules by which Mida counts a conversion stand once, in {@code rules.js}; the guide's page
 * <em>Matching rules</em> tells them in words.
 */
@NullMarked
package io.midagoal.verify;

import org.jspecify.annotations.NullMarked;
