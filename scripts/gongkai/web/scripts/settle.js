/* 拼音 and 简繁 together: pinyin stands over whichever script is shown, so it is taken off and put on anew around a change. */
(function () {
  "use strict";

  var FILES = { pinyin: "pinyin.js", script: "hant.js" };
  var tables = {};

  function show() {
    gongkai.pinyin.off();
    if (gongkai.value("script") && tables.script) {
      gongkai.hant.on(tables.script);
    } else {
      gongkai.hant.off();
    }
    if (gongkai.value("pinyin") && tables.pinyin) {
      gongkai.pinyin.on(tables.pinyin);
    }
  }

  function fetched(name, ok) {
    if (ok && !tables[name]) {
      tables[name] = gongkai.table(gongkai.tables[FILES[name].slice(0, -3)]);
    }
    show();
    if (!ok && gongkai.value(name)) {
      gongkai.missing(name);
    }
  }

  /** Show what is chosen; the table for `name` is fetched if it is wanted and not here yet. */
  gongkai.settle = function (name) {
    if (gongkai.value(name)) {
      gongkai.load(FILES[name], function (ok) { fetched(name, ok); });
    } else {
      show();
    }
  };
})();
