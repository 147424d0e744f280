package io.midagoal.internal.findings;

import io.midagoal.verdict.Finding;
import io.midagoal.verdict.Severity;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All findings: what each says, and what to do about it. A finding's code is its name in lower
 * case, with hyphens. Where one code has several sentences, the further ones follow the first,
 * under names that begin with its name; page scripts answer with these names, too.
 *
 * <p>The sentences are {@linkplain Template templates}. The guide's page <em>Findings</em> is
 * checked against the first entry of each code.
 */
@SuppressWarnings("ImmutableEnumChecker") // Template is immutable.
public enum Catalogue {

  // ---- The selector or text ----

  SELECTOR_SYNTAX(
      Severity.ERROR,
      "the browser rejects the selector",
      "The browser rejects the selector \"{value}\": {browserSays}",
      "Correct the selector until document.querySelector accepts it in the browser's console."),

  SELECTOR_IS_XPATH(
      Severity.ERROR,
      "the value is an XPath expression",
      "The value is an XPath expression: \"{value}\".",
      "Write it as a CSS selector: that is what Mida takes."),

  SELECTOR_IS_JQUERY(
      Severity.ERROR,
      "the value uses jQuery's extensions, such as `:contains()`",
      "The value uses a jQuery extension that CSS does not have: \"{value}\".",
      """
      Write it as a CSS selector: that is what Mida takes. For a text, use the type clickOnText.
      """),

  NO_MATCH(
      Severity.ERROR,
      "nothing on the page matches",
      """
      Nothing on the page matches the selector "{value}".[ Its beginning "{stillMatching}" still
      matches.][ The nearest element is {nearest}.]
      """,
      Texts.CHANGE_VALUE_OR_LOOK),
  NO_MATCH_TEXT(NO_MATCH, "No element shows the text \"{value}\".", Texts.CHANGE_VALUE_OR_LOOK),
  NO_MATCH_LINK(
      NO_MATCH, "No link has an address that contains \"{value}\".", Texts.CHANGE_VALUE_OR_LOOK),
  NO_MATCH_ON_HOVER(
      NO_MATCH,
      """
      The selector "{value}" matches {element}, but it stops matching on hover or press, so no click
      counts.
      """,
      """
      [Change value to "{suggestion}"; tried on this page, it works.|Remove the part of the selector
      that hovering or pressing changes.]
      """),

  ONLY_IN_IFRAME(
      Severity.ERROR,
      "it matches only inside a frame, or clicks on it stay inside one",
      "It matches only inside a frame, where Mida does not look: {host}.",
      Texts.GOAL_ON_THE_FRAMED_PAGE),
  ONLY_IN_IFRAME_CLICKS(
      ONLY_IN_IFRAME,
      "Clicks on what \"{value}\" matches do not reach the page: {reason}.",
      Texts.GOAL_ON_THE_FRAMED_PAGE),

  ONLY_IN_SHADOW_ROOT(
      Severity.ERROR,
      "it matches only inside a shadow root",
      "It matches only inside a shadow root, where Mida does not look: {host}.",
      """
      Select the host element itself (a click inside it counts), or count with the type script.
      """),

  TEXT_CASE(
      Severity.ERROR,
      "the page shows the text in another case",
      "No element shows the text \"{value}\"; the page has it in another case: \"{found}\".",
      Texts.CHANGE_VALUE_OR_AS_SHOWN),

  TEXT_WHITESPACE(
      Severity.ERROR,
      "the page shows the text with other characters, such as curly quotes",
      "No element shows the text \"{value}\"; the page has it with other characters: \"{found}\".",
      Texts.CHANGE_VALUE_OR_AS_SHOWN),

  TEXT_NOT_SHOWN(
      Severity.ERROR,
      "the text is only in an attribute, or hidden",
      """
      No element shows the text "{value}"; it is only in [the attribute {attribute}|the contents] of
      {element}.
      """,
      """
      Use the type clickOnElement with [the selector "{selector}"|a selector for that element].
      """),
  TEXT_NOT_SHOWN_HIDDEN(
      TEXT_NOT_SHOWN,
      "No element shows the text \"{value}\"; it is in {element}, but {reason}.",
      Texts.OPEN_FIRST),

  TEXT_IN_VALUE(
      Severity.WARNING,
      "the text is the `value` of a button-like input: shown, but whether Mida sees it is not"
          + " documented",
      "The text is the value of a button-like input: {first}.",
      """
      Visitors see it, but whether Mida does is not documented. A clickOnElement goal is safer.
      """),

  FRAGILE_SELECTOR(
      Severity.WARNING,
      "the selector rests on a generated name, or counts children along a path",
      """
      The selector works today, but {reason}: it may match nothing after the next build.
      """,
      """
      [Change value to "{suggestion}"; tried on this page, it works.|Give the element an id or a
      data-testid, and select it by that.]
      """),

  SEVERAL_MATCHES(
      Severity.WARNING,
      "more than one element would count",
      "{count} elements match, and more than one of them counts: {described}.",
      Texts.NARROW_DOWN),
  SEVERAL_MATCHES_UNIQUE(
      SEVERAL_MATCHES,
      Severity.ERROR,
      "{count} elements match, and more than one of them counts: {described}.",
      Texts.NARROW_DOWN),

  // ---- Reaching it ----

  HIDDEN(
      Severity.ERROR,
      "matches exist, and none is there to be seen: display, visibility, size, clipped away,"
          + " outside the page",
      Texts.UNUSABLE,
      Texts.OPEN_FIRST),

  COVERED(
      Severity.ERROR,
      "another element takes the click everywhere, or as soon as the pointer is there; of a hidden"
          + " control, the click on its label",
      Texts.UNUSABLE,
      """
      [Visitors click {underPointer} there, never what is beneath: select that, or an element around
      both.|If visitors close it first (a cookie banner, a dialog), close it in beforePage or
      goal.after(browser -> ...). If it is always there, the goal never counts.]
      """),

  TRANSPARENT(
      Severity.WARNING,
      "it can be clicked, but its opacity, or an ancestor's, makes it invisible",
      "{first} takes clicks, but its opacity makes it invisible.",
      """
      Check that visitors can find it: it may appear only on hover. If something else is drawn in its
      place, clicks there count, and all is well.
      """),

  ON_SCROLL(
      Severity.INFO,
      "it can be reached only after a visitor has scrolled to it: the page shows or unlocks it then",
      "Visitors can reach {first} only after scrolling to it.",
      "Nothing to do: midagoal scrolled there and back."),

  DISABLED(
      Severity.ERROR,
      "the control is disabled",
      Texts.UNUSABLE,
      "If an earlier step enables it, take that step in the test: goal.after(browser -> ...)."),

  NO_POINTER_EVENTS(
      Severity.ERROR,
      "the element lets clicks through",
      Texts.UNUSABLE,
      "Clicks go to what is behind it. Select that element, or one that takes clicks."),

  INERT(
      Severity.ERROR,
      "the element is inert, or an open dialog blocks the page",
      Texts.UNUSABLE,
      "Close the dialog, or take the step that ends this state: goal.after(browser -> ...)."),

  NOT_A_FORM(
      Severity.ERROR,
      "the selector of a form goal matches something else",
      """
      The selector "{value}" matches {element}, which is not a form. The form is {form}.
      """,
      """
      [Change value to "{suggestion}"; tried on this page, it works.|Write a selector that matches
      that form.]
      """),
  NOT_A_FORM_NOWHERE(
      NOT_A_FORM,
      """
      The selector "{value}" matches {element}, which is not a form. There is no form around or inside
      it.
      """,
      """
      Without a form there is no submit: use the type clickOnElement for the button, or script.
      """),

  NO_SUBMIT(
      Severity.ERROR,
      "a visitor cannot submit the form: no control, no key does it, or the browser stops it because"
          + " of a field that cannot be filled in",
      """
      A visitor cannot submit {form}. [Its submit controls cannot be used: {controls}.|It has no
      submit control, and Enter does not submit it.][ {scripted} calls submit() itself, which fires no
      submit event.][ {plainButton} is not a submit control.]
      """,
      """
      If an earlier step enables it[ (such as filling in {required})], take that step in the test:
      goal.after(browser -> ...). If a script of the page submits the form, act as a visitor would:
      goal.during(browser -> ...) records the submit event. submit() fires none: have the script call
      requestSubmit(), or use the type clickOnElement for the button, or script.
      """),
  NO_SUBMIT_INVALID(
      NO_SUBMIT,
      """
      A visitor cannot submit {form}: validation fails on a field that visitors cannot fill in:
      {unfillable}.
      """,
      """
      Remove the constraint (required, pattern, min, max) from a field that is not shown, disable the
      field, or give the form novalidate. If an earlier step shows or fills it, take that step in the
      test: goal.after(browser -> ...).
      """),

  SUBMIT_DISABLED(
      Severity.UNDECIDED,
      "only filling the form in tells: its submit control is disabled and there are fields to fill"
          + " in, or it has no submit control and a custom element may submit it",
      """
      Whether a visitor can submit {form} shows only once it is filled in: [it has no submit control,
      and {customElement} may submit it|its submit control, {control}, is disabled].
      """,
      """
      Take the visitor's steps in the test[ (filling in {fields})]: goal.after(browser -> ...) judges
      the form after them; goal.during(browser -> ...) records its submit.
      """);

  /** Sentences that several entries share. */
  private static final class Texts {
    static final String UNUSABLE =
        """
        [{several} elements match, but a visitor can use none of them; the nearest is {element}|{element}
        matches, but a visitor cannot use it]: {reason}.
        """;
    static final String OPEN_FIRST =
        """
        If visitors open it first (a menu, a dialog, a tab), name the control that they click:
        revealedBy = "selector". For more steps, take them in the test: goal.after(browser -> ...).
        Otherwise select an element that they see.
        """;
    static final String CHANGE_VALUE_OR_LOOK =
        """
        [Change value to "{suggestion}"; tried on this page, it works.|Open the page as a visitor and
        look for the element: it may have been renamed, be on another page, or appear only after a
        step that the test does not take.]
        """;
    static final String CHANGE_VALUE_OR_AS_SHOWN =
        """
        [Change value to "{suggestion}"; tried on this page, it works.|Write the value as the page
        shows it: "{found}".]
        """;
    static final String NARROW_DOWN = "If only one of them is meant, choose a narrower value.";
    static final String GOAL_ON_THE_FRAMED_PAGE =
        """
        Define the goal on the framed page itself, if Mida's script runs there, or count with the type
        script.
        """;

    private Texts() {}
  }

  /** The hint where the page has a control that opens what hides the element. */
  private static final Template OPENER =
      new Template(
          """
          A control on the page looks as if it opens what hides it. If visitors click it first, say
          so: revealedBy = {opener:java}.
          """);

  private final @Nullable Catalogue first;
  private final Severity severity;
  private final String when;
  private final Template message;
  private final Template hint;

  /** The first or only entry of a code. */
  Catalogue(Severity severity, String when, String message, String hint) {
    this.first = null;
    this.severity = severity;
    this.when = when;
    this.message = new Template(message);
    this.hint = new Template(hint);
  }

  /** Another sentence of the same code. */
  Catalogue(Catalogue first, String message, String hint) {
    this(first, first.severity, message, hint);
  }

  /** Another sentence of the same code, with another severity. */
  Catalogue(Catalogue first, Severity severity, String message, String hint) {
    this.first = first;
    this.severity = severity;
    this.when = first.when;
    this.message = new Template(message);
    this.hint = new Template(hint);
  }

  /**
   * Finds an entry by the name that page scripts use.
   *
   * @param name for example {@code no-match-on-hover}
   * @return the entry
   * @throws IllegalArgumentException when there is none
   */
  public static Catalogue named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /**
   * The code, as it is in verdicts.
   *
   * @return for example {@code no-match}
   */
  public String code() {
    return first == null ? name().toLowerCase(Locale.ROOT).replace('_', '-') : first.code();
  }

  /**
   * Says it.
   *
   * @param data what the sentences have places for; {@code suggestion}, if any, is the finding's,
   *     and {@code opener} the selector of a control that visitors may have to click first
   * @return a finding
   */
  public Finding finding(Map<String, ?> data) {
    return finding(severity, data);
  }

  /**
   * Says it with another severity.
   *
   * @param severity instead of the entry's own
   * @param data what the sentences have places for
   * @return a finding
   */
  public Finding finding(Severity severity, Map<String, ?> data) {
    Template nextStep = data.get("opener") == null ? hint : OPENER;
    return new Finding(
        code(),
        severity,
        message.fill(data),
        nextStep.fill(data),
        suggestion(data.get("suggestion")));
  }

  private static Optional<String> suggestion(@Nullable Object value) {
    return value instanceof Optional<?> optional
        ? optional.map(String::valueOf)
        : Optional.ofNullable(value).map(String::valueOf);
  }

  Severity severity() {
    return severity;
  }

  /** When it is said, for the guide; that of the first entry of the code. */
  String when() {
    return when;
  }

  boolean isFirst() {
    return first == null;
  }
}
