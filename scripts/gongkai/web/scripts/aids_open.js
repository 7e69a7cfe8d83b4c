/* The control 无障碍: loads the reading aids when they are asked for, or when a choice needs them. */
(function () {
  "use strict";

  var NEED = ["aids", "ruler", "caption", "keys"];
  var place = document.querySelector("[data-reading]");
  if (!place) {
    return;
  }
  var opener = gongkai.make("button", { type: "button", "class": "tool", "aria-expanded": "false" });
  opener.append.apply(opener, Array.prototype.slice.call(place.childNodes));
  place.replaceWith(opener);
  opener.parentNode.hidden = false;
  gongkai.opener = opener;

  function need(then) {
    gongkai.load("aids.js", function (ok) {
      if (!ok) {
        gongkai.say("阅读辅助没有读到。请检查网络后再试。");
      } else if (then) {
        then();
      }
    });
  }

  opener.addEventListener("click", function () {
    var open = gongkai.value("aids") !== "open";
    need(function () {
      gongkai.choose("aids", open ? "open" : "");
      if (open) {
        document.getElementById("aids").focus();
      }
    });
  });
  if (NEED.some(gongkai.value)) {
    need();
  }
  gongkai.onchange(function (name, value) {
    if (value && NEED.indexOf(name) >= 0) {
      need();
    }
  });
})();
