package io.midagoal.internal.facts;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A Mida script of a page.
 *
 * @param url its address
 * @param host the address's host
 * @param key the project in the address, or empty
 * @param inHead whether it stands in the page's head, as far as is known
 * @param heldBack the {@code type} that keeps browsers from running it
 * @param blockedBy the directive of the page's security policy that keeps it from loading
 * @param status the HTTP status with which it came, where the browser tells it
 */
public record MidaScript(
    String url,
    String host,
    String key,
    boolean inHead,
    Optional<String> heldBack,
    Optional<String> blockedBy,
    OptionalInt status) {}
