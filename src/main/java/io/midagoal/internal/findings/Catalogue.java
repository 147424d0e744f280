package io.midagoal.internal.findings;

import io.midagoal.verdict.Finding;
import io.midagoal.verdict.Severity;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All findings: what each says, and what to do about it. A finding's code is its name in lower
 * case, with hyphens. Where one code has several sentences, the further ones follow the first,
 * under names that begin with its name; page scripts answer with these names, too.
 *
 * <p>The sentences are {@linkplain Template templates}. The guide's page <em>Findings</em> is
 * checked against them.
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
      "the value uses a jQuery extension such as `:contains()`",
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
      "it matches only inside a frame, or clicks on the match go to a frame",
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
      "the page has the text in another letter case",
      "No element shows the text \"{value}\"; the page has it in another case: \"{found}\".",
      Texts.CHANGE_VALUE_OR_AS_SHOWN),

  TEXT_WHITESPACE(
      Severity.ERROR,
      "the page has the text with other characters, such as curly quotes",
      "No element shows the text \"{value}\"; the page has it with other characters: \"{found}\".",
      Texts.CHANGE_VALUE_OR_AS_SHOWN),

  TEXT_NOT_SHOWN(
      Severity.ERROR,
      "the text is only in an attribute or in a hidden element",
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
      "the text is the `value` of a button-like input: visitors see it, but whether Mida does is"
          + " not documented",
      "The text is the value of a button-like input: {first}.",
      """
      Visitors see it, but whether Mida does is not documented. A clickOnElement goal is safer.
      """),

  FRAGILE_SELECTOR(
      Severity.WARNING,
      "the selector uses a generated name or depends on the order of elements",
      """
      The selector works today, but {reason}: it may match nothing after the next build.
      """,
      """
      [Change value to "{suggestion}"; tried on this page, it works.|Give the element an id or a
      data-testid, and select it by that.]
      """),

  INTERNAL_LINK(
      Severity.WARNING,
      "the link of an `externalLink` goal leads to the page's own site",
      "{link} leads to a page of the same site.",
      """
      Mida calls this type an external link, and does not say whether links within the site count.
      Count the visit to the page it leads to instead (pageview), or the click (clickOnElement).
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
      "it matches, but visitors can see no match: display, visibility, size, clipped away, outside"
          + " the page",
      Texts.UNUSABLE,
      Texts.OPEN_FIRST),

  COVERED(
      Severity.ERROR,
      "another element takes every click on it, or on the label of a hidden control: always, or as"
          + " soon as the pointer is there",
      Texts.UNUSABLE,
      """
      [Visitors click {underPointer} there, never what is beneath: select that, or an element around
      both.|If visitors close it first (a cookie banner, a dialog), close it in beforePage or
      goal.after(browser -> ...). If it is always there, the goal never counts.]
      """),

  TRANSPARENT(
      Severity.WARNING,
      "visitors can click it, but its opacity or an ancestor's makes it invisible",
      "{first} takes clicks, but its opacity makes it invisible.",
      """
      Check that visitors can find it: it may appear only on hover. If something else is drawn in
      its place, clicks there count, and all is well.
      """),

  ON_SCROLL(
      Severity.INFO,
      "the page shows or unlocks it only after a visitor scrolls to it",
      "Visitors can reach {first} only after scrolling to it.",
      "Nothing to do: midagoal scrolled there and back."),

  DISABLED(
      Severity.ERROR,
      "the control is disabled",
      Texts.UNUSABLE,
      "If an earlier step enables it, take that step in the test: goal.after(browser -> ...)."),

  NO_POINTER_EVENTS(
      Severity.ERROR,
      "the element has `pointer-events: none`: clicks go through it",
      Texts.UNUSABLE,
      "Clicks go to what is behind it. Select that element, or one that takes clicks."),

  INERT(
      Severity.ERROR,
      "the element is inert, or an open dialog blocks the page",
      Texts.UNUSABLE,
      "Close the dialog, or take the step that ends this state: goal.after(browser -> ...)."),

  REVEALER_UNUSABLE(
      Severity.ERROR,
      "visitors cannot click the control that `revealedBy` names, or the click opens a window",
      "revealedBy = {selector:java} names no control that visitors can click. {why}",
      """
      [Change it to revealedBy = {instead:java}; tried on this page, it can be clicked.|Set
      revealedBy to a control that visitors can click on this page. For more than one step, use
      goal.after(browser -> ...).]
      """),
  REVEALER_UNUSABLE_OPENS_WINDOW(
      REVEALER_UNUSABLE,
      "The click on {control}, named by revealedBy, opened a new window.",
      """
      Set revealedBy to a control that opens something on the page itself, or set elementUrl to the
      page in that window.
      """),

  REVEALER_LEAVES(
      Severity.WARNING,
      "the click on the control that `revealedBy` names opened another page",
      """
      The click on {control}, named by revealedBy, left {from} for {to}. The goal was checked
      there.
      """,
      "If visitors convert on that page, set elementUrl to it and remove revealedBy."),

  PROBED(
      Severity.INFO,
      "with `probe`: a real click or submit was tried, and fires an event that counts",
      Texts.TRIED
          + " fires [a submit event on {submitted}|a click event on {clicked}], which counts.",
      Texts.HANDLERS_NOT_RUN),

  PROBE_INCOMPLETE(
      Severity.INFO,
      "with `probe`: the browser asks for fields to be filled in before it submits",
      Texts.TRIED
          + " makes the browser ask for {asked} first. A probe fills in nothing, so there was no"
          + " submit event.",
      """
      Visitors can fill that in, so nothing is wrong. To record the submit, fill in the form in the
      test: goal.during(browser -> ...).shouldConvert().
      """),

  PROBE_FAILED(
      Severity.ERROR,
      "with `probe`: a real click hits another element, or no submit event follows",
      Texts.TRIED + " [hits {clicked}, which does not count|fires no click event].",
      "Open the page and move the pointer there: something may appear or move under it."),
  PROBE_FAILED_SUBMIT(
      PROBE_FAILED,
      Texts.TRIED + " [submits {submitted}, which does not count|fires no submit event].",
      Texts.HANDLERS_NOT_RUN),

  PROBE_UNAVAILABLE(
      Severity.UNDECIDED,
      "with `probe`: midagoal cannot try it without the page's scripts noticing",
      "The goal matches, but was not tried with real input: {reason}.",
      "Let midagoal open the page in a Chromium browser, or remove probe."),
  PROBE_UNAVAILABLE_UNGUARDED(
      PROBE_UNAVAILABLE,
      """
      The goal matches, but was not tried with real input: the page's scripts would see it. To
      prevent that, midagoal needs a browser that supports CDP, and a page that midagoal opened and
      that did not call document.open().
      """),
  PROBE_UNAVAILABLE_GONE(
      PROBE_UNAVAILABLE,
      "The goal matches, but was not tried with real input: the element was gone by then."),
  PROBE_UNAVAILABLE_HALF_LOADED(
      PROBE_UNAVAILABLE,
      "The goal matches, but was not tried with real input: the page did not finish loading."),

  NOT_A_FORM(
      Severity.ERROR,
      "the selector of a form goal matches no form",
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
      The selector "{value}" matches {element}, which is not a form. There is no form around or
      inside it.
      """,
      """
      Without a form there is no submit: use the type clickOnElement for the button, or script.
      """),

  NO_SUBMIT(
      Severity.ERROR,
      "a visitor cannot submit the form: neither a control nor Enter does it, or validation fails"
          + " on a field that visitors cannot fill in",
      """
      A visitor cannot submit {form}. [Its submit controls cannot be used: {controls}.|It has no
      submit control, and Enter does not submit it.][ {scripted} calls submit() itself, which fires
      no submit event.][ {plainButton} is not a submit control.]
      """,
      """
      If an earlier step enables it[ (such as filling in {required})], take that step in the test:
      goal.after(browser -> ...). If a script of the page submits the form, act as a visitor would:
      goal.during(browser -> ...) records the submit event. submit() fires none: have the script
      call requestSubmit(), or use the type clickOnElement for the button, or script.
      """),
  NO_SUBMIT_INVALID(
      NO_SUBMIT,
      """
      A visitor cannot submit {form}: validation fails on a field that visitors cannot fill in:
      {unfillable}.
      """,
      """
      Remove the constraint (required, pattern, min, max) from a field that is not shown, disable
      the field, or give the form novalidate. If an earlier step shows or fills it, take that step
      in the test: goal.after(browser -> ...).
      """),

  SUBMIT_DISABLED(
      Severity.UNDECIDED,
      "whether the form can be submitted shows only once it is filled in: its submit control is"
          + " disabled until then, or it has none and a custom element may submit it",
      """
      Whether a visitor can submit {form} shows only once it is filled in: [it has no submit
      control, and {customElement} may submit it|its submit control, {control}, is disabled].
      """,
      """
      Take the visitor's steps in the test[ (filling in {fields})]: goal.after(browser -> ...)
      judges the form after them; goal.during(browser -> ...) records its submit.
      """),

  // ---- URLs ----

  URL_MISMATCH(
      Severity.ERROR,
      "the page's URL does not match; the message shows value and URL one below the other, with a"
          + " mark at the first difference",
      Texts.URL_MUST
          + """
          [ {difference}][ It matches as far as "{matchingStart}" and no further.][{lines}]
          """,
      "[{mistake} ]"
          + """
          [Change value to "{suggestion}"; tried on this page, it works.|Change the type to
          {otherType}; tried on this page, it works with this value.|Try the expression in the
          browser's console: new RegExp(value).test({tested}).|Open the page as a visitor, copy the
          URL from the address bar, and correct value or elementUrl.]
          """),
  URL_MISMATCH_ELSEWHERE(
      URL_MISMATCH,
      Texts.VISIT_ENDED_ELSEWHERE,
      """
      Find out why the page redirects. If all visitors end up there, they never convert.
      """),
  URL_MISMATCH_LOGIN(URL_MISMATCH, Texts.VISIT_ENDED_ELSEWHERE, Texts.LOG_IN),

  WILDCARD_IN_PLAIN(
      Severity.ERROR,
      "the value has a `*`, but its type takes it literally",
      Texts.URL_MUST + " The type {type} takes the * literally.",
      """
      [Change the type to {otherType}; tried on this page, it works with this value.|Change value to
      "{suggestion}"; tried on this page, it works.|Use the type pageviewWildcard: there * stands
      for anything, and the pattern must match the whole URL.]
      """),
  WILDCARD_IN_PLAIN_MATCHING(
      WILDCARD_IN_PLAIN,
      Severity.WARNING,
      """
      The value "{value}" has a *, which the type {type} takes literally. It matches only because
      the page's URL has a * too.
      """,
      "If * should stand for anything, use the type pageviewWildcard."),

  PATTERN_DOUBLE_ESCAPED(
      Severity.ERROR,
      "the regular expression has doubled backslashes",
      Texts.URL_MUST + " Its backslashes are doubled, so it looks for a backslash in the URL.",
      "Change value to \"{suggestion}\"; tried on this page, it works."),
  PATTERN_DOUBLE_ESCAPED_MATCHING(
      PATTERN_DOUBLE_ESCAPED,
      Severity.WARNING,
      """
      The regular expression "{value}" matches, but has doubled backslashes. Those look for a
      backslash in the URL, so part of the expression never matches.
      """,
      "To take a character literally, write a single backslash before it."),

  REGEX_SYNTAX(
      Severity.ERROR,
      "the browser rejects the regular expression",
      "The browser rejects the regular expression \"{value}\": {browserSays}.",
      """
      Mida uses JavaScript's regular expressions, which have no (?i), \\A, \\Q...\\E or a++. Correct
      the value until new RegExp(value) accepts it in the browser's console.
      """),

  REGEX_SLOW(
      Severity.ERROR,
      "the regular expression never finishes on a URL that it is compared with, or on a similar one"
          + " that is a little longer",
      """
      The regular expression "{value}" does not finish on {url}: it would freeze the visitor's page.
      """,
      Texts.FEWER_REPETITIONS),
  REGEX_SLOW_ELSEWHERE(
      REGEX_SLOW,
      Severity.WARNING,
      """
      The regular expression "{value}" finishes on the page's URL, but not on a similar one, {url}:
      it would freeze that visitor's page.
      """,
      Texts.FEWER_REPETITIONS),

  URL_ALSO_MATCHES(
      Severity.ERROR,
      "it matches a URL in `ignores`, or other pages of the site that the page links to",
      "The value matches URLs that it should ignore: {urls}.",
      """
      [Change value to "{suggestion}"; tried on this page, it works.|Make the value narrower, or
      remove the URLs from ignores.]
      """),
  URL_ALSO_MATCHES_LINKS(
      URL_ALSO_MATCHES,
      Severity.INFO,
      """
      The value "{value}" also matches [{count} other pages|another page] that this page links to:
      {urls}[ and {more} more].
      """,
      """
      Visits to those pages count as conversions too. If they should not, make the value narrower
      and list such pages in ignores.
      """),

  REDIRECTED(
      Severity.INFO,
      "the visit ended at another URL; if that is outside the site under test (`midagoal.site`),"
          + " another site was checked",
      Texts.REDIRECTED,
      "If visitors should convert at the first URL, find out why it redirects."),
  REDIRECTED_TO_LOGIN(REDIRECTED, Texts.REDIRECTED, Texts.LOG_IN),
  REDIRECTED_OFF_SITE(
      REDIRECTED,
      Severity.WARNING,
      Texts.REDIRECTED
          + " That is outside the site under test: the goal was checked on another site.",
      """
      Make the site under test redirect to its own address, or map that origin too (midagoal.site).
      """),

  // ---- The page ----

  PAGE_STATUS(
      Severity.ERROR,
      "the page answers with 404, 410 or another 4xx",
      "The page {url} answers with status {status}: no visitor converts there.",
      "Correct the URL, or restore the page."),

  PAGE_NOT_HTML(
      Severity.ERROR,
      "the address leads to a PDF, an image, text or data, where Mida's script cannot run",
      "The page {url} is not HTML but {type}: Mida's script cannot run there, so nothing counts.",
      "Count the click on the link to it instead, on the page that has the link."),

  PAGE_DENIED(
      Severity.UNDECIDED,
      "the page answers with 401, 403, 407 or 429",
      "The page {url} answers with status {status}: this visitor may not see it.",
      """
      Log in before the page is opened (the extension's beforePage), or give the test machine
      access.
      """),

  PAGE_UNREACHABLE(
      Severity.UNDECIDED,
      "no answer, a 5xx, or not loaded before the timeout (what visitors can already use counts)",
      Texts.DID_NOT_LOAD,
      """
      Check that the site is up and can be reached from this machine, then run again.
      """
          + Texts.GOAL_UNKNOWN),
  PAGE_UNREACHABLE_TIMEOUT(
      PAGE_UNREACHABLE, "The page {url} did not finish loading before the timeout."),
  PAGE_UNREACHABLE_STATUS(
      PAGE_UNREACHABLE, "The page {url} did not load: the server answers with status {status}."),
  PAGE_UNREACHABLE_BLANK(
      PAGE_UNREACHABLE, "The page {url} did not load: the browser shows no page."),
  PAGE_UNREACHABLE_PREVIOUS(
      PAGE_UNREACHABLE,
      """
      The page {url} did not load: the browser still shows the previous page, as it does when the
      response is a download or empty.
      """),
  PAGE_UNREACHABLE_CERTIFICATE(
      PAGE_UNREACHABLE,
      Texts.DID_NOT_LOAD,
      """
      To accept a test certificate, set midagoal.accept-insecure-certs to true (acceptInsecureCerts
      for a driver of your own). Otherwise renew the certificate.
      """
          + Texts.GOAL_UNKNOWN),
  PAGE_UNREACHABLE_REDIRECTS(
      PAGE_UNREACHABLE,
      Texts.DID_NOT_LOAD,
      """
      Check where the page redirects to. Often a cookie is missing, which the extension's beforePage
      can set.
      """
          + Texts.GOAL_UNKNOWN),
  PAGE_UNREACHABLE_NAME(
      PAGE_UNREACHABLE,
      Texts.DID_NOT_LOAD,
      """
      Check the host name. If this test serves the site elsewhere, map its origin to that address:
      midagoal.site, or site(..) of the extension or GoalVerifier.
      """
          + Texts.GOAL_UNKNOWN),

  PAGE_UNSETTLED(
      Severity.UNDECIDED,
      "the page was still busy when the timeout ended, and the goal was not met by then",
      "The page was still busy when the timeout ended. {lacking}",
      """
      If the page only needs longer, raise midagoal.timeout (GoalVerifier.timeout). Otherwise find
      out what keeps it busy: scripts that never pause, or a load that never ends.
      """),

  PAGE_INTERFERES(
      Severity.UNDECIDED,
      "the page or the browser stopped midagoal's scripts",
      "midagoal could not check the page[ {url}| in the browser]: {reason}.",
      """
      Check whether the page opens dialogs, navigates by itself or blocks scripts, then run again.
      """),

  NO_PAGE(
      Severity.UNDECIDED,
      "there is no absolute URL to open",
      "There is no page to check the goal on: the goal names none.",
      "Set elementUrl (or visits) to the absolute URL of a page where visitors convert."),
  NO_PAGE_RELATIVE(
      NO_PAGE,
      "There is no page to check the goal on: \"{url}\" is not an absolute http or https URL."),
  NO_PAGE_JOURNEY(
      NO_PAGE,
      "There is no page to check the goal on: a journey begins at elementUrl, and there is none."),

  // ---- The page's Mida script ----

  SNIPPET_MISSING(
      Severity.WARNING,
      "the page has no Mida script, even after it settled, or the script's address answers with an"
          + " error",
      "The page {url} has no Mida script, so Mida counts none of its visitors.",
      """
      Put <script async
      src="https://{host}/js/optimize.js?key=[{project}|YOUR-PROJECT-KEY]"></script> into its head[
      ({euHost} for a project in the EU)].
      """),
  SNIPPET_MISSING_STATUS(
      SNIPPET_MISSING,
      """
      The Mida script of the page {url} does not load: {script} answers with status {status}.
      """,
      "Correct the address in the page's script tag."),

  SNIPPET_OTHER_PROJECT(
      Severity.WARNING,
      "it belongs to another project than the run's, or names none",
      """
      The Mida script of the page {url} [belongs to the project "{key}", not to "{project}"|names no
      project: {script}].
      """,
      """
      Correct the key in the page's script tag, or the project key of the test: a goal counts only
      in its own project.
      """),

  SNIPPET_OTHER_REGION(
      Severity.WARNING,
      "it is loaded from the servers of the other region",
      """
      The page {url} loads its Mida script from {other}, but the project is in the region {region}.
      """,
      "Load it from {host}, or correct the region of the test."),

  SNIPPET_TWICE(
      Severity.WARNING,
      "it is on the page more than once",
      "The page {url} has Mida's script {count} times: {scripts}.",
      """
      Keep one, and check the tag manager too. Two may count a conversion twice, or for another
      project.
      """),

  SNIPPET_BLOCKED(
      Severity.WARNING,
      "the page's Content-Security-Policy blocks it, or browsers do not run its tag (another"
          + " `type`, no `src`)",
      """
      The Content-Security-Policy of the page {url} ({directive}) blocks its Mida script {script}.
      """,
      "Allow https://{host} in the policy's script-src."),
  SNIPPET_BLOCKED_BY_TAG(
      SNIPPET_BLOCKED,
      """
      Browsers do not run the Mida script of the page {url}: its tag has [the type "{type}"|no src],
      as consent managers write it until a visitor agrees.
      """,
      """
      Agree as a visitor does before the page is opened (the extension's beforePage), or correct the
      tag.
      """),

  SNIPPET_NOT_IN_HEAD(
      Severity.INFO,
      "it is not in the page's head",
      "The Mida script of the page {url} is not in the page's head.",
      """
      Move it there, as Mida asks: elsewhere it starts later, so pages may flicker and early clicks
      may be missed.
      """),

  // ---- Journeys and types ----

  NEEDS_JOURNEY(
      Severity.UNDECIDED,
      "a page alone cannot decide a goal of this type, or a journey does not record it",
      Texts.NOT_ON_A_PAGE,
      """
      Act as a visitor does: goal.during(browser -> ...).shouldConvert(). Without JUnit:
      Journey.on(driver).during(...).
      """),
  NEEDS_JOURNEY_BY_HAND(
      NEEDS_JOURNEY,
      Texts.NOT_ON_A_PAGE,
      """
      This version of midagoal cannot check the type {type}: check it by hand in Mida's preview.
      """),
  NEEDS_JOURNEY_UNRECORDED(
      NEEDS_JOURNEY,
      "A journey records clicks, submits and what scripts track, but not {type}.",
      """
      Check the page instead: goal.shouldMatch(), or goal.after(browser -> ...).shouldMatch().
      """),

  NOT_TRIGGERED(
      Severity.ERROR,
      "the journey did not trigger the goal",
      "The journey did not trigger \"{value}\". Nothing was tracked at all.",
      """
      Check that the test reaches the step that calls mdq.push(["track", NAME]), and that the page
      still makes that call.
      """),
  NOT_TRIGGERED_OTHER_NAMES(
      NOT_TRIGGERED,
      "The journey did not trigger \"{value}\". Tracked instead: {others}.",
      "Names are compared exactly, including case: correct the value, or the page."),
  NOT_TRIGGERED_CLICK(
      NOT_TRIGGERED,
      """
      No click of the journey counts for {type} "{value}". [Clicks landed on {others}.|No click
      reached the page at all.]
      """,
      """
      Check that the test clicks the element. goal.shouldMatch() shows whether it is on the page and
      can be clicked.
      """),
  NOT_TRIGGERED_SUBMIT(
      NOT_TRIGGERED,
      "No form that matches \"{value}\" was submitted. There was no submit event at all.",
      """
      There is none if a required field is empty, or if a script prevents the submit or sends the
      data itself. Fill in the fields; for such a script use the type clickOnElement for the button,
      or script.
      """),
  NOT_TRIGGERED_OTHER_FORMS(
      NOT_TRIGGERED,
      "No form that matches \"{value}\" was submitted. Submitted instead: {others}.",
      "Correct the value, or submit the form that it matches."),
  NOT_TRIGGERED_ON_LOAD(
      NOT_TRIGGERED,
      "\"{value}\" was triggered while the page loaded, before the test acted, but not after.",
      """
      If opening the page is the conversion, set elementUrl to a page before it, and open this one
      in goal.during(browser -> ...).
      """),
  NOT_TRIGGERED_ELSEWHERE(
      NOT_TRIGGERED,
      Severity.UNDECIDED,
      """
      The journey ended on {origin}, not on the site where it began: what happened before cannot be
      read there, and nothing on the last pages triggered "{value}".
      """,
      "End the journey before it leaves the site on which the goal converts."),

  UNKNOWN_TYPE(
      Severity.UNDECIDED,
      "this version of midagoal does not know the type",
      "This version of midagoal does not know the goal's type.",
      "Update midagoal, or remove the goal from the test.");

  /** Sentences that several entries share. */
  private static final class Texts {
    static final String UNUSABLE =
        """
        [{several} elements match, but a visitor can use none of them; the nearest is
        {element}|{element} matches, but a visitor cannot use it]: {reason}.
        """;
    static final String OPEN_FIRST =
        """
        If visitors open it first (a menu, a dialog, a tab), name the control that they click:
        revealedBy = "selector". For more steps, take them in the test: goal.after(browser -> ...).
        Otherwise select an element that they see.
        """;
    static final String CHANGE_VALUE_OR_LOOK =
        """
        [Change value to "{suggestion}"; tried on this page, it works.|Open the page as a visitor
        and look for the element: it may have been renamed, be on another page, or appear only after
        a step that the test does not take.]
        """;
    static final String CHANGE_VALUE_OR_AS_SHOWN =
        """
        [Change value to "{suggestion}"; tried on this page, it works.|Write the value as the page
        shows it: "{found}".]
        """;
    static final String NARROW_DOWN = "If only one of them is meant, choose a narrower value.";
    static final String GOAL_ON_THE_FRAMED_PAGE =
        """
        Define the goal on the framed page itself, if Mida's script runs there, or count with the
        type script.
        """;
    static final String TRIED = "[Pressing Enter in {field}|A real click on {element}]";
    static final String HANDLERS_NOT_RUN =
        """
        The page's own handlers did not see it. To run them too, act in the test:
        goal.during(browser -> ...).shouldConvert().
        """;
    static final String URL_MUST =
        """
        The page's URL is {url}, but [its path and query, "{part}",|it] must [contain
        "{pageview}"|be exactly "{pageviewExact}"|match the pattern "{pageviewWildcard}" as a
        whole|match the regular expression "{pageviewRegex}"].\
        """;
    static final String VISIT_ENDED_ELSEWHERE =
        """
        The value "{value}" matches [{requested}|the requested URL], but the visit ended at {url},
        which it does not match.
        """;
    static final String FEWER_REPETITIONS =
        """
        Remove nested repetitions such as (a+)+, and adjacent ones such as .*.* that match the same
        characters.
        """;
    static final String REDIRECTED = "The visit to {requested} ended at {url}[: {how}].";
    static final String LOG_IN =
        """
        That page asks for a password: log in before the page is opened (the extension's
        beforePage), and run again.
        """;
    static final String DID_NOT_LOAD = "The page {url} did not load: {reason}.";
    static final String GOAL_UNKNOWN = "This says nothing about the goal itself.";
    static final String NOT_ON_A_PAGE =
        "A goal of type {type} cannot be checked by looking at a page.";

    private Texts() {}
  }

  /** The hint where the page has a control that opens what hides the element. */
  private static final Template OPENER =
      new Template(
          """
          A control on the page looks as if it opens what hides it. If visitors click it first, say
          so: revealedBy = {opener:java}.
          """);

  private static final Template AFTER_CLICK =
      new Template("{message} This is the page after a click on {control}.");

  /** The hint where that click does not open what hides the element. */
  private static final Template OTHER_REVEALER =
      new Template(
          """
          That click does not reveal it. Set revealedBy to the control that does, or take all the
          steps in the test: goal.after(browser -> ...).
          """);

  private final @Nullable Catalogue first;
  private final Severity severity;
  private final String when;
  final Template message;
  final Template hint;

  /** The first or only entry of a code. */
  Catalogue(Severity severity, String when, String message, String hint) {
    this.first = null;
    this.severity = severity;
    this.when = when;
    this.message = new Template(message);
    this.hint = new Template(hint);
  }

  /** Another sentence of the same code, with the same hint. */
  Catalogue(Catalogue first, String message) {
    this.first = first;
    this.severity = first.severity;
    this.when = first.when;
    this.message = new Template(message);
    this.hint = first.hint;
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

  /**
   * Says that a finding is about the page after a click on the control that {@code revealedBy}
   * names.
   *
   * @param finding about that page
   * @param control the control, as an HTML tag
   * @param isStillHidden whether the click should have revealed something, see {@link #isHidden}
   * @return the same finding, with other words
   */
  public static Finding afterClick(Finding finding, String control, boolean isStillHidden) {
    return new Finding(
        finding.code(),
        finding.severity(),
        AFTER_CLICK.fill(Map.of("message", finding.message(), "control", control)),
        isStillHidden ? OTHER_REVEALER.fill(Map.of()) : finding.hint(),
        finding.suggestion());
  }

  /**
   * Whether visitors may have to open something first.
   *
   * @return true where a control that {@code revealedBy} names could help
   */
  public boolean isHidden() {
    return Set.of(HIDDEN, NO_SUBMIT, TEXT_NOT_SHOWN_HIDDEN).contains(this);
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
