/** Goals on pages that others wrote and nobody prepared for these tests. */
package io.midagoal.samples.realpages;
