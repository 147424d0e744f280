/**
 * The verdicts of a run for other programs, as {@code verdicts.json}, and for people, as a table
 * made from that file.
 */
@NullMarked
package io.midagoal.report;

import org.jspecify.annotations.NullMarked;
