@NullMarked
package io.midagoal.client;

import org.jspecify.annotations.NullMarked;
