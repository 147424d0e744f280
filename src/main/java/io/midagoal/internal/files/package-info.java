/** Lock files that tell which runs on this machine are alive. */
@NullMarked
package io.midagoal.internal.files;

import org.jspecify.annotations.NullMarked;
