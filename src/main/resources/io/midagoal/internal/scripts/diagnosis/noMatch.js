/*
 * Why a value matches nothing: it would match elsewhere, or its author meant something else. Every
 * suggestion has been tried on this page.
 */
import atClick from '../elements/atClick.js';
import describe from '../elements/describe.js';
import dom from '../dom/dom.js';
import nearMisses from './nearMisses.js';

/**
 * @typedef {{host: Element, root: Document | ShadowRoot, finding: string}} Inside What Mida does not
 *   search, and the finding for what is only there.
 */

/**
 * The first candidate with which the goal `works` on this page, or null.
 * @param {GoalQuery} goal @param {Iterable<string>} candidates @param {Works} works
 */
function firstThatWorks(goal, candidates, works) {
  const tried = new Set();
  for (const value of candidates) {
    if (!tried.has(value)) {
      tried.add(value);
      if (works({...goal, value})) {
        return value;
      }
    }
  }
  return null;
}

/** @param {ParentNode} root @returns {Generator<Inside>} */
function* nestedDocuments(root) {
  const frames = /** @type {HTMLIFrameElement[]} */ (dom.all(root, 'iframe, frame'));
  for (const frame of frames) {
    // contentDocument is null for another origin.
    if (frame.contentDocument !== null) {
      yield {host: frame, root: frame.contentDocument, finding: 'only-in-iframe'};
      yield* nestedDocuments(frame.contentDocument);
    }
  }
}

/** @param {ParentNode} root @returns {Generator<Inside>} */
function* shadowRoots(root) {
  for (const host of dom.all(root, '*')) {
    const shadow = dom.shadowRoot(host);
    if (shadow !== null) {
      yield {host, root: shadow, finding: 'only-in-shadow-root'};
      yield* shadowRoots(shadow);
    }
  }
}

/**
 * The finding for what is only in a frame or shadow root, or null.
 * @param {(root: Document | ShadowRoot) => boolean} isIn @returns {Diagnosis | null}
 */
function outOfReach(isIn) {
  for (const {host, root, finding} of [...nestedDocuments(document), ...shadowRoots(document)]) {
    if (isIn(root)) {
      return {finding, data: {host: describe.tag(host)}};
    }
  }
  return null;
}

/** @param {GoalQuery} goal @param {Works} works @returns {Diagnosis} */
function ofSelector(goal, works) {
  const elsewhere = outOfReach((root) => dom.first(root, goal.value) !== null);
  if (elsewhere !== null) {
    return elsewhere;
  }
  const suggestion = firstThatWorks(goal, nearMisses.variants(goal.value), works);
  const nearest = suggestion === null ? null : dom.first(document, atClick.selector(suggestion));
  return {
    finding: 'no-match',
    data: {
      stillMatching: nearMisses.stillMatching(goal.value),
      suggestion,
      nearest: nearest === null ? null : describe.element(nearest),
    },
  };
}

const UNTOUCHED = /:not\(\s*:(?:hover|focus|focus-within)\s*\)/gi;

/**
 * A selector that stops matching on hover or press, so that no click counts.
 * @param {GoalQuery} goal @param {Element} element @param {Works} works @returns {Diagnosis}
 */
function onHover(goal, element, works) {
  return {
    finding: 'no-match-on-hover',
    data: {
      element: describe.element(element),
      suggestion: firstThatWorks(goal, [goal.value.replace(UNTOUCHED, '')], works),
    },
  };
}

export default {firstThatWorks, ofSelector, onHover, outOfReach};
