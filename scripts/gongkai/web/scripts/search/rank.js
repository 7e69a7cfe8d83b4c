/* Documents ranked for what a query matches, step for step as search/scoring.py does it, so that both agree. */
(function () {
  "use strict";

  var engine = gongkai.engine;
  var LONG = 4000; // entries that take some milliseconds on an old phone

  /** What a term that so many documents hold says. */
  function weight(count) {
    var rarity = Math.log(1 + (engine.root.documents - count + 0.5) / (count + 0.5));
    return Math.max(1, Math.floor(1000 * rarity + 0.5)) / 1000;
  }

  function sum(side) {
    return side.reduce(function (total, pair) { return total + pair[0]; }, 0);
  }

  /** A reader's word as typed: rare in documents, and yet no rarer than what it means. */
  function limited(side, most) {
    var total = sum(side);
    return total > most ? side.map(function (pair) { return [pair[0] * most / total, pair[1]]; }) : side;
  }

  /** [{typed: [[weight, entry]…], meant: […]}]: each place of the query, as typed or as meant. */
  function groups(match) {
    var rules = engine.rules;
    var alone = [];
    var inside = match.said.map(function () { return { typed: [], meant: [] }; });
    var alike = {};
    match.found.forEach(function (one) {
      var term = one.term;
      var counts = weight(one.entry.count) * term.weight;
      var n = match.said.findIndex(function (said) { return term.start < said.end && term.end > said.start; });
      if (n >= 0 && match.said[n].start <= term.start && term.end <= match.said[n].end) {
        inside[n].typed.push([counts, one.entry]);
        return;
      }
      alone.push({ typed: [[counts * (n >= 0 ? rules.straddling : 1), one.entry]], meant: [] });
      alike[term.start + "-" + term.end] = alone[alone.length - 1];
    });
    match.said.forEach(function (said, n) {
      var length = Math.sqrt(Math.max(1, said.end - said.start - 1));
      var counts = weight(said.entry.count) * rules.say * length;
      inside[n].meant.push([counts, said.entry]);
      inside[n].typed = limited(inside[n].typed, counts * rules.typed);
    });
    match.alike.forEach(function (one) {
      var place = one.start + "-" + one.end;
      if (!alike[place]) {
        alike[place] = { typed: [], meant: [] };
        alone.push(alike[place]);
      }
      alike[place].meant.push([weight(one.entry.count) * rules.sound, one.entry]);
    });
    return alone.concat(inside, match.characters.map(function (entry) {
      return { typed: [[weight(entry.count) * rules.character, entry]], meant: [] };
    }));
  }

  function parts(side) {
    var titles = engine.rules.title;
    var found = new Map();
    side.forEach(function (pair) {
      pair[1].postings.forEach(function (posting) {
        var part = found.get(posting[0]);
        if (!part) {
          part = { sum: 0, met: 0, title: 0, chunks: [] };
          found.set(posting[0], part);
        }
        part.sum += pair[0] * (posting[2] / 7 + titles[posting[1]]);
        part.met += pair[0];
        part.title += posting[1] ? pair[0] : 0;
        if (posting[2]) {
          part.chunks.push([posting[3], pair[0]]);
        }
      });
    });
    return found;
  }

  function count(group, scores) {
    var typed = parts(group.typed);
    var meant = parts(group.meant);
    function add(one, document) {
      var score = scores.get(document);
      if (!score) {
        score = { sum: 0, met: 0, title: 0, chunks: {} };
        scores.set(document, score);
      }
      score.sum += one.sum;
      score.met += one.met;
      score.title += one.title;
      one.chunks.forEach(function (pair) { score.chunks[pair[0]] = (score.chunks[pair[0]] || 0) + pair[1]; });
    }
    typed.forEach(function (one, document) {
      var other = meant.get(document);
      add(other && other.sum > one.sum ? other : one, document);
    });
    meant.forEach(function (other, document) {
      if (!typed.has(document)) {
        add(other, document);
      }
    });
  }

  function ranked(document, score, total, missing) {
    var rules = engine.rules;
    var title = score.title / total;
    var chunk = 0;
    var together = 0;
    // numbers as keys come in ascending order
    Object.keys(score.chunks).forEach(function (number) {
      if (score.chunks[number] > together) {
        chunk = Number(number);
        together = score.chunks[number];
      }
    });
    var value = score.sum * (score.met / total) * (1 + rules.together * together / total) * (1 + rules.whole_title * title * title);
    return { score: value, document: document, chunk: chunk, covered: score.met / (total + missing) };
  }

  function size(group) {
    return group.typed.concat(group.meant).reduce(function (all, pair) { return all + pair[1].postings.length; }, 0);
  }

  /** A promise of all documents that hold something of the query, best first; the page has its turn between long lists. */
  function rank(match) {
    var scores = new Map();
    var total = 0;
    var missing = weight(0) * match.missing.reduce(function (all, one) { return all + one.term.weight; }, 0);
    return groups(match).reduce(function (before, group) {
      total += Math.max(sum(group.typed), sum(group.meant));
      return before.then(function () {
        count(group, scores);
        return size(group) > LONG ? engine.rest() : null;
      });
    }, engine.rest()).then(function () {
      var found = [];
      scores.forEach(function (score, document) { found.push(ranked(document, score, total, missing)); });
      return found.sort(function (a, b) { return b.score - a.score || b.document - a.document; });
    });
  }

  engine.rest = function () {
    return new Promise(function (done) { window.setTimeout(done, 0); });
  };
  engine.rank = rank;
  engine.weight = weight;
})();
