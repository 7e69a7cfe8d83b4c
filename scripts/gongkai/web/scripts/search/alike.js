/* When a query is met badly: what sounds alike (政付 -> 政府, nianxiujia, nxj), and what may have been meant, as
   search/matching.py, readings.py and suggestion.py have it. Loaded only then. */
(function () {
  "use strict";

  var engine = gongkai.engine;
  // as search/suggestion.py has them
  var LEAST = 3;
  var SURE = 5;
  var SLIP = 2;
  var COUNT = 3;
  var NEVER = 99;
  var RUN = /[\u3400-\u4dbf\u4e00-\u9fff]+/g;

  /** Load how characters are read, then give {of: character -> syllable, known: set of syllables}. */
  function readings() {
    return engine.file("h", 1).then(function (table) {
      var of = {};
      var known = new Set();
      var next = 0;
      table.split(" ").forEach(function (part) {
        var syllable = part.replace(/[0-9]+/, "");
        known.add(syllable);
        for (var left = Number(part.slice(syllable.length)); left; left -= 1) {
          of[engine.han()[next]] = syllable;
          next += 1;
        }
      });
      return { of: of, known: known };
    });
  }

  function cut(word, known) {
    for (var length = Math.min(6, word.length); length > 0; length -= 1) {
      if (known.has(word.slice(0, length))) {
        var rest = cut(word.slice(length), known);
        if (rest.length || length === word.length) {
          return [word.slice(0, length)].concat(rest);
        }
      }
    }
    return [];
  }

  function spelled(word, known) {
    var parts = cut(word, known);
    var found = [];
    for (var n = 0; parts.length ? n < parts.length - 1 : n < word.length - 2; n += 1) {
      found.push(parts.length ? "~" + parts[n] + "'" + parts[n + 1] : "^" + word.substr(n, 3));
    }
    return found;
  }

  /** Add what sounds like pairs that the best document does not hold, and spelled words. */
  function loadSounds(match, document, unheld) {
    return readings().then(function (read) {
      var wanted = [];
      unheld.forEach(function (term) {
        var sounds = engine.isPair(term.text) ? Array.from(term.text).map(function (one) { return read.of[one]; }) : [];
        if (sounds[0] && sounds[1]) {
          wanted.push([term, "~" + sounds.join("'")]);
        } else if (!sounds.length) {
          spelled(term.text, read.known).forEach(function (other) { wanted.push([term, other]); });
        }
      });
      wanted = wanted.slice(0, engine.rules.alike);
      return engine.openAll(match, wanted.map(function (pair) { return pair[1]; })).then(function (entries) {
        entries.forEach(function (entry, n) {
          if (entry) {
            match.alike.push({ start: wanted[n][0].start, end: wanted[n][0].end, entry: entry });
          }
        });
      });
    });
  }

  /** Add the titles that hold the characters of a short query of which the best document holds no pair: 家教法. */
  function loadCharacters(match, document, unheld) {
    var held = engine.held(match, document);
    var wanted = {};
    if (match.said.length || !/^[\u3400-\u4dbf\u4e00-\u9fff]{2,6}$/.test(match.text.trim())) {
      return Promise.resolve();
    }
    unheld.forEach(function (term) {
      for (var place = term.start; place < term.end; place += 1) {
        wanted[place] = !held.has(match.text.substr(place, 2)) && !(place && held.has(match.text.substr(place - 1, 2)));
      }
    });
    return engine.openAll(match, Object.keys(wanted).filter(function (place) {
      return wanted[place];
    }).map(function (place) { return match.text[place]; })).then(function (entries) {
      match.characters = entries.filter(Boolean);
    });
  }

  /** The part of a run that differs least from what was typed, and what the slips cost. */
  function nearest(typed, run, of) {
    var rows = [[]];
    for (var start = 0; start <= run.length; start += 1) {
      rows[0].push([0, start]);
    }
    for (var n = 1; n <= typed.length; n += 1) {
      // one too many at an end would leave less of the same words
      var spare = n > 1 && n < typed.length ? COUNT : NEVER;
      var row = [[NEVER, 0]];
      rows.push(row);
      for (var place = 1; place <= run.length; place += 1) {
        var one = typed[n - 1];
        var other = run[place - 1];
        var unlike = one === other ? 0 : of[one] && of[one] === of[other] ? SLIP : NEVER;
        var exchanged = n > 1 && place > 1 && one === run[place - 2] && typed[n - 2] === other;
        row.push([
          [rows[n - 1][place - 1], unlike],
          [exchanged ? rows[n - 2][place - 2] : [NEVER, 0], exchanged ? SLIP : 0],
          [rows[n - 1][place], spare],
          [row[place - 1], COUNT]
        ].map(function (way) {
          return [way[0][0] + way[1], way[0][1]];
        }).reduce(function (best, way) { return way[0] < best[0] ? way : best; }));
      }
    }
    return best(rows[typed.length], typed.length, run);
  }

  function best(row, length, run) {
    var end = 0;
    function other(place) { return Math.abs(place - row[place][1] - length); }
    row.forEach(function (one, place) {
      end = one[0] < row[end][0] || (one[0] === row[end][0] && other(place) < other(end)) ? place : end;
    });
    return [run.slice(row[end][1], end), row[end][0]];
  }

  /** The words of a title that are the query but for a slip or two. */
  function suggestion(query, hits, of) {
    var runs = query.match(RUN) || [];
    var typed = runs[0] || "";
    var least = 1 + (typed.length === LEAST ? SLIP : typed.length > SURE ? SLIP + COUNT : COUNT);
    var meant = "";
    if (runs.length !== 1 || hits.some(function (hit) {
      return [hit.title, hit.heading, hit.sentence].some(function (text) { return engine.fold(text).indexOf(typed) >= 0; });
    })) {
      return "";
    }
    hits.forEach(function (hit) {
      (engine.fold(hit.title).match(RUN) || []).forEach(function (run) {
        var found = nearest(typed, run, of);
        if (found[1] < least && found[0].length >= LEAST) {
          meant = found[0];
          least = found[1];
        }
      });
    });
    return meant && query.replace(typed, meant);
  }

  engine.readings = readings;
  engine.more = [loadSounds, loadCharacters];
  engine.suggestion = suggestion;
})();
