/* A query -> the terms to look up, as search/query.py has it: 领养小孩手续 -> 领养, 养小, 小孩, 孩手, 手续 (weak). */
(function () {
  "use strict";

  var engine = gongkai.engine;
  var HAN = "\\u3400-\\u4dbf\\u4e00-\\u9fff";
  var SERIES = "([" + HAN + "]{2})[( ]*((?:19|20)[0-9]{2})";
  var DOCUMENT = new RegExp(SERIES + "[( ]*年?第?([0-9]{1,5})号", "g");
  var ASKED = new RegExp(SERIES.replace("2", "1,2") + "(?:[( -]+第?|年?第)([0-9]{1,5})(?![0-9年月日.%])", "g");
  var JOINED = /[0-9a-z]+(?:[/_-][0-9a-z]+)+|[0-9]{7,}/g;
  var COUNTED = new RegExp("[0-9]+(?:\\.[0-9]+)*[" + HAN + "%]", "g");
  var WORD = /[a-z0-9]+(?:\.[0-9]+)*/g;
  var RUN = new RegExp("[" + HAN + "]+", "g");
  var LEAST = 7;
  var UNSEEN = /[\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]/;
  var BLANK = /^[\0-\x1f\x7f-\x9f\ud800-\udfff]$/;
  var same = {};
  var simplified = {};
  var folded = new Map();
  var table = false;
  var common; // the characters of GB 2312, which need no table

  ["(〔〕[]【】〖〗{}「」『』《》〈〉<>)", "\"“”„‟'‘’`", "-‐‑‒–—―−﹣", " \t\r\n"].forEach(marks => {
    marks.split("").forEach(mark => { same[mark] = marks[0]; });
  });

  function foldOne(character) {
    if (!folded.has(character)) {
      folded.set(character, UNSEEN.test(character) ? "" : BLANK.test(character) ? " " :
        character.normalize("NFKC").toLowerCase().replace(/[\ud800-\udbff][\udc00-\udfff]|[^]/g, one => {
          return one[1] ? " " : same[one] || simplified[one] || one;
        }));
    }
    return folded.get(character);
  }

  /** One form for what is written differently; search/fold.py gives the same. */
  function fold(text) {
    return Array.from(text).map(foldOne).join("");
  }

  function each(pattern, text, call) {
    pattern.lastIndex = 0;
    for (var found = pattern.exec(text); found; found = pattern.exec(text)) {
      call(found);
    }
  }

  function han() {
    if (!common) {
      var bytes = [];
      for (var row = 0xb0; row < 0xf8; row += 1) {
        for (var cell = 0xa1; cell < 0xff; cell += 1) {
          bytes.push(row, cell);
        }
      }
      common = new TextDecoder("gbk").decode(new Uint8Array(bytes));
    }
    return common;
  }

  /** Load the table of traditional characters when a query has some that simplified text never uses. */
  function prepare(query) {
    var strange = (fold(query).match(RUN) || []).join("").split("").some(one => han().indexOf(one) < 0);
    return !strange || table ? Promise.resolve() : engine.file("h", 0).then(pairs => {
      var sides = pairs.split("\n");
      for (var place = 0; place < sides[0].length; place += 1) {
        simplified[sides[0][place]] = sides[1][place];
      }
      folded.clear();
      table = true;
    });
  }

  function keys(text, pattern, add) {
    each(pattern, text, found => {
      add("#" + found[1] + found[2] + found[3].replace(/^0+/, ""), 0, 0, engine.rules.key);
    });
    each(JOINED, text, found => {
      var plain = found[0].replace(/[/_-]/g, "");
      if (plain.replace(/[a-z]/g, "").length >= LEAST && plain.length <= 40) {
        add("#" + plain, 0, 0, engine.rules.key);
      }
    });
  }

  function numbers(text, add) {
    var counted = {};
    each(COUNTED, text, found => {
      counted[found.index] = true;
      add(found[0], found.index, found.index + found[0].length, engine.rules.number);
    });
    each(WORD, text, found => {
      if (found[0].length <= 24) {
        add(found[0], found.index, found.index + found[0].length, counted[found.index] ? 1 : engine.rules.number);
      }
    });
  }

  function pairs(text, gaps, add) {
    var light = {};
    engine.root.weak.forEach(word => {
      for (var start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + word.length)) {
        for (var place = start; place < start + word.length - 1; place += 1) {
          light[place] = true;
        }
      }
    });
    each(RUN, text, found => {
      var run = found[0];
      if (run.length === 1) {
        add(run, found.index, found.index + 1, 1);
      }
      for (var place = 0; place < run.length - 1; place += 1) {
        var at = found.index + place;
        add(run.substr(place, 2), at, at + 2, gaps[at + 1] ? engine.rules.gap : light[at] ? engine.rules.weak : 1);
      }
    });
  }

  /** The query without words of asking, and where they stood. */
  function joined(text) {
    var gaps = {};
    var kept = "";
    var before = 0;
    each(new RegExp(engine.root.stop, "g"), text, found => {
      kept += text.slice(before, found.index);
      gaps[kept.length] = true;
      before = found.index + found[0].length;
    });
    kept += text.slice(before);
    return kept.trim() ? [kept, gaps] : [text, {}];
  }

  /** {text, terms: [{text, start, end, weight}]}. */
  function plan(query) {
    var whole = fold(Array.from(query).slice(0, engine.rules.longest).join(""));
    var parts = joined(whole);
    var once = new Set();
    var terms = [];
    function add(text, start, end, weight) {
      if (!once.has(text)) {
        once.add(text);
        terms.push({ text: text, start: start, end: end, weight: weight });
      }
    }
    keys(whole, DOCUMENT, add);
    keys(whole, ASKED, add);
    numbers(parts[0], add);
    pairs(parts[0], parts[1], add);
    parts[0].split("").forEach((one, at) => {
      if (engine.root.singles.indexOf(one) >= 0) {
        add(one, at, at + 1, 1);
      }
    });
    return { text: parts[0], terms: terms };
  }

  /** Which shard holds a term: FNV-1a of its code units. */
  function shard(term) {
    var value = 0x811c9dc5;
    for (var place = 0; place < term.length; place += 1) {
      value = Math.imul(value ^ term.charCodeAt(place), 0x01000193) >>> 0;
    }
    return value % engine.root.shards;
  }

  engine.fold = fold;
  engine.foldOne = foldOne;
  engine.plan = plan;
  engine.prepare = prepare;
  engine.han = han;
  engine.shard = shard;
})();
