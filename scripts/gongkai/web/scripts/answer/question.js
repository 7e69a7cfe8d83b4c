/* What a question asks for, read from its words (assets/asking.js): kinds and measures, year, place, and the content
   that is left. gongkai.question("去年开了几次听证会？", page, text) -> {kinds: [{kind: "count", unit: "次"}], content: …}. */
(function () {
  "use strict";

  var NUMBERS = ["count", "amount", "rate", "money", "change", "rank", "span", "when"];
  var HAN = /[\u3400-\u9fff0-9a-z+.%]/;
  var compiled = {};

  /** The first column of a group as one regular expression. */
  function pattern(group) {
    if (!compiled[group]) {
      compiled[group] = new RegExp(gongkai.asking[group].map(function (row) { return row[0]; }).join("|"), "g");
    }
    compiled[group].lastIndex = 0;
    return compiled[group];
  }

  /** Whether an expression that is written as text is found in another text. */
  function matches(source, text) {
    compiled["/" + source] = compiled["/" + source] || new RegExp(source);
    return compiled["/" + source].test(text);
  }

  /** Width and case folded, one character for one, so that places stay. */
  function fold(text) {
    return text.replace(/[^\u3000-\u303f\u3400-\u9fff0-9a-z]/g, function (sign) {
      var folded = sign.normalize("NFKC").toLowerCase();
      return folded.length === 1 ? folded : sign;
    });
  }

  /** Call `found(match)` for each match of an expression in what is not yet taken. */
  function each(asked, source, found) {
    var expression = new RegExp(source, "g");
    var match;
    while ((match = expression.exec(asked.open()))) {
      if (!match[0]) {
        expression.lastIndex += 1;
      } else {
        found(match);
      }
    }
  }

  function take(asked, from, length, held) {
    var kept = {};
    var part = asked.text.slice(from, from + length);
    var match;
    var expression = pattern("held");
    while (held && (match = expression.exec(part))) {
      for (var place = 0; place < match[0].length; place += 1) {
        kept[match.index + place] = true;
      }
    }
    for (var i = 0; i < length; i += 1) {
      if (!kept[i]) {
        asked.taken[from + i] = true;
      }
    }
  }

  function kinds(asked) {
    gongkai.asking.asks.forEach(function (row) {
      each(asked, row[0], function (match) {
        asked.kinds.push({ kind: row[1], unit: (row[2] || "").replace("$1", match[1] || ""), from: match.index,
                           to: match.index + match[0].length });
        take(asked, match.index, match[0].length, true);
      });
    });
    asked.kinds.sort(function (a, b) { return a.from - b.from; });
    asked.numbers = asked.kinds.filter(function (one) { return NUMBERS.indexOf(one.kind) >= 0; });
    if (asked.numbers.length) {
      asked.kinds = asked.kinds.filter(function (one) { return one.kind !== "contact"; });
    }
  }

  function years(asked) {
    gongkai.asking.years.forEach(function (row) {
      each(asked, row[0], function (match) {
        asked.relative = Number(row[4]);
        if (asked.relative > 0) {
          asked.sections.push(plan());
        }
        asked.compared = asked.compared || row[1] === "compare";
        take(asked, match.index, match[0].length);
      });
    });
    gongkai.asking.year.forEach(function (row) {
      each(asked, row[0], function (match) {
        asked.year = match[1].length === 2 ? "20" + match[1] : match[1];
        take(asked, match.index, match[0].length);
      });
    });
  }

  function plan() {
    return gongkai.asking.sections.filter(function (row) { return row[1] === "plan"; })[0];
  }

  function sections(asked) {
    gongkai.asking.sections.forEach(function (row) {
      each(asked, row[0], function (match) {
        asked.sections.push(row);
        if (!asked.numbers.length) {
          take(asked, match.index, match[0].length);
        }
      });
    });
  }

  /** The name of the place that a document speaks of: 云阳县人民政府 -> 云阳县. */
  function home(page) {
    var found = page.place || ((page.agency || page.title).match(pattern("home").source) || [""])[0];
    return fold(found);
  }

  function place(asked, page, whole) {
    var text = asked.text;
    var name = home(page);
    var bare = name.slice(0, -1);
    [page.agency && fold(page.agency), name, bare.length > 1 ? bare : ""].forEach(function (known) {
      var at = known ? asked.open().indexOf(known) : -1;
      if (at >= 0) {
        take(asked, at, known.length);
        text = text.replace(known, "\u0001");
      }
    });
    asked.provinces = gongkai.asking.places.map(function (row) { return row[0].split("|"); }).filter(function (names) {
      return text.indexOf(names[0]) >= 0 && text.indexOf(names[0] + "\u0001") < 0;
    });
    var other = text.match(pattern("other").source);
    asked.foreign = other && whole.indexOf(other[0]) < 0 ? other[0] : "";
    each(asked, pattern("here").source, function (match) { take(asked, match.index, match[0].length); });
    asked.open().split(/\u0001+|[^\u3400-\u9fff]/).forEach(function (piece) {
      var bare = piece.replace(new RegExp("^(?:" + pattern("small").source + ")+"), "");
      var match = bare.match(pattern("place").source);
      if (match && !pattern("general").test(match[0]) && whole.indexOf(match[0]) < 0) {
        asked.foreign = match[0];
      }
    });
  }

  function letter(sign) {
    return HAN.test(sign || "") && !pattern("hard").test(sign) && !pattern("small").test(sign);
  }

  /** Single letters without content go, unless the documents have them as part of a word: 在 of 在线. */
  function small(asked, whole) {
    var open = asked.open();
    each(asked, pattern("hard").source + "|" + pattern("small").source, function (match) {
      var at = match.index;
      var word = letter(open[at - 1]) && whole.indexOf(open.slice(at - 1, at + 1)) >= 0 ||
        letter(open[at + 1]) && whole.indexOf(open.slice(at, at + 2)) >= 0;
      if (word && !pattern("hard").test(match[0])) {
        asked.light[at] = true;
      } else {
        asked.small.push(at);
      }
    });
    asked.small.forEach(function (at) { asked.taken[at] = true; });
  }

  function content(asked) {
    var runs = [];
    var run = null;
    asked.open().split("").forEach(function (sign, at) {
      if (!HAN.test(sign)) {
        run = null;
      } else if (run) {
        run.text += sign;
      } else {
        run = { from: at, text: sign };
        runs.push(run);
      }
    });
    return runs;
  }

  /** The question as read; `page` is the document that may answer it, `whole` its text, folded. */
  function question(text, page, whole) {
    var asked = {
      text: fold(String(text).slice(0, 200)).replace(/[“”‘’"'《》「」]/g, ""), taken: [], kinds: [], sections: [], small: [], light: {},
      year: "", relative: null, foreign: "", others: page.others || ""
    };
    asked.open = function () {
      return asked.text.split("").map(function (sign, at) { return asked.taken[at] ? "\u0001" : sign; }).join("");
    };
    asked.itself = pattern("itself").test(asked.text);
    years(asked);
    kinds(asked);
    sections(asked);
    if (asked.itself) {
      each(asked, pattern("itself").source, function (match) { take(asked, match.index, match[0].length); });
    }
    each(asked, pattern("light").source, function (match) { take(asked, match.index, match[0].length); });
    asked.denied = pattern("denied").test(asked.open());
    ["moved", "overall", "past"].forEach(function (sign) { asked[sign] = pattern(sign).test(asked.text); });
    place(asked, page, whole);
    small(asked, whole);
    asked.runs = content(asked);
    asked.has = function (kind) {
      return asked.kinds.some(function (one) { return one.kind === kind; });
    };
    return asked;
  }

  gongkai.pattern = pattern;
  gongkai.matches = matches;
  gongkai.fold = gongkai.fold || fold;
  gongkai.plain = fold;
  gongkai.question = question;
})();
