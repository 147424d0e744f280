package io.midagoal.internal.facts;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A Mida script on a page.
 *
 * @param url its URL
 * @param host the URL's host
 * @param key the project key in the URL, or empty
 * @param inHead whether it is in the page's head, as far as known
 * @param heldBack the {@code type} attribute that stops browsers from running it
 * @param blockedBy the directive of the page's content security policy that blocks it
 * @param status its HTTP status, where the browser reports it
 */
public record Snippet(
    String url,
    String host,
    String key,
    boolean inHead,
    Optional<String> heldBack,
    Optional<String> blockedBy,
    OptionalInt status) {}
