/* What plain HTML cannot do: print by a button, put the focus where a link led. */
(function () {
  "use strict";

  document.querySelectorAll("[data-print]").forEach(function (place) {
    place.hidden = false;
    place.querySelector("button").addEventListener("click", function () {
      window.print();
    });
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
