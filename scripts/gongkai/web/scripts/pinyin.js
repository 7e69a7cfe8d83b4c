/* 拼音: each text of the main part becomes a span of ruby, a few at a time, what is in view first; the text itself is
   kept and comes back. Screen readers get the characters only (rt is hidden from them): they would read each one twice. */
(function () {
  "use strict";

  var LEFT = "script, style, textarea, select, svg, ruby, .py, [translate=no], [contenteditable]";
  var SLICE = 8; // milliseconds of work, then the browser has its turn
  var main = document.getElementById("main");
  var kept = []; // [span, text]
  var queue = [];
  var timer = 0;
  var values;
  var watcher = new MutationObserver(function (changes) {
    changes.forEach(function (change) {
      (change.type === "childList" ? change.addedNodes : [change.target]).forEach(function (node) {
        add(gongkai.texts(node, LEFT));
      });
    });
  });

  function spelled(text) {
    var span = gongkai.make("span", { "class": "py" });
    var from = gongkai.hant.original(text);
    var bare = "";
    values(from).forEach(function (value, place) {
      var shown = text.data.charAt(place);
      if (value === from.charAt(place)) {
        bare += shown;
        return;
      }
      span.append(bare, gongkai.make("ruby", {}, shown, gongkai.make("rt", { "aria-hidden": "true" }, value)));
      bare = "";
    });
    span.append(bare);
    span.normalize();
    return span;
  }

  function work() {
    var end = performance.now() + SLICE;
    while (queue.length && performance.now() < end) {
      var text = queue.shift();
      if (text.isConnected) {
        var span = spelled(text);
        text.replaceWith(span);
        kept.push([span, text]);
      }
    }
    timer = queue.length ? window.setTimeout(work, 0) : 0;
  }

  function add(texts) {
    queue.push.apply(queue, texts);
    timer = timer || window.setTimeout(work, 0);
  }

  function fromView(texts) {
    var first = Math.max(0, texts.findIndex(function (text) { return text.parentElement.getBoundingClientRect().bottom > 0; }));
    return texts.slice(first).concat(texts.slice(0, first));
  }

  gongkai.pinyin = {
    on: function (table) {
      values = table;
      add(fromView(gongkai.texts(main, LEFT)));
      watcher.observe(main, { subtree: true, childList: true, characterData: true });
    },
    /** Whether some characters still wait. */
    busy: function () { return queue.length > 0; },
    off: function () {
      watcher.disconnect();
      window.clearTimeout(timer);
      timer = 0;
      queue = [];
      kept.forEach(function (pair) {
        if (pair[0].isConnected) {
          pair[0].replaceWith(pair[1]);
        }
      });
      kept = [];
    }
  };
})();
