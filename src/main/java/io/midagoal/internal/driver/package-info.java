/** Quirks of WebDrivers: dialogs, lost tabs, and messages that nobody can read. */
@NullMarked
package io.midagoal.internal.driver;

import org.jspecify.annotations.NullMarked;
