/*
 * Stands in for Mida's script, whose requests are blocked: does for the page what that script does, and
 * counts nobody. Runs in the page's world before its own scripts, in frames too.
 */
import midaUrls from './midaUrls.js';

(() => {
  /** @type {any} */
  const world = window;

  /** @param {string | null} address */
  function isMidas(address) {
    return address !== null && URL.canParse(address, document.baseURI)
      && midaUrls.isScript(new URL(address, document.baseURI));
  }

  /** Shows a page that waits for Mida. */
  function show() {
    if (typeof world.rmfk === 'function') {
      world.rmfk();
    }
    document.getElementById('abhide')?.remove();
  }

  /** The library that pages call, and the queue for commands from before it was there. */
  function offerLibrary() {
    world.mida ??= {track() {}, converted() {}};
    if (Array.isArray(world.mdq)) {
      world.mdq.splice(0);
    }
  }

  /** @param {EventTarget | null} target */
  function isTag(target) {
    return (target instanceof HTMLScriptElement && isMidas(target.getAttribute('src')))
      || (target instanceof HTMLLinkElement && isMidas(target.getAttribute('href')));
  }

  // A blocked script fails; its tag gets the event that it would have got.
  window.addEventListener('error', (event) => {
    if (event.isTrusted && isTag(event.target)) {
      event.stopImmediatePropagation();
      offerLibrary();
      show();
      event.target?.dispatchEvent(new Event('load'));
    }
  }, true);
})();
