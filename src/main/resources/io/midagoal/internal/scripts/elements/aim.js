/*
 * Finds the point at which to click, and scrolls there.
 */
import describe from './describe.js';
import dom from '../dom/dom.js';
import forms from './forms.js';
import reach from '../geometry/reach.js';

/**
 * Mouse input has whole pixels: one next to the point at which a click still counts.
 * @param {Point} point @param {Counts} counts
 */
function wholePixel({x, y}, counts) {
  /** @type {[number, number][]} */
  const candidates = [[Math.round(x), Math.round(y)], [Math.floor(x), Math.floor(y)],
    [Math.ceil(x), Math.ceil(y)], [Math.floor(x), Math.ceil(y)], [Math.ceil(x), Math.floor(y)]];
  const [left, top] = candidates.find((point) => reach.countsAt(...point, counts)) ?? candidates[0];
  return {x: left, y: top};
}

/**
 * Scrolls to a point where a click on an area counts, or returns null.
 * @param {Element} area @param {Counts} counts @param {Element} element @returns {Target | null}
 */
function at(area, counts, element = area) {
  const point = reach.clickPoint(area, counts);
  return point === null
    ? null : {...wholePixel(point, counts), element: describe.element(element), isEnter: false};
}

/**
 * Scrolls to a point on the first element where a click counts, or returns null.
 * @param {Clickable[]} clickable
 */
function atFirst(clickable) {
  for (const {element, places} of clickable) {
    for (const {area, counts} of places) {
      const found = at(area, counts, element);
      if (found !== null) {
        return found;
      }
    }
  }
  return null;
}

/**
 * The click on a submit control, else the Enter in a field, that submits a form.
 * @param {HTMLFormElement} form @returns {Target | null}
 */
function atSubmit(form) {
  const control = forms.clickableControl(form);
  if (control !== undefined) {
    return at(control, (target) => dom.contains(control, target));
  }
  const field = forms.enterField(form);
  field?.focus({preventScroll: true});
  return field === undefined
    ? null : {x: 0, y: 0, element: describe.element(field), isEnter: true};
}

export default {atFirst, atSubmit};
