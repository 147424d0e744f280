/** What a QA engineer writes with midagoal. */
package io.midagoal.samples;
