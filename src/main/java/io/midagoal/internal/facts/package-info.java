/** What crosses between Java and the page: what the scripts are asked, and what they answer. */
@NullMarked
package io.midagoal.internal.facts;

import org.jspecify.annotations.NullMarked;
