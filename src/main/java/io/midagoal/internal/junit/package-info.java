/**
 * The JUnit side: what a test has declared, its session, its browser, and what all tests of a run
 * share. The annotations are read in the root package, which this package does not know.
 */
@NullMarked
package io.midagoal.internal.junit;

import org.jspecify.annotations.NullMarked;
