package io.midagoal.internal.findings;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Why something cannot be used, will not last or is not as expected: a part of a sentence, or a
 * sentence of its own. Page scripts answer with the name of a reason ({@code because}) and its
 * data.
 */
@SuppressWarnings("ImmutableEnumChecker") // Template is immutable.
enum Reason {
  // Nobody sees it.
  NOT_DISPLAYED("[its ancestor {ancestor}|it] has display: none"),
  CONTENT_HIDDEN("[its ancestor {ancestor}|it] has content-visibility: hidden"),
  NOT_VISIBLE("it has visibility: {visibility}"),
  IN_CLOSED_DETAILS("it is inside the closed {details}"),
  OPTION("the options of {select} take no clicks themselves"),
  NO_SLOT("its shadow host has no slot for it"),
  NO_SIZE("its size is {width} x {height} px"),
  OUT_OF_SCROLL("visitors cannot scroll to it"),
  CLIPPED_BY("its ancestor {ancestor} clips it away"),
  CLIPPED_AWAY("[the {property} of the {around} around it|its own {property}] cuts all of it away"),
  NOTHING_THERE("no part of it can be seen or clicked"),
  NO_MAP_IMAGE("no image shows its map"),
  NOT_IN_IMAGE("no part of its image {image} belongs to it"),

  // It takes no clicks.
  DISABLED("[its ancestor {ancestor}|it] is disabled"),
  INERT("[its ancestor {ancestor}|it] is inert"),
  BEHIND_DIALOG("the open dialog {dialog} blocks the page"),
  NO_POINTER_EVENTS("it has pointer-events: none"),

  // Something else takes them.
  COVERED("{by} covers it and takes the click"),
  COVERED_ON_HOVER("{by} covers it and takes the click as soon as the pointer is there"),
  SHOWS_OTHERWISE("it shows \"{text}\""),
  IN_FRAME("clicks on it go to the page inside {frame}"),

  // What stands for it cannot be used.
  LABEL("its label {label} cannot be clicked: {reason}"),
  IMAGE("its image {image} cannot be clicked: {reason}"),

  /** One of several elements, with its own reason. */
  ELEMENT("{element}: {reason}"),

  // A selector will not last.
  GENERATED_NAME("{name} looks like a generated name"),
  COUNTS_CHILDREN("it depends on the order of elements"),

  // Value and URL differ.
  URL_WWW("They differ in \"www.\"."),
  URL_SLASH("They differ in the slash at the end of the path."),
  URL_DEFAULT_DOCUMENT(
      """
      They differ in the name of the default document: "{expected}" was expected, "{found}" was
      found.
      """),
  URL_QUERY_ORDER("The query has the same parameters in another order."),
  URL_CASE(
      "They differ in upper and lower case[: \"{part}\" was expected, \"{found}\" was found]."),
  URL_ENCODING(
      """
      They differ in how characters are encoded[: "{part}" was expected, "{found}" was found]. Write
      the value as scripts see the URL, in location.href.
      """),
  URL_INTERNATIONAL_HOST("Scripts see the host name in its ASCII form (xn--...)."),
  URL_DEFAULT_PORT("Browsers leave out the default port of a scheme."),
  URL_USER("Browsers leave out user name and password."),
  URL_WHITE_SPACE("The value begins or ends with white space, which counts."),
  URL_RELATIVE("The full URL begins with scheme and host; the value does not."),
  URL_TEXT("The URL contains nothing like it."),
  URL_END("The pattern ends before \"{found}\"."),
  URL_PATTERN("The pattern's part \"{expected}\" is missing in \"{found}\"."),
  URL_PART(
      """
      They first differ in the {kind}: ["{expected}"|none] was expected, ["{found}"|none] was found.
      """),

  // What is wrong with a value for URLs.
  VALUE_WHITE_SPACE("The value begins or ends with white space."),
  VALUE_LITERAL("The slashes and flags around an expression are not part of the value."),
  VALUE_FROM_PATH(
      """
      Only an expression that starts with /, ^/ or ^\\/ is compared with path and query, any other
      with the full URL.
      """),
  VALUE_QUESTION_MARK("In an expression, a literal ? is written \\?."),
  VALUE_ESCAPED("Only regular expressions need backslashes."),
  VALUE_STAR("A pattern must match from beginning to end."),

  // How a visit came to another URL.
  HTTP_REDIRECTS("the server redirected it[ {times} times]"),
  ROUTED("scripts of the page changed its URL without loading another page"),
  SENT_ON("a script or a meta refresh on {page} redirected the visitor");

  final Template words;

  Reason(String words) {
    this.words = new Template(words);
  }

  /** A reason as a page script answers it, in words. */
  static String of(Map<?, ?> answer) {
    Map<String, Object> data =
        answer.entrySet().stream()
            .filter(entry -> entry.getValue() != null)
            .collect(
                Collectors.toMap(entry -> String.valueOf(entry.getKey()), Map.Entry::getValue));
    String name = String.valueOf(data.get("because"));
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')).words.fill(data);
  }
}
