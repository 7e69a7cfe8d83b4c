/* What plain HTML cannot do: print by a button and all of the page, put the focus where a link led. */
(function () {
  "use strict";

  document.querySelectorAll("[data-print]").forEach(function (place) {
    place.querySelector("button").addEventListener("click", function () {
      window.print();
    });
  });

  /* paper shows all; the style sheet does the same where it can */
  var shut = [];
  window.addEventListener("beforeprint", function () {
    shut = Array.prototype.slice.call(document.querySelectorAll("main details:not([open])"));
    shut.forEach(function (part) { part.open = true; });
  });
  window.addEventListener("afterprint", function () {
    shut.forEach(function (part) { part.open = false; });
  });

  function followTarget() {
    var target = document.querySelector(":target");
    if (!target || target.id === "main") {
      return;
    }
    if (!target.matches("a[href], button, input, [tabindex]")) {
      target.tabIndex = -1;
    }
    target.focus({ preventScroll: true });
  }

  window.addEventListener("load", followTarget);
  window.addEventListener("hashchange", followTarget);
})();
