/**
 * The verdicts of a run: as {@code verdicts.json} for other programs, and as a table for people.
 */
@NullMarked
package io.midagoal.report;

import org.jspecify.annotations.NullMarked;
