@NullMarked
package io.midagoal.config;

import org.jspecify.annotations.NullMarked;
