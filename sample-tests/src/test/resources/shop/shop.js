// What every page of the shop does: the cookie banner, the phone's menu, dialogs, terms.
(function () {
  "use strict";

  var banner = document.querySelector(".cookie-banner");

  function decideOnCookies(choice) {
    document.cookie = "consent=" + choice + "; path=/; max-age=86400";
    banner.hidden = true;
  }

  if (banner) {
    banner.hidden = /(^|; )consent=/.test(document.cookie);
    document.getElementById("accept-cookies").addEventListener("click", function () {
      decideOnCookies("yes");
    });
    document.getElementById("refuse-cookies").addEventListener("click", function () {
      decideOnCookies("no");
    });
  }

  var toggle = document.querySelector(".phone-menu-toggle");
  if (toggle) {
    toggle.addEventListener("click", function () {
      var panel = document.querySelector(".phone-menu-panel");
      panel.hidden = !panel.hidden;
      toggle.setAttribute("aria-expanded", String(!panel.hidden));
    });
  }

  document.querySelectorAll("[data-opens]").forEach(function (opener) {
    opener.addEventListener("click", function () {
      document.getElementById(opener.dataset.opens).showModal();
    });
  });

  var terms = document.getElementById("accept-terms");
  if (terms) {
    terms.addEventListener("change", function () {
      document.getElementById("place-order").disabled = !terms.checked;
    });
  }

  // A web component: its button lives in a shadow tree, out of reach of the page's selectors.
  customElements.define(
    "shop-rating",
    class extends HTMLElement {
      connectedCallback() {
        var root = this.attachShadow({ mode: "open" });
        var button = document.createElement("button");
        button.className = "rate-this";
        button.textContent = "Rate this tea";
        root.append(button);
      }
    }
  );
})();
