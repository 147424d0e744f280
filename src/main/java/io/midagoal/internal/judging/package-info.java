/** Judging goals: which pages to open, what each page answers, and the findings that follow. */
@NullMarked
package io.midagoal.internal.judging;

import org.jspecify.annotations.NullMarked;
