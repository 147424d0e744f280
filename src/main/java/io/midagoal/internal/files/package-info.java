/** Files that the JVMs of one machine share. */
@NullMarked
package io.midagoal.internal.files;

import org.jspecify.annotations.NullMarked;
