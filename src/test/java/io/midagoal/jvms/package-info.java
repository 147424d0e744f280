/** Runs in JVMs of their own: several at a time, and ended in all ways in which a JVM ends. */
@NullMarked
package io.midagoal.jvms;

import org.jspecify.annotations.NullMarked;
