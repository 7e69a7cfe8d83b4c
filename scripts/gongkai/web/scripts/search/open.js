/* The search field: / leads to it; suggestions are loaded at first focus, and the form carries the choices that this
   browser does not keep. */
(function () {
  "use strict";

  var field = document.getElementById("q");

  /** An address of the site with the reader's choices, where this browser keeps none. */
  gongkai.carry = function (address) {
    var choices = gongkai.keeps() ? "" : gongkai.query();
    var parts = address.split("#");
    return parts[0] + (choices && (parts[0].indexOf("?") < 0 ? "?" : "&") + choices) + (parts[1] ? "#" + parts[1] : "");
  };
  if (!field) {
    return;
  }

  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-expanded", "false");
  field.addEventListener("focus", function () {
    var before = field.value;
    gongkai.load("box.js", function (ok) {
      // typed while it was loaded
      if (ok && field.value !== before) {
        gongkai.suggest();
      }
    });
  });
  field.form.addEventListener("submit", function () {
    (gongkai.keeps() ? "" : gongkai.query()).split("&").filter(Boolean).forEach(function (pair) {
      var parts = pair.split("=");
      field.form.append(gongkai.make("input", { type: "hidden", name: parts[0], value: parts[1] }));
    });
  });
  document.addEventListener("keydown", function (event) {
    var typing = event.target.matches && event.target.matches("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !typing && gongkai.value("keys") !== "off" && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      field.focus();
      field.select();
    }
  });
})();
