/*
 * Types of the page scripts: first what Java and JavaScript exchange, then what modules share.
 * ScriptTypesTest checks the scripts against them, and interfaces named like a Java record against that
 * record.
 */

/* ---- Arguments from Java ---- */

interface GoalQuery {
  type: string;
  value: string;
  visits: string[];
  ignores: string[];
}

/** The URL that was asked for, and where the test serves each origin. */
interface Sites {
  asked: string;
  origins: Site[];
}

interface Site {
  origin: string;
  servedAt: string;
}

interface UrlQuestion {
  goal: GoalQuery;
  pages: Arrived[];
  ignores: string[];
}

interface Arrived {
  url: string;
  asked: string;
  links: string[];
}

/* ---- Answers to Java ---- */

interface PageFacts {
  url: string;
  definedUrl: string;
  title: string;
  status: number | null;
  browserError: string | null;
  isPrevious?: boolean;
  unansweredByMida: string[];
  contentType: string | null;
  arrival: Arrival;
  goals: GoalFacts[];
  endedBy: string;
}

interface Arrival {
  moved: boolean;
  redirects: number;
  routed: boolean;
  sentOnBy: string | null;
  leftSite: boolean;
  asksForPassword: boolean;
  links: string[];
}

interface GoalFacts {
  met: boolean;
  elsewhere?: boolean;
  syntaxError?: string;
  count?: number;
  reachable?: number;
  described?: string[];
  notes?: Diagnosis[];
  onScroll?: boolean;
  alsoMatches?: string[];
  scripts?: Snippet[];
  otherPages?: OtherPages | null;
}

interface Snippet {
  url: string;
  host: string;
  key: string;
  inHead: boolean;
  heldBack: string | null;
  blockedBy: string | null;
  status: number | null;
}

interface OtherPages {
  count: number;
  first: string[];
}

interface Diagnosis {
  finding: string;
  data: Data;
}

/** What fills the placeholders in the text of a finding or reason. */
type Data = Record<string, unknown>;

interface UrlAnswer {
  syntaxError?: string;
  slowOn?: string;
  unmet?: number | null;
  ignored?: string[];
  diagnosis?: UrlDiagnosis | null;
  otherPages?: OtherPages | null;
  slowNear?: string | null;
}

interface UrlDiagnosis {
  compared?: string;
  difference?: Difference | null;
  matchingStart?: string | null;
  askedCounts?: boolean;
  mistake?: string | null;
  suggestion: string | null;
  otherType?: string | null;
}

interface Difference {
  kind: string;
  expected: string;
  found: string;
  value: string;
  valueAt: number;
  page: string;
  pageAt: number;
}

interface ClickPoint {
  x: number;
  y: number;
  element: string;
}

interface Begun {
  isGuarded: boolean;
  aim?: Target | null;
}

interface Target {
  x: number;
  y: number;
  element: string;
  isEnter?: boolean;
}

interface Caught {
  counts: boolean;
  clicked: string[];
  submitted: string[];
  asked: Asked[];
}

interface Asked {
  element: string;
  says: string;
}

interface Trigger {
  kind: string;
  name: string;
  url: string;
}

/* ---- Goal types: see goals/types.js and goals/urlTypes.js ---- */

interface GoalType {
  judge(goal: GoalQuery, page: Page): GoalFacts;
  isExpression?: boolean;
}

interface Page {
  url: string;
  sites: Sites;
  textOf: TextOf;
}

/** The text that an element shows. */
type TextOf = (element: Element) => string;

/** A type that is judged by elements, and for which a click or a submit counts. */
interface ElementType extends GoalType {
  elements(goal: GoalQuery): Element[];
  diagnose(goal: GoalQuery): Diagnosis;
  hidden(goal: GoalQuery): Element[];
  event: 'click' | 'submit';
  counts(goal: GoalQuery, target: Element): boolean;
  aim(goal: GoalQuery): Target | null;
  passesOn?(goal: GoalQuery, target: Element): boolean;
}

/** What elements/clicks.js needs of a type for which clicks count. */
interface ClickingType {
  matching(goal: GoalQuery, textOf?: TextOf): Element[];
  areas(element: Element): Element[];
  counting(goal: GoalQuery, textOf?: TextOf): Counts;
}

/** An element, and the places where a click for it may count. */
interface Clickable {
  element: Element;
  places: {area: Element, counts: Counts}[];
}

interface UrlType {
  counts(goal: GoalQuery, url: string): boolean;
  compared(goal: GoalQuery, url: string): string;
  difference(goal: GoalQuery, url: string): Difference | null;
  corrections(goal: GoalQuery, pages: Arrived[]): Iterable<Correction>;
  narrower(goal: GoalQuery, pages: Arrived[]): Iterable<Correction>;
  isMeantBy(goal: GoalQuery): boolean;
  isOfAKind(url: string, other: string): boolean;
  isExpression?: boolean;
  isTooGeneral?(value: string): boolean;
  matchingStart?(goal: GoalQuery, url: string): string | null;
  mistakeIn?(value: string): string | null;
}

/** A mistake, and the value that corrects it. */
type Correction = [mistake: string, value: string];

/** Whether a goal would be met. */
type Works = (goal: GoalQuery) => boolean;

/** The name of a reason, and its data. */
interface Reason {
  because: string;
  [name: string]: unknown;
}

/* ---- Between scripts that are loaded apart ---- */

/** See pending.js. */
interface Pending {
  work: number;
  requests: number;
  repeats: number;
  subscriptions: number;
  nextTimerIn: number;
  isLeaving: boolean;
}

/** What guard.js offers to probe.js. */
interface Guard {
  arm(lets: Counts): void;
  disarm(): Heard;
  isThere(): boolean;
  putBack?: () => void;
}

/** The targets of the events that the guard intercepted. */
interface Heard {
  clicks: Element[];
  submits: Element[];
  invalid: HTMLInputElement[];
}

interface Window {
  midagoalGuard?: Guard;
  /** Mida's queue and library. */
  mdq?: unknown;
  mida?: unknown;
}

/** How many pages were opened before this one. */
declare var midagoalOpened: number | undefined;

/* ---- What TypeScript's library lacks ---- */

interface Performance {
  getEntriesByType(type: 'navigation'): PerformanceNavigationTiming[];
  getEntriesByType(type: 'resource'): PerformanceResourceTiming[];
}

declare var navigation: EventTarget;
declare var Scheduler: {prototype: object} | undefined;

/* ---- Shared by modules ---- */

interface Point {
  x: number;
  y: number;
}

/** The edges of a rectangle in the viewport. */
interface Edges {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** How far something is scrolled, or should be. */
interface Offset {
  left: number;
  top: number;
}

type Scroller = Element | Window;

/** Where in view an element is scrolled to. */
type Position = 'middle' | 'start' | 'end' | 'left' | 'right';

/** Form controls. */
type Field = HTMLButtonElement | HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

type SubmitControl = HTMLButtonElement | HTMLInputElement;

/** Whether a click with this target counts. */
type Counts = (target: Element) => boolean;

/* ---- The DOM by its prototypes (see dom.js) ---- */

/** The most general type that has a property, or T. */
type Having<T, K> = K extends keyof Node ? Node
  : K extends keyof Element ? Element
    : K extends keyof HTMLElement ? HTMLElement : T;

type Getter<T, K extends keyof T> = (thing: Having<T, K>) => T[K];

type Method<T, K extends keyof T> = T[K] extends (...args: infer A) => infer R
  ? (thing: Having<T, K>, ...args: A) => R : never;

type Tags = HTMLElementTagNameMap;

type Scroll = (element: Element, options: ScrollToOptions) => void;

interface FindFirst {
  <K extends keyof Tags>(root: ParentNode, selector: K): Tags[K] | null;
  (root: ParentNode, selector: string): Element | null;
}

interface FindAll {
  <K extends keyof Tags>(root: ParentNode, selector: K): Tags[K][];
  (root: ParentNode, selector: string): Element[];
}

interface FindAround {
  <K extends keyof Tags>(element: Element, selector: K): Tags[K] | null;
  (element: Element, selector: string): Element | null;
}
