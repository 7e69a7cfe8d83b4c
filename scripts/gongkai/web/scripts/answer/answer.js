/* gongkai.answer(question, then): what the documents found by search say to a question, or that they do not.
   then({found, words, sentence, title, url, anchor, date, agency, year, name, value, unit, row_url, passages}). */
(function () {
  "use strict";

  var HITS = 4;
  var WHOLE = 8; // chunks of the best document, when it is read as a whole
  var DOUBTS = ["content", "head"]; // a letter may be wrong: look again for what sounds alike
  var ENDS = "。！？!?";

  /** The page of a hit for gongkai.answerFrom: the sentences and figures of its chunks. */
  function page(hit, chunks, known) {
    var made = {
      title: hit.title, agency: hit.agency, year: hit.year, date: hit.date, place: "", url: hit.url, validity: hit.validity,
      sample: hit.sample, sentences: [], facts: []
    };
    // 常见问题: the question in other words, and what the answer rests on
    if (known.length) {
      made.asked = [hit.title].concat(known[0].split("\t")).filter(Boolean);
      made.grounds = known.slice(1).map(function (line) { return line.split("\t"); });
    }
    var major = "";
    chunks.forEach(function (chunk) {
      var heading = "";
      var places = [];
      chunk.split("\n").forEach(function (line) {
        var cells = line.split("\t");
        if (line[0] === "@") {
          fact(made, places[Number(cells[0].slice(1))] || [], cells);
          return;
        }
        heading = cells[1] || heading;
        major = gongkai.pattern("major").test(heading) ? heading : major;
        places.push([made.sentences.length, block(made, cells, major === heading ? heading : major + " " + heading, heading)]);
      });
    });
    return made;
  }

  function block(made, cells, section, heading) {
    var text = cells[2] || "";
    if (text !== heading) {
      gongkai.pieces.clauses(text, ENDS).forEach(function (one) {
        var sentence = text.slice(one.from, one.to).trim();
        if (sentence) {
          made.sentences.push({ text: sentence, anchor: cells[0], section: section });
        }
      });
    }
    return made.sentences.length;
  }

  function fact(made, place, cells) {
    for (var number = place[0]; number < place[1]; number += 1) {
      var text = made.sentences[number].text;
      if (cells[8].indexOf(text) >= 0 || text.indexOf(cells[8]) >= 0) {
        made.facts.push({
          sentence: number, name: cells[1], raw: cells[2], value: cells[3], unit: cells[4], qualifier: cells[5], period: cells[6],
          row_url: cells[7]
        });
        return;
      }
    }
  }

  /** The chunks of a document that matter: all when they are few, else those around the best. */
  function read(hit, rank) {
    return gongkai.engine.file("r", hit.doc).then(function (record) {
      var lines = record.split("\n");
      var hashes = lines[1];
      var count = hashes.length / 4;
      var wanted = [];
      for (var number = 0; number < count; number += 1) {
        if (count <= WHOLE && !rank || Math.abs(number - hit.chunk) < 2) {
          wanted.push(number);
        }
      }
      return Promise.all(wanted.map(function (number) {
        return gongkai.engine.take("c" + hit.doc + "_" + number + "-" + hashes.substr(number * 4, 4));
      })).then(function (chunks) { return page(hit, chunks, lines.slice(3)); });
    });
  }

  /** Readers' words of the question -> official words, as far as this site has them. */
  function words(question) {
    return gongkai.engine.load(question, false).then(function (match) {
      var found = {};
      match.shards.forEach(function (shard) {
        shard.says.forEach(function (rest, say) { found[say] = rest.slice(0, rest.indexOf(" ")).split(","); });
      });
      return found;
    });
  }

  function rest() {
    return new Promise(function (done) { window.setTimeout(done, 0); });
  }

  /** As gongkai.answerFrom, but the page can breathe between documents. */
  function chosen(question, pages, known, sounds) {
    return pages.reduce(function (before, page, rank) {
      return before.then(function (best) {
        return rest().then(function () { return gongkai.answers.better(best, question, page, rank, known, sounds); });
      });
    }, Promise.resolve(gongkai.answers.refusal("empty"))).then(function (best) {
      return rest().then(function () { return gongkai.answers.finished(best, known); });
    });
  }

  function all(question, results) {
    var hits = results.hits.slice(0, HITS);
    return Promise.all(hits.map(read)).then(gongkai.answers.together).then(function (pages) {
      return words(question).then(function (known) {
        return chosen(question, pages, known).then(function (made) {
          return made.found || DOUBTS.indexOf(made.why) < 0 ? made : loaded("alike.js").then(gongkai.engine.readings).then(function (read) {
            return chosen(question, pages, known, read.of);
          });
        });
      });
    });
  }

  /** Han characters in simplified form, as documents have them. */
  function simplified(question) {
    return Array.from(String(question)).map(function (one) { return /[\u3400-\u9fff]/.test(one) ? gongkai.engine.fold(one) : one; }).join("");
  }

  function loaded(file) {
    return new Promise(function (done) { gongkai.load(file, done); });
  }

  /** Answer a question; `results` are those of gongkai.search for it, when they are at hand. */
  gongkai.answer = function (question, then, results) {
    Promise.all([loaded("search.js"), loaded("asking.js")]).then(function () {
      return results || new Promise(function (done) { gongkai.search(question, { limit: HITS }, done); });
    }).then(function (found) {
      return found.failed ? { found: false, words: "", why: "failed", passages: [] } : all(simplified(question), found);
    }).then(then, function () { then({ found: false, words: "", why: "failed", passages: [] }); });
  };
})();
