@NullMarked
package io.midagoal.experiment;

import org.jspecify.annotations.NullMarked;
