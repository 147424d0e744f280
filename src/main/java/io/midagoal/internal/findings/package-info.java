/** What can be said of goals, pages and scripts: the findings, and how they are worded. */
@NullMarked
package io.midagoal.internal.findings;

import org.jspecify.annotations.NullMarked;
