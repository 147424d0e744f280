/*
 * Why a visitor's click on an element does not count: what hides it, what it refuses, what lies above.
 */
import boxes from '../geometry/boxes.js';
import dom from '../dom/dom.js';
import judge from '../goals/judge.js';
import reach from '../geometry/reach.js';
import rules from '../goals/rules.js';
import scrollability from '../geometry/scrollability.js';
import targets from '../geometry/targets.js';

const MOST_LOOKED_AT = 50;

function hiddenBecause(element) {
  const select = dom.closest(element, 'option')?.closest('select') ?? null;
  if (select !== null && !select.multiple && select.size <= 1) {
    return {code: 'hidden', detail: `the options of ${judge.tag(select)} take no clicks of their own`};
  }
  const ancestors = dom.path(element);
  const of = (a) => (a === element ? 'it' : `its ancestor ${judge.tag(a)}`);
  const details = ancestors.slice(1).find((a) => dom.matches(a, 'details:not([open])')
    && !ancestors.includes(dom.first(a, ':scope > summary')));
  if (details !== undefined) {
    return {code: 'hidden', detail: `it lies in the closed ${judge.tag(details)}`};
  }
  const unrendered = ancestors.find((a) => getComputedStyle(a).display === 'none');
  if (unrendered !== undefined) {
    return {code: 'hidden', detail: `${of(unrendered)} has display: none`};
  }
  // Lines and tables cannot keep their contents back: not all that says so does it.
  const skipped = dom.checkVisibility(element) ? undefined
    : ancestors.slice(1).find((a) => getComputedStyle(a).contentVisibility === 'hidden');
  if (skipped !== undefined) {
    return {code: 'hidden', detail: `${of(skipped)} has content-visibility: hidden`};
  }
  const {display, visibility} = getComputedStyle(element);
  if (display === '') {
    return {code: 'hidden', detail: 'its shadow host has no slot for it'};
  }
  return visibility === 'visible' ? null
    : {code: 'hidden', detail: `it has visibility: ${visibility}`};
}

/** What has no size of its own may show what stands in it, unless it clips that. */
function showsNothing(element) {
  const clips = getComputedStyle(element).overflow !== 'visible';
  return !boxes.hasSize(dom.box(element)) && (clips || !boxes.of(element).some(boxes.hasSize));
}

function hasNoSize(element) {
  const {width, height} = dom.box(element);
  return showsNothing(element)
    ? {code: 'hidden', detail: `it is ${Math.round(width)} by ${Math.round(height)} pixels large`}
    : null;
}

function refusesClicks(element) {
  const disabled = dom.closest(element, targets.DISABLED_CONTROLS);
  if (disabled !== null) {
    const who = disabled === element ? 'it' : `its ancestor ${judge.tag(disabled)}`;
    return {code: 'disabled', detail: `${who} is disabled`};
  }
  const inert = dom.closest(element, '[inert]');
  if (inert !== null) {
    const who = inert === element ? 'it' : `its ancestor ${judge.tag(inert)}`;
    return {code: 'inert', detail: `${who} is inert`};
  }
  if (getComputedStyle(element).pointerEvents === 'none') {
    return {code: 'no-pointer-events', detail: 'it has pointer-events: none'};
  }
  return null;
}

function clippedOrCovered(element) {
  const place = reach.inPlaceOf(element);
  if (place === null) {
    return {code: 'hidden', detail: 'it lies where a visitor cannot scroll to'};
  }
  const hit = place.top;
  if (dom.matches(hit, targets.NESTED_DOCUMENTS) && dom.contains(element, hit)) {
    return {code: 'only-in-iframe', detail: `clicks on it go to the document inside ${judge.tag(hit)}`};
  }
  const clip = dom.path(element).slice(1).find((a) => !scrollability.isViewport(a)
    && getComputedStyle(a).overflow !== 'visible'
    && boxes.of(element).every((box) => isOutside(box, dom.box(a))));
  if (clip !== undefined) {
    return {code: 'hidden', detail: `its ancestor ${judge.tag(clip)} clips it away`};
  }
  const dialog = dom.first(document, 'dialog:modal');
  if (dialog !== null && !dom.contains(dialog, element)) {
    return {code: 'inert', detail: `the open dialog ${judge.tag(dialog)} blocks the page`};
  }
  const above = dom.contains(element, hit) ? reach.coveredByHover(element) : null;
  if (above !== null) {
    return {
      code: 'covered',
      detail: `${judge.describe(above)} takes the click in its place as soon as the pointer is there`,
      underPointer: judge.describe(above),
    };
  }
  if (dom.contains(element, hit)) {
    return {code: 'covered', detail: `what it shows is "${rules.shownText(element)}"`};
  }
  return place.isBeneath
    ? {code: 'covered', detail: `${judge.describe(hit)} takes the click in its place`}
    : {code: 'hidden', detail: cutAway(element)};
}

/** Why there is nothing of an element in the place where it should be. */
function cutAway(element) {
  const cut = dom.path(element).find((a) => {
    const {clip, clipPath} = getComputedStyle(a);
    return clip !== 'auto' || clipPath !== 'none';
  });
  if (cut === undefined) {
    return 'nothing of it is there to be seen or clicked';
  }
  const who = cut === element ? 'its own' : `the ${judge.tag(cut)} around it has a`;
  const property = getComputedStyle(cut).clipPath === 'none' ? 'clip' : 'clip-path';
  return `${who} ${property}${cut === element ? ' leaves' : ' that leaves'} nothing of it to be seen`;
}

function isOutside(box, container) {
  return box.right <= container.left || box.left >= container.right
    || box.bottom <= container.top || box.top >= container.bottom;
}

/** Why a click on this element does not count. */
function whyUnreachable(element) {
  return dom.localName(element) === 'area' ? whyOfArea(element) : whyOf(element);
}

/** An area has no box, and no style that is seen: its image has. */
function whyOfArea(area) {
  const [image] = boxes.imagesOf(area);
  if (image === undefined) {
    return {code: 'hidden', detail: 'no image shows its map'};
  }
  const shown = `its image ${judge.tag(image)}`;
  const map = dom.closest(area, 'map');
  const isOfImage = (target) => target === image || dom.contains(map, target);
  if (reach.canBeClicked(image, isOfImage)) {
    return {code: 'hidden', detail: `no part of ${shown} leads to it`};
  }
  const {code, detail} = whyOf(image);
  return {code, detail: `${shown} is not there to be clicked: ${detail}`};
}

function whyOf(element) {
  const reason = whyOfItself(element);
  return reason.code === 'hidden' ? ofLabels(element) ?? reason : reason;
}

function whyOfItself(element) {
  return hiddenBecause(element) ?? hasNoSize(element) ?? refusesClicks(element)
    ?? clippedOrCovered(element);
}

/** Many controls are hidden on purpose, for a label that takes their clicks: what stops those, then. */
function ofLabels(control) {
  const labels = dom.matches(control, ':disabled') ? [] : dom.labels(control);
  const reason = labels
    .filter((label) => !reach.canBeClicked(label, (target) => dom.contains(label, target)))
    .map((label) => ({label, ...whyOfItself(label)}))
    .find(({code}) => code !== 'hidden');
  if (reason === undefined) {
    return null;
  }
  const {label, detail, ...rest} = reason;
  return {...rest, detail: `its label ${judge.describe(label)} cannot be clicked: ${detail}`};
}

/** The reason nearest to being reachable stands for all. */
const NEAREST_FIRST =
  ['covered', 'disabled', 'no-pointer-events', 'inert', 'only-in-iframe', 'hidden'];

function nearestReason(elements) {
  const reasons = elements.slice(0, MOST_LOOKED_AT)
    .map((element) => ({element: judge.describe(element), ...whyUnreachable(element)}));
  reasons.sort((a, b) => NEAREST_FIRST.indexOf(a.code) - NEAREST_FIRST.indexOf(b.code));
  return reasons[0];
}

export default {hiddenBecause, hasNoSize, nearestReason, whyUnreachable};
