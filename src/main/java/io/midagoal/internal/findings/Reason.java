package io.midagoal.internal.findings;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Why something cannot be used or will not last, as a part of a sentence. The page scripts answer
 * with the name of a reason ({@code because}) and its data.
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
  COUNTS_CHILDREN("it depends on the order of elements");

  private final Template words;

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
