/*
 * What can be said of a value that matches nothing: where else it would match, and what its author
 * may have meant. Everything that is suggested has been tried on this page.
 */
import dom from '../dom/dom.js';
import judge from '../goals/judge.js';
import nearby from './nearby.js';

const works = (goal) => judge.judgeAll([goal], {asked: '', origins: []})[0].met;

/** The first candidate that would make the goal count on this page, or null. */
function firstThatWorks(goal, candidates, isGood = works) {
  const tried = new Set();
  for (const value of candidates) {
    if (!tried.has(value)) {
      tried.add(value);
      if (isGood({...goal, value})) {
        return value;
      }
    }
  }
  return null;
}

function* nestedDocuments(root) {
  for (const frame of dom.all(root, 'iframe, frame')) {
    // Another origin's document is not ours to look into: contentDocument is null then.
    if (frame.contentDocument !== null) {
      yield {host: frame, root: frame.contentDocument, code: 'only-in-iframe'};
      yield* nestedDocuments(frame.contentDocument);
    }
  }
}

function* shadowRoots(root) {
  for (const host of dom.all(root, '*')) {
    const shadow = dom.shadowRoot(host);
    if (shadow !== null) {
      yield {host, root: shadow, code: 'only-in-shadow-root'};
      yield* shadowRoots(shadow);
    }
  }
}

/** The frame or shadow host whose contents have it, or null. */
function outOfReach(holds) {
  for (const {host, root, code} of [...nestedDocuments(document), ...shadowRoots(document)]) {
    if (holds(root)) {
      return {code, host: judge.tag(host)};
    }
  }
  return null;
}

function ofSelector(goal) {
  const elsewhere = outOfReach((root) => dom.first(root, goal.value) !== null);
  if (elsewhere !== null) {
    return elsewhere;
  }
  const suggestion = firstThatWorks(goal, nearby.variants(goal.value));
  return {
    code: 'no-match',
    stillMatching: nearby.stillMatching(goal.value),
    suggestion,
    nearest: suggestion === null ? null : judge.describe(dom.first(document, suggestion)),
  };
}

const UNTOUCHED = /:not\(\s*:(?:hover|focus|focus-within)\s*\)/gi;

/** A selector that matches an element only until somebody points at it or presses it. */
function ofPointer(goal, element) {
  return {
    code: 'no-match',
    element: judge.describe(element),
    suggestion: firstThatWorks(goal, [goal.value.replace(UNTOUCHED, '')]),
  };
}

export default {firstThatWorks, ofPointer, ofSelector, outOfReach, works};
