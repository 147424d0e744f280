package io.midagoal.internal.findings;

import io.midagoal.goal.Goal;
import io.midagoal.goal.GoalType;
import io.midagoal.internal.page.Diagnosis;
import io.midagoal.internal.page.GoalFacts;
import io.midagoal.internal.text.Quotes;
import io.midagoal.verdict.Elements;
import io.midagoal.verdict.Expectation;
import io.midagoal.verdict.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What can be said of goals that are met by an element: clicks on it, its text, a form. */
public final class ElementFindings {

  private static final Pattern XPATH = Pattern.compile("^(xpath=|\\(*\\.?//|/html).*");
  private static final Pattern JQUERY =
      Pattern.compile(
          ":(contains|eq|gt|lt|first|last|even|odd|visible|hidden|button|submit|input|text|parent"
              + "|header)(?![\\w-])");

  private static final String OPEN_FIRST =
      "If visitors open it first (a menu, a dialog, a tab), name the control that they click:"
          + " revealedBy = \"selector\"; for more steps, take them in the test:"
          + " goal.after(browser -> ...). Otherwise choose an element that they see.";

  private ElementFindings() {}

  /** What to say of a goal that is met, and of one that is met too often. */
  public static List<Finding> ofMet(Expectation expectation, GoalFacts facts) {
    List<Finding> findings = new ArrayList<>();
    if (facts.reachable() > 1) {
      findings.add(several(expectation, facts));
    }
    if (facts.transparent()) {
      findings.add(transparent(facts));
    }
    if (facts.onScroll()) {
      findings.add(onScroll(facts));
    }
    facts.fragile().map(ElementFindings::fragile).ifPresent(findings::add);
    if (facts.textInValue()) {
      findings.add(
          Findings.warning(
              "text-in-value",
              "The text stands in the value of a button-like input: " + first(facts) + ".",
              "Visitors see it, but whether Mida does is not documented: a clickOnElement goal is"
                  + " safer."));
    }
    return findings;
  }

  private static Finding transparent(GoalFacts facts) {
    return Findings.warning(
        "transparent",
        first(facts) + " takes clicks, but its opacity makes it invisible.",
        "Look whether visitors can find it: it may show itself only when the pointer is on it. If"
            + " something else is drawn in its place, clicks there count, and all is well.");
  }

  private static Finding onScroll(GoalFacts facts) {
    return Findings.info(
        "on-scroll",
        first(facts) + " can be reached only after a visitor has scrolled to it.",
        "The page shows or unlocks it then. Nothing needs to be done: midagoal scrolled there, and"
            + " back.");
  }

  private static Finding fragile(GoalFacts.Fragile fragile) {
    return Findings.warning(
        "fragile-selector",
        "The selector works today, but "
            + fragile.why()
            + ": it may match nothing after the next build.",
        Findings.changeTo(
            fragile.suggestion(),
            "Give the element an id or a data-testid of its own, and select it by that."),
        fragile.suggestion());
  }

  private static Finding several(Expectation expectation, GoalFacts facts) {
    String message =
        facts.count()
            + " elements match, and more than one of them counts: "
            + String.join(", ", facts.described())
            + ".";
    String hint = "If only one of them is meant, choose a value that matches no other.";
    return expectation.isUnique()
        ? Findings.error("several-matches", message, hint)
        : Findings.warning("several-matches", message, hint);
  }

  private static String first(GoalFacts facts) {
    return facts.described().get(0);
  }

  /** The browser does not take the selector. */
  public static Finding ofSyntax(Goal goal, String browserSays) {
    String value = goal.value().strip();
    if (XPATH.matcher(value).lookingAt()) {
      return Findings.error(
          "selector-is-xpath",
          "The value is an XPath expression: " + Quotes.quoted(value) + ".",
          "Mida takes CSS selectors, as document.querySelector does. Write it as one.");
    }
    if (JQUERY.matcher(value).find()) {
      return Findings.error(
          "selector-is-jquery",
          "The value uses an extension of jQuery's that CSS does not have: "
              + Quotes.quoted(value)
              + ".",
          "Mida takes CSS selectors, as document.querySelector does. For a text, use the type"
              + " clickOnText.");
    }
    return Findings.error(
        "selector-syntax",
        "The browser rejects the selector " + Quotes.quoted(value) + ": " + browserSays,
        "Correct the selector until document.querySelector takes it in the browser's console.");
  }

  /** The goal failed, and this is why. */
  public static Finding ofDiagnosis(Goal goal, GoalFacts facts, Diagnosis diagnosis) {
    return switch (diagnosis.code()) {
      case "no-match" ->
          diagnosis
              .element()
              .map(element -> noMatchAtTheClick(goal, element, diagnosis))
              .orElseGet(() -> noMatch(goal, diagnosis));
      case "text-case" -> textDiffers(goal, diagnosis, "in another case");
      case "text-whitespace" -> textDiffers(goal, diagnosis, "with other characters");
      case "text-not-shown" -> textNotShown(goal, diagnosis);
      case "not-a-form" -> notAForm(goal, diagnosis);
      case "submit-disabled" -> submitDisabled(diagnosis);
      case "no-submit" -> noSubmit(diagnosis);
      case "only-in-iframe", "only-in-shadow-root" -> outOfReach(goal, diagnosis);
      default -> unusable(goal, facts, diagnosis);
    };
  }

  private static Finding noMatch(Goal goal, Diagnosis diagnosis) {
    boolean isText = goal.type() == GoalType.CLICK_ON_TEXT;
    String message =
        (isText ? "No element shows the text " : "Nothing on the page matches the selector ")
            + Quotes.quoted(goal.value())
            + "."
            + diagnosis
                .stillMatching()
                .map(part -> " Its beginning " + Quotes.quoted(part) + " still matches.")
                .orElse("")
            + diagnosis.nearest().map(near -> " The nearest is " + near + ".").orElse("");
    String hint =
        "Open the page as a visitor and look for the element: it may have been renamed, belong to"
            + " another page, or appear only after a step that the test does not take.";
    return Findings.error(
        "no-match",
        message,
        Findings.changeTo(diagnosis.suggestion(), hint),
        diagnosis.suggestion());
  }

  private static Finding noMatchAtTheClick(Goal goal, String element, Diagnosis diagnosis) {
    return Findings.error(
        "no-match",
        "The selector "
            + Quotes.quoted(goal.value())
            + " matches "
            + element
            + " only until somebody points at it or presses it, and every click begins with that.",
        Findings.changeTo(
            diagnosis.suggestion(), "Leave out of the selector what pointing and pressing change."),
        diagnosis.suggestion());
  }

  private static Finding textDiffers(Goal goal, Diagnosis diagnosis, String how) {
    String found = Quotes.quoted(diagnosis.found().orElse(""));
    return Findings.error(
        diagnosis.code(),
        "No element shows the text "
            + Quotes.quoted(goal.value())
            + "; the page has it "
            + how
            + ": "
            + found
            + ".",
        Findings.changeTo(
            diagnosis.suggestion(), "Write the value as the page shows it: " + found + "."),
        diagnosis.suggestion());
  }

  private static Finding textNotShown(Goal goal, Diagnosis diagnosis) {
    String element = diagnosis.element().orElse("an element");
    String message = "No element shows the text " + Quotes.quoted(goal.value()) + "; it stands ";
    return diagnosis
        .where()
        .map(
            where ->
                Findings.error(
                    "text-not-shown",
                    message + "only in " + where + " of " + element + ".",
                    "Use the type clickOnElement with "
                        + diagnosis
                            .selector()
                            .map(selector -> "the selector " + Quotes.quoted(selector) + ".")
                            .orElse("a selector for that element.")))
        .orElseGet(
            () ->
                Findings.error(
                    "text-not-shown",
                    message
                        + "in "
                        + element
                        + ", but "
                        + diagnosis.detail().orElse("that is not shown")
                        + ".",
                    OPEN_FIRST));
  }

  private static Finding notAForm(Goal goal, Diagnosis diagnosis) {
    String form =
        diagnosis
            .form()
            .map(found -> " The form is " + found + ".")
            .orElse(" There is no form around or inside it.");
    return Findings.error(
        "not-a-form",
        "The selector "
            + Quotes.quoted(goal.value())
            + " matches "
            + diagnosis.element().orElse("an element")
            + ", which is not a form."
            + form,
        Findings.changeTo(
            diagnosis.suggestion(),
            diagnosis.form().isPresent()
                ? "Write a selector that matches that form."
                : "A page without a form has no submit: use the type clickOnElement for the"
                    + " button, or script."),
        diagnosis.suggestion());
  }

  private static Finding noSubmit(Diagnosis diagnosis) {
    String form = diagnosis.element().orElse("the form");
    if (!diagnosis.unfillable().isEmpty()) {
      return Findings.error(
          "no-submit",
          "A visitor cannot submit "
              + form
              + ": the browser stops it because of a field that is not filled in as the form"
              + " demands and that nobody can fill in: "
              + listed(diagnosis.unfillable())
              + ".",
          "Drop the demand (required, pattern, min, max) from a field that is not shown, disable the"
              + " field, or give the form novalidate. If a step before shows or fills it, take that"
              + " step in the test: goal.after(browser -> ...).");
    }
    String why =
        diagnosis.controls().isEmpty()
            ? " It has no submit control, and Enter does not submit it."
            : " Its submit controls cannot be used: " + listed(diagnosis.controls()) + ".";
    String plain =
        diagnosis
            .scripted()
            .map(one -> " " + one + " calls submit() itself, and that fires no submit event.")
            .or(
                () ->
                    diagnosis
                        .plainButton()
                        .map(button -> " " + button + " is not a submit control."))
            .orElse("");
    return Findings.error(
        "no-submit",
        "A visitor cannot submit " + form + "." + why + plain,
        "If a step before enables it"
            + (diagnosis.required().isEmpty()
                ? ""
                : " (such as filling in " + String.join(", ", diagnosis.required()) + ")")
            + ", take that step in the test: goal.after(browser -> ...). If a script of the page"
            + " submits the form, act as a visitor would: goal.during(browser -> ...) hears the submit"
            + " event. submit() fires none: have the script call requestSubmit(), or use the type"
            + " clickOnElement for the button, or script.");
  }

  /** Only filling the form in would tell. */
  private static Finding submitDisabled(Diagnosis diagnosis) {
    String form = diagnosis.element().orElse("the form");
    String why =
        diagnosis
            .customElement()
            .map(custom -> "it has no submit control, and " + custom + " may submit it")
            .orElseGet(
                () -> "its submit control, " + first(diagnosis.controls()) + ", is disabled");
    String fields = String.join(", ", diagnosis.required());
    return Findings.undecided(
        "submit-disabled",
        "It takes filling in " + form + " to know whether a visitor can submit it: " + why + ".",
        "Take the visitor's steps in the test"
            + (fields.isEmpty() ? "" : " (filling in " + fields + ")")
            + ": goal.after(browser -> ...) judges the form after them; goal.during(browser -> ...)"
            + " records its submit.");
  }

  private static String first(List<Diagnosis.Control> controls) {
    return controls.stream().map(Diagnosis.Control::element).findFirst().orElse("");
  }

  private static String listed(List<Diagnosis.Control> controls) {
    return controls.stream()
        .map(control -> control.element() + ": " + control.detail())
        .collect(Collectors.joining("; "));
  }

  private static Finding outOfReach(Goal goal, Diagnosis diagnosis) {
    String where = diagnosis.code().equals("only-in-iframe") ? "a frame" : "a shadow root";
    String message =
        diagnosis
            .host()
            .map(
                host ->
                    "It matches only inside " + where + ", where Mida does not look: " + host + ".")
            .orElseGet(
                () ->
                    "Clicks on what "
                        + Quotes.quoted(goal.value())
                        + " matches do not reach the page: "
                        + diagnosis.detail().orElse("")
                        + ".");
    return Findings.error(
        diagnosis.code(),
        message,
        diagnosis.code().equals("only-in-iframe")
            ? "Define the goal on the framed page itself, if Mida's script runs there, or count"
                + " with the type script."
            : "Choose the host element itself (a click inside counts for it), or count with the"
                + " type script.");
  }

  private static Finding unusable(Goal goal, GoalFacts facts, Diagnosis diagnosis) {
    String element = diagnosis.element().orElse(Quotes.quoted(goal.value()));
    String subject =
        facts.count() > 1
            ? facts.count()
                + " elements match, but a visitor can use none of them; the nearest is "
                + element
            : element + " matches, but a visitor cannot use it";
    String message = subject + ": " + diagnosis.detail().orElse("it takes no clicks") + ".";
    String hint =
        diagnosis
            .underPointer()
            .map(ElementFindings::insteadOfCovered)
            .orElseGet(() -> remedy(diagnosis.code()));
    return Findings.error(diagnosis.code(), message, hint);
  }

  private static String insteadOfCovered(String underPointer) {
    return "Visitors click "
        + underPointer
        + " there, and never what lies beneath: choose that, or an element around both.";
  }

  private static String remedy(String code) {
    return switch (code) {
      case "covered" ->
          "Clear away what lies above as a visitor would (cookie banner, dialog) in beforePage or"
              + " goal.after(browser -> ...); if it always lies there, the goal never counts.";
      case "disabled" ->
          "If a step before enables it, take that step in the test: goal.after(browser -> ...).";
      case "no-pointer-events" ->
          "The click goes to what lies behind. Choose that element, or one that takes clicks.";
      case "inert" ->
          "Close the dialog or take the step that ends this state: goal.after(browser -> ...).";
      default -> OPEN_FIRST;
    };
  }

  public static Elements evidence(Optional<GoalFacts> facts) {
    return facts
        .map(found -> new Elements(found.count(), found.described()))
        .orElseGet(Elements::none);
  }
}
