/* When a query is met badly: what sounds alike (政付 -> 政府, nianxiujia, nxj), and what may have been meant, as
   search/matching.py, readings.py and suggestion.py have it. Loaded only then. */
(function () {
  "use strict";

  var engine = gongkai.engine;
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

  /** The part of a run that differs least from what was typed, and by how many characters. */
  function nearest(typed, run) {
    var row = [];
    for (var start = 0; start <= run.length; start += 1) {
      row.push([0, start]);
    }
    for (var n = 1; n <= typed.length; n += 1) {
      var before = row;
      row = [[n, 0]];
      for (var place = 1; place <= run.length; place += 1) {
        var one = [before[place - 1][0] + (typed[n - 1] === run[place - 1] ? 0 : 1), before[place - 1][1]];
        if (before[place][0] + 1 < one[0]) {
          one = [before[place][0] + 1, before[place][1]];
        }
        if (row[place - 1][0] + 1 < one[0]) {
          one = [row[place - 1][0] + 1, row[place - 1][1]];
        }
        row.push(one);
      }
    }
    var end = 0;
    function other(place) { return Math.abs(place - row[place][1] - typed.length); }
    row.forEach(function (one, place) {
      end = one[0] < row[end][0] || (one[0] === row[end][0] && other(place) < other(end)) ? place : end;
    });
    return [run.slice(row[end][1], end), row[end][0]];
  }

  /** The words of a title that are the query but for a character or two. */
  function suggestion(query, titles) {
    var runs = query.match(RUN) || [];
    var typed = runs[0] || "";
    var best = "";
    var least = 3;
    var held = false;
    if (runs.length !== 1) {
      return "";
    }
    titles.forEach(function (title) {
      (engine.fold(title).match(RUN) || []).forEach(function (run) {
        var found = nearest(typed, run);
        held = held || found[1] === 0;
        if (found[1] < least && found[1] <= (typed.length > 5 ? 2 : 1) && found[0].length >= 3) {
          best = found[0];
          least = found[1];
        }
      });
    });
    return best && !held ? query.replace(typed, best) : "";
  }

  engine.readings = readings;
  engine.more = [loadSounds, loadCharacters];
  engine.suggestion = suggestion;
})();
