/** The goals of a small shop, one class for each goal type, and a class of broken ones. */
package io.midagoal.samples.shop;
