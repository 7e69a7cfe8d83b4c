/* What plain HTML cannot do: print by a button, say which address was not found, put the focus where a link led. */
(function () {
  "use strict";

  document.querySelectorAll("[data-print]").forEach(function (place) {
    place.hidden = false;
    place.querySelector("button").addEventListener("click", function () {
      window.print();
    });
  });

  document.querySelectorAll("[data-asked]").forEach(function (place) {
    var path = location.pathname;
    try {
      path = decodeURI(path);
    } catch (error) { /* an address that is no UTF-8 is shown as it is */ }
    place.hidden = false;
    place.querySelector("span").textContent = path;
  });

  function followTarget() {
    var target = document.querySelector(":target");
    if (!target || target.id === "main") {
      return;
    }
    if (!target.matches("a[href], button, [tabindex]")) {
      target.tabIndex = -1;
    }
    target.focus({ preventScroll: true });
  }

  window.addEventListener("load", followTarget);
  window.addEventListener("hashchange", followTarget);
})();
