/**
 * Judging goals: which pages to open, what the page says of each goal, and the verdict that
 * follows.
 */
@NullMarked
package io.midagoal.internal.judging;

import org.jspecify.annotations.NullMarked;
