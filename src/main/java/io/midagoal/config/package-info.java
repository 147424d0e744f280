/** Values for the attributes of {@link io.midagoal.MidaProject}. */
@NullMarked
package io.midagoal.config;

import org.jspecify.annotations.NullMarked;
