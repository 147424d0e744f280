/*
 * The goal types that are judged on a page. A type is one module, which exports
 *
 * - `judge(goal, page)`: the facts; `met` says whether a visitor can convert.
 *
 * A type that is judged by elements exports as well
 *
 * - `elements(goal)`: its elements, shown or not;
 * - `diagnose(goal)`: the finding, with its data, when the goal is not met;
 * - `hidden(goal)`: elements that visitors may have to reveal first;
 * - `event`: the event that converts, a click or a submit;
 * - `counts(goal, target)`: whether an event with this target converts;
 * - `aim(goal)`: the input that causes such an event;
 * - `passesOn(goal, target)`: whether a click on this target causes a submit.
 *
 * URL types are in urlTypes.js, since they are also judged without a page.
 */
import clickOnElement from './clickOnElement.js';
import clickOnText from './clickOnText.js';
import externalLink from './externalLink.js';
import formSubmit from './formSubmit.js';
import snippet from '../mida/snippet.js';
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
