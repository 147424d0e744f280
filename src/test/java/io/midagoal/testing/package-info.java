/** What the library's own tests share. */
@NullMarked
package io.midagoal.testing;

import org.jspecify.annotations.NullMarked;
