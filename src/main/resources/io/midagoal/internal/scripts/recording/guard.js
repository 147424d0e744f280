/*
 * Intercepts a click or submit before the page sees it. Runs ahead of the page's scripts, so that its
 * listeners come first, and in a world that the page cannot touch. While it is armed, input events do
 * not propagate and have no default action, except those that lead to a submit event.
 */
(() => {
  if (window !== window.top) {
    return;
  }

  /** Events without a default action, or with one that changes the page. */
  const PREVENTED = [
    'auxclick', 'contextmenu', 'dblclick', 'dragstart', 'invalid', 'mousedown',
    'mouseup', 'selectstart', 'submit', 'touchend', 'touchstart', 'wheel',
  ];

  /** Events that are only hidden from the page: their default actions lead to the click or submit. */
  const STOPPED = [
    'beforeinput', 'blur', 'change', 'click', 'DOMActivate', 'focus', 'focusin', 'focusout',
    'formdata', 'gotpointercapture', 'input', 'keydown', 'keypress', 'keyup', 'lostpointercapture',
    'mouseenter', 'mouseleave', 'mousemove', 'mouseout', 'mouseover', 'pointercancel',
    'pointerdown', 'pointerenter', 'pointerleave', 'pointermove', 'pointerout', 'pointerover',
    'pointerrawupdate', 'pointerup', 'textInput',
  ];

  /**
   * What was intercepted since the guard was armed; null while it is not.
   * @type {(Heard & {lets: Counts}) | null}
   */
  let armed = null;

  /** @type {Record<string, keyof Heard>} */
  const LISTS = {click: 'clicks', submit: 'submits', invalid: 'invalid'};

  /** @param {Event} event */
  function hear(event) {
    if (armed === null || !event.isTrusted) {
      return;
    }
    event.stopImmediatePropagation();
    const {type} = event;
    const target = /** @type {HTMLInputElement} */ (event.target);
    if (LISTS[type] !== undefined) {
      armed[LISTS[type]].push(target);
    }
    if (PREVENTED.includes(type) || (type === 'click' && !armed.lets(target))) {
      event.preventDefault();
    }
  }

  const listen = {capture: true, passive: false};
  [...PREVENTED, ...STOPPED].forEach((type) => window.addEventListener(type, hear, listen));

  /** `document.open()` removes listeners: this event shows whether they are still there. */
  const ASKED = 'midagoal-guard';
  let heard = false;
  window.addEventListener(ASKED, (event) => {
    event.stopImmediatePropagation();
    heard = true;
  }, true);

  function isThere() {
    heard = false;
    window.dispatchEvent(new Event(ASKED));
    return heard;
  }

  /**
   * Starts intercepting; a click on a target that `lets` accepts keeps its default action.
   * @param {Counts} lets
   */
  function arm(lets) {
    armed = {lets, clicks: [], submits: [], invalid: []};
  }

  /** Stops intercepting; returns what was intercepted. */
  function disarm() {
    const caught = armed ?? {clicks: [], submits: [], invalid: []};
    armed = null;
    return caught;
  }

  window.midagoalGuard = {arm, disarm, isThere};
})();
