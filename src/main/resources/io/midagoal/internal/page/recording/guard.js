/*
 * Catches a visitor's click or submit before the page sees it. Runs in a world of its own ahead of the
 * page's scripts, so that its listeners come first and nothing of the page's reaches them. It does
 * nothing until it is armed; while it is, the browser's input events go no further, and what they
 * would set off by default does not happen, but for what leads to a submit event.
 */
(() => {
  if (window !== window.top) {
    return;
  }

  /** Events that have no default worth keeping, or one that would change the page. */
  const PREVENTED = [
    'auxclick', 'contextmenu', 'dblclick', 'dragstart', 'invalid', 'mousedown',
    'mouseup', 'selectstart', 'submit', 'touchend', 'touchstart', 'wheel',
  ];

  /** Events that are only kept from the page: their defaults lead to the click or the submit. */
  const STOPPED = [
    'beforeinput', 'blur', 'change', 'click', 'DOMActivate', 'focus', 'focusin', 'focusout',
    'formdata', 'gotpointercapture', 'input', 'keydown', 'keypress', 'keyup', 'lostpointercapture',
    'mouseenter', 'mouseleave', 'mousemove', 'mouseout', 'mouseover', 'pointercancel',
    'pointerdown', 'pointerenter', 'pointerleave', 'pointermove', 'pointerout', 'pointerover',
    'pointerrawupdate', 'pointerup', 'textInput',
  ];

  /**
   * What is caught while the guard is armed, or null.
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

  /** A document that is written anew loses its listeners: asked, the guard tells that it is there. */
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
   * Catches from now on; a click whose target `lets` accepts has its default.
   * @param {Counts} lets
   */
  function arm(lets) {
    armed = {lets, clicks: [], submits: [], invalid: []};
  }

  /** Catches no more; answers what was caught. */
  function disarm() {
    const caught = armed ?? {clicks: [], submits: [], invalid: []};
    armed = null;
    return caught;
  }

  window.midagoalGuard = {arm, disarm, isThere};
})();
