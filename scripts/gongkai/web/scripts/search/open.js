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
  /** Words as they were typed or stand in an address: 200 at most, and none that nobody sees. */
  gongkai.words = function (text) {
    var seen = (text || "").replace(/\s/g, " ").replace(/[\0-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069]/g, "");
    return Array.from(seen).slice(0, 200).join("").trim();
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
