/* 拼音 and 简繁: script.js and its tables come only when a reader asks; a line at the head of the text says how it went. */
(function () {
  "use strict";

  var TOLD = { pinyin: "拼音没有读到。", script: "繁体没有读到。" };

  /** Say something at the head of the text, in place of what was said there about `name`; "" takes it away. */
  function note(name, text) {
    var old = document.getElementById("note-" + name);
    if (old) {
      old.remove();
    }
    if (text) {
      document.getElementById("main").prepend(gongkai.make("p", { id: "note-" + name, "class": "told", translate: "no" }, text));
    }
  }

  function missing(name) {
    note(name, TOLD[name]);
    gongkai.say(TOLD[name]);
  }

  function want(name, value) {
    if (!TOLD[name]) {
      return;
    }
    note(name, "");
    if (value || gongkai.settle) {
      gongkai.load("script.js", function (ok) {
        (ok ? gongkai.settle : missing)(name);
      });
    }
  }

  gongkai.note = note;
  gongkai.missing = missing;
  gongkai.onchange(want);
  Object.keys(TOLD).forEach(function (name) { want(name, gongkai.value(name)); });
})();
