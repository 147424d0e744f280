/**
 * What becomes of goals in a project over a run: found, created once, compared with their
 * definitions, and deleted at the end when that is wanted.
 */
@NullMarked
package io.midagoal.internal.lifecycle;

import org.jspecify.annotations.NullMarked;
