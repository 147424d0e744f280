/**
 * The JUnit integration: declared goals, test sessions, browsers, and the state that all tests of a
 * run share. The annotations are read in the root package, on which this package does not depend.
 */
@NullMarked
package io.midagoal.internal.junit;

import org.jspecify.annotations.NullMarked;
