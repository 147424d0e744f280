// The account as a single-page application: routes by history.pushState, content after a fetch.
(function () {
  "use strict";

  var view = document.getElementById("view");

  function button(label, className, onClick) {
    var element = document.createElement("button");
    element.type = "button";
    element.className = "btn " + className;
    element.textContent = label;
    element.addEventListener("click", onClick);
    return element;
  }

  function heading(text) {
    var element = document.createElement("h1");
    element.textContent = text;
    return element;
  }

  function showOverview() {
    view.replaceChildren(
      heading("Welcome back"),
      button("Finish sign-up", "finish-signup", function () {
        window.mdq.push(["track", "profile_completed"]);
      }),
      document.createTextNode(" "),
      button("Invite a friend", "invite-friend", function () {
        window.mida.track("friend_invited", { from: "app" });
      })
    );
  }

  function showOrders() {
    fetch("/api/orders.json")
      .then(function (answer) {
        return answer.json();
      })
      .then(function (orders) {
        view.replaceChildren(heading("Orders"));
        orders.forEach(function (order) {
          var card = document.createElement("article");
          card.className = "card order";
          card.append(
            "Order " + order.id + ", " + order.tea + " ",
            button("Order again", "reorder", function () {
              navigate("/app/orders/" + order.id + "/again");
            })
          );
          view.append(card);
        });
      });
  }

  function showSettings() {
    var form = document.createElement("form");
    form.id = "settings";
    form.className = "stack";
    form.innerHTML =
      '<label>Name on the parcel <input name="parcelName"></label>' +
      '<button type="submit" class="btn">Save settings</button>';
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      navigate("/app/settings?saved=yes");
    });
    view.replaceChildren(heading("Settings"), form);
  }

  function render() {
    var path = location.pathname;
    if (path === "/app") {
      history.replaceState(null, "", "/app/");
    }
    document.querySelectorAll(".tabs a").forEach(function (tab) {
      tab.classList.toggle("active", tab.pathname === path);
    });
    if (path === "/app/orders") {
      showOrders();
    } else if (path === "/app/settings") {
      showSettings();
    } else if (/^\/app\/orders\/\d+\/again$/.test(path)) {
      view.replaceChildren(heading("It is in your cart"));
    } else {
      showOverview();
    }
  }

  function navigate(url) {
    history.pushState(null, "", url);
    render();
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest("a[data-route]");
    if (link) {
      event.preventDefault();
      navigate(link.getAttribute("href"));
    }
  });
  window.addEventListener("popstate", render);
  render();
})();
