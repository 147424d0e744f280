/** Recording what converts while a test acts on a page as a visitor would. */
@NullMarked
package io.midagoal.journey;

import org.jspecify.annotations.NullMarked;
