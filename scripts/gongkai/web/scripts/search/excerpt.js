/* The sentence of a chunk that answers best, what is marked in it, and indicators that it states, as search/excerpts.py
   has it. */
(function () {
  "use strict";

  var engine = gongkai.engine;
  var SENTENCE = /[^。！？；!?;]+(?:[。！？；!?;]+[”’」』）)]*)?/g;
  var HEADING = 0.7;
  var OTHERS = 0.5;
  var FACT = ["name", "raw", "value", "unit", "qualifier", "period", "row_url", "sentence"];

  /** What is looked for in sentences: word -> weight. */
  engine.words = match => {
    var found = new Map();
    match.found.forEach(one => {
      if ("#~^".indexOf(one.term.text[0]) < 0) {
        found.set(one.term.text, engine.weight(one.entry.count) * one.term.weight);
      }
    });
    match.said.forEach(said => [said.say].concat(said.official).forEach(word => {
      found.set(word, Math.max(found.get(word) || 0, engine.weight(said.entry.count)));
    }));
    return found;
  };

  function score(sentence, wanted) {
    var folded = engine.fold(sentence);
    var held = 0;
    wanted.forEach((weight, word) => { held += folded.indexOf(word) >= 0 ? weight : 0; });
    return held / (1 + Array.from(sentence).length / 400);
  }

  /** Where a sentence holds what is looked for: [[from, to]…]. */
  function marks(sentence, wanted) {
    var folded = "";
    var places = [];
    var held = [];
    var at = 0;
    Array.from(sentence).forEach(character => {
      var one = engine.foldOne(character);
      folded += one;
      for (var n = 0; n < one.length; n += 1) {
        places.push([at, at + character.length]);
      }
      at += character.length;
    });
    wanted.forEach((weight, word) => {
      for (var start = folded.indexOf(word); start >= 0; start = folded.indexOf(word, start + 1)) {
        for (var place = places[start][0]; place < places[start + word.length - 1][1]; place += 1) {
          held[place] = true;
        }
      }
    });
    var found = [];
    for (var place = 0; place < held.length; place += 1) {
      if (held[place] && !held[place - 1]) {
        found.push([place, place + 1]);
      } else if (held[place]) {
        found[found.length - 1][1] = place + 1;
      }
    }
    return found;
  }

  /** Indicators whose names are asked for, the nearest first; else those of the sentence. */
  function fitting(lines, blocks, sentence, wanted) {
    var most = 0;
    var facts = lines.map((cells, n) => {
      var fact = { anchor: blocks[Number(cells[0].slice(1))] };
      FACT.forEach((name, place) => { fact[name] = cells[place + 1]; });
      fact.order = [score(fact.name + fact.period, wanted), fact.sentence === sentence ? 0 : 1, n];
      most = Math.max(most, fact.order[0]);
      return fact;
    });
    return facts.filter(fact => {
      return most > 0 ? fact.order[0] >= most * OTHERS : !fact.order[1];
    }).sort((a, b) => {
      return b.order[0] - a.order[0] || a.order[1] - b.order[1] || a.order[2] - b.order[2];
    }).slice(0, 3);
  }

  /** {anchor, heading, sentence, marks, others, facts} of a chunk's content. */
  engine.excerpt = (chunk, wanted) => {
    var best = { anchor: "", heading: "", sentence: "", facts: [] };
    var most = -1;
    var scores = [];
    var blocks = [];
    var facts = [];
    var heading = "";
    chunk.split("\n").forEach(line => {
      var cells = line.split("\t");
      if (line[0] === "@") {
        facts.push(cells);
        return;
      }
      heading = cells[1] || heading;
      blocks.push(cells[0]);
      (cells[2].match(SENTENCE) || []).forEach(sentence => {
        sentence = sentence.trim();
        var counts = score(sentence, wanted) * (cells[2] === heading ? HEADING : 1);
        scores.push(counts);
        if (counts > most) {
          most = counts;
          best.anchor = cells[0];
          best.heading = heading;
          best.sentence = sentence;
        }
      });
    });
    best.facts = fitting(facts, blocks, best.sentence, wanted);
    best.others = most > 0 ? scores.filter(one => one >= most * OTHERS).length - 1 : 0;
    best.marks = marks(best.sentence, wanted);
    return best;
  };
})();
