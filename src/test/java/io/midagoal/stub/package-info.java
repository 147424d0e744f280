@NullMarked
package io.midagoal.stub;

import org.jspecify.annotations.NullMarked;
