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
    return side.reduce((total, pair) => total + pair[0], 0);
  }

  /** A reader's word as typed: rare in documents, and yet no rarer than what it means. */
  function limited(side, most) {
    var total = sum(side);
    return total > most ? side.map(pair => [pair[0] * most / total, pair[1]]) : side;
  }

  /** [{typed: [[weight, entry]…], meant: […]}]: each place of the query, as typed or as meant. */
  function groups(match) {
    var rules = engine.rules;
    var inside = match.said.map(() => ({ typed: [], meant: [] }));
    var alone = [];
    var alike = {};
    function add(counts, entry) {
      alone.push({ typed: [[counts, entry]], meant: [] });
      return alone[alone.length - 1];
    }
    match.found.forEach(one => {
      var counts = weight(one.entry.count) * one.term.weight;
      var places = Array.from(engine.places(one.term));
      var n = match.said.findIndex(said => places.some(place => said.places.has(place)));
      if (n >= 0 && places.every(place => match.said[n].places.has(place))) {
        inside[n].typed.push([counts, one.entry]);
      } else {
        alike[one.term.start + "-" + one.term.end] = add(counts * (n < 0 ? 1 : rules.straddling), one.entry);
      }
    });
    match.said.forEach((said, n) => {
      var length = Math.sqrt(Math.max(1, said.say.length - 1));
      var counts = weight(said.entry.count) * rules.say * length * said.factor;
      inside[n] = { meant: [[counts, said.entry]], typed: limited(inside[n].typed, counts * rules.typed) };
    });
    match.alike.forEach(one => {
      var place = one.start + "-" + one.end;
      if (!alike[place]) {
        alike[place] = { typed: [], meant: [] };
        alone.push(alike[place]);
      }
      alike[place].meant.push([weight(one.entry.count) * rules.sound, one.entry]);
    });
    var last = alone.length;
    match.characters.forEach(entry => add(weight(entry.count) * rules.character, entry));
    return alone.slice(0, last).concat(inside, alone.slice(last));
  }

  function parts(side) {
    var found = new Map();
    side.forEach(pair => pair[1].postings.forEach(posting => {
      var part = found.get(posting[0]);
      if (!part) {
        part = { sum: 0, met: 0, title: 0, chunks: [] };
        found.set(posting[0], part);
      }
      part.sum += pair[0] * (posting[2] / 7 + engine.rules.title[posting[1]]);
      part.met += pair[0];
      part.title += posting[1] ? pair[0] : 0;
      if (posting[2]) {
        part.chunks.push([posting[3], pair[0]]);
      }
    }));
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
      one.chunks.forEach(pair => { score.chunks[pair[0]] = (score.chunks[pair[0]] || 0) + pair[1]; });
    }
    typed.forEach((one, document) => {
      var other = meant.get(document);
      add(other && other.sum > one.sum ? other : one, document);
    });
    meant.forEach((other, document) => {
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
    Object.keys(score.chunks).forEach(number => {
      if (score.chunks[number] > together) {
        chunk = Number(number);
        together = score.chunks[number];
      }
    });
    var value = score.sum * (score.met / total) * (1 + rules.together * together / total) * (1 + rules.whole_title * title * title);
    return { score: value, document: document, chunk: chunk, covered: score.met / (total + missing) };
  }

  /** A promise of all documents that hold something of the query, best first; the page has its turn between long lists. */
  engine.rank = match => {
    var scores = new Map();
    var total = 0;
    var missing = weight(0) * match.missing.reduce((all, one) => all + one.term.weight, 0);
    return groups(match).reduce((before, group) => {
      total += Math.max(sum(group.typed), sum(group.meant));
      return before.then(() => {
        count(group, scores);
        return group.typed.concat(group.meant).reduce((all, pair) => all + pair[1].postings.length, 0) > LONG ? engine.rest() : null;
      });
    }, engine.rest()).then(() => {
      var found = [];
      scores.forEach((score, document) => found.push(ranked(document, score, total, missing)));
      return found.sort((a, b) => b.score - a.score || b.document - a.document);
    });
  };

  engine.rest = () => new Promise(done => window.setTimeout(done, 0));
  engine.weight = weight;
})();
