/*
 * All that differs by goal type on a page. A type is one module, which exports
 *
 * - `judge(goal, page)`: the facts, of which `met` says whether a visitor can make it count. `page` has
 *   its `url` as goals are written, the `sites`, and `textOf(element)`;
 * - for what is judged by elements: `elements(goal)`, what it is about, be it shown yet or not;
 *   `diagnose(goal)`, the finding with its data when it is not met; `hidden(goal)`, what a visitor may
 *   have to bring out first. A click or a submit converts these: the `event`; `counts(goal, target)`,
 *   whether one with this target does; `aim(goal)`, where to give input so that it does; and, where
 *   that input is not the event itself, `passesOn(goal, target)`, whether a click there leads to it.
 *
 * Types of URLs are in urlTypes.js, since they are judged without a page, too.
 */
import clickOnElement from './clickOnElement.js';
import clickOnText from './clickOnText.js';
import externalLink from './externalLink.js';
import formSubmit from './formSubmit.js';
import snippet from './snippet.js';
import urlGoals from './urlGoals.js';
import urlTypes from './urlTypes.js';

const ofUrls = Object.entries(urlTypes.ALL).map(([name, type]) => [name, urlGoals.onPages(type)]);

/** @type {Record<string, ElementType>} */
const OF_ELEMENTS = {clickOnElement, clickOnText, externalLink, formSubmit};

/** @type {Record<string, GoalType>} */
const ALL = {...OF_ELEMENTS, midaScript: snippet, ...Object.fromEntries(ofUrls)};

/** @template T @param {Record<string, T>} types @param {GoalQuery} goal */
function typeAmong(types, {type}) {
  if (!Object.hasOwn(types, type)) {
    throw new Error(`midagoal cannot judge goals of the type ${type} on a page`);
  }
  return types[type];
}

/**
 * The type of a goal.
 * @param {GoalQuery} goal
 */
const of = (goal) => typeAmong(ALL, goal);

/**
 * The type of a goal that is judged by elements.
 * @param {GoalQuery} goal
 */
const ofElements = (goal) => typeAmong(OF_ELEMENTS, goal);

/** @param {GoalQuery} goal */
const isOfElements = ({type}) => Object.hasOwn(OF_ELEMENTS, type);

export default {isOfElements, of, ofElements};
