/* The sentence that answers a question, and the clause of it that is shown; or why there is none.
   gongkai.choose("12345热线办结率是多少", pages, words) -> {found: true, words: "办结率达98.8%，", sentence: …, page: …} */
(function () {
  "use strict";

  var LONGEST = 120;
  var SHORT = 60;
  var HEADING = 30;
  // how much of the content must be there, of the whole and of the words next to the question word
  var ENOUGH = { figure: 0.42, text: 0.5, section: 0.3, head: 0.3, long: 0.35, own: 0.35, letter: 0.35 };

  var RANK = 0.03;
  var NOBODY = 0.1; // for pages that no agency has issued: the site's own
  // kinds whose answer must have a sign of it in its own clause
  var NEEDS = ["who", "when", "why"];

  function yearOf(sentence) {
    var match = (sentence.source.section || "").match(/(?:19|20)\d\d/);
    return match ? match[0] : String(sentence.page.year || "");
  }

  /** Whether a sentence speaks of the year that was asked for. */
  function rightYear(asked, sentence) {
    var year = asked.year;
    if (!year && asked.relative) {
      year = String(Number(sentence.page.year) + asked.relative);
    }
    return !year || yearOf(sentence) === year || sentence.text.indexOf(year) >= 0;
  }

  function inSection(row, sentence) {
    return new RegExp(row[3]).test(sentence.source.section || "");
  }

  /** What keeps a figure from being the kind that was asked for, or "". */
  function fits(kind, unit, figure, text) {
    if (kind === "count") {
      return figure.kind === "count" && measured(unit, figure.fact.unit);
    }
    if (kind === "amount") {
      return figure.kind === "count" || figure.kind === "money" || figure.kind === "rate";
    }
    if (kind === "change") {
      return unit ? figure.kind === "change" : gongkai.pattern("more").test(text);
    }
    if (kind === "span") {
      return new RegExp("(?:" + unit + ")$").test(figure.fact.unit);
    }
    return figure.kind === kind;
  }

  /** Whether the measure asked for goes with a unit: 几次 with 次, 多少家 with 个. */
  function measured(measure, unit) {
    var plain = measure.replace(/^[万亿]/, "");
    return gongkai.asking.measures.some(function (row) {
      return new RegExp("^(?:" + row[0] + ")$").test(plain) &&
        (row[2] === "$0" ? unit.indexOf(plain) >= 0 : new RegExp("^(?:" + row[2] + ")").test(unit));
    });
  }

  /** Every candidate: a figure, or a clause, with how much it holds of what was asked. */
  function candidates(asked, list, weigh) {
    var found = [];
    list.forEach(function (sentence) {
      if (!rightYear(asked, sentence)) {
        return;
      }
      if (asked.numbers.length && asked.numbers[0].kind !== "when") {
        figured(asked, sentence, weigh, found);
      } else {
        worded(asked, sentence, weigh, found);
      }
    });
    found = found.filter(function (one) {
      return asked.kinds.every(function (kind) { return NEEDS.indexOf(kind.kind) < 0 || has(kind.kind, one); });
    });
    return found.sort(function (a, b) { return b.score - a.score; });
  }

  function around(sentence, factor) {
    return [[factor, sentence.bare], [0.5, sentence.near], [0.4, sentence.head], [0.2, gongkai.bare(sentence.page.title)]];
  }

  function clauseAt(sentence, place) {
    return sentence.clauses.filter(function (one) { return one.from <= place && place < one.to; })[0];
  }

  function figured(asked, sentence, weigh, found) {
    var before = 0;
    sentence.figures.forEach(function (figure) {
      var clause = clauseAt(sentence, figure.from);
      var part = gongkai.pieces.segment(sentence.text, figure, before);
      before = figure.to;
      if (!clause || !fits(asked.numbers[0].kind, asked.numbers[0].unit, figure, part)) {
        return;
      }
      var own = gongkai.bare(figure.fact.name + "\n" + part);
      var held = weigh.of([[1, own], [0.85, gongkai.bare(sentence.text.slice(clause.from, clause.to))]].concat(around(sentence, 0.6)));
      found.push({
        sentence: sentence, clause: clause, figure: figure, held: held, own: weigh.of([[1, own + sentence.bare]]),
        score: held.part + extra(asked, sentence, figure, part) - own.length / 2000
      });
    });
  }

  function worded(asked, sentence, weigh, found) {
    sentence.clauses.forEach(function (clause) {
      var part = gongkai.bare(sentence.text.slice(clause.from, clause.to));
      var held = weigh.of([[1, part]].concat(around(sentence, 0.8)));
      var lists = (asked.has("list") || asked.has("names")) && listed(asked, sentence.text.slice(clause.from, clause.to));
      found.push({
        sentence: sentence, clause: clause, held: held, own: weigh.of([[1, sentence.bare]]),
        score: held.part + extra(asked, sentence) + (lists ? 0.2 : 0) - part.length / 2000
      });
    });
  }

  /** Small signs for and against: the unit, the section, the page's place among the results. */
  function extra(asked, sentence, figure, part) {
    var sum = 0;
    var year = yearOf(sentence);
    if (!asked.year && !asked.sections.length && year && year !== String(sentence.page.year)) {
      sum -= 0.15;
    }
    if (asked.has("who") && gongkai.pattern("agent").test(sentence.text)) {
      sum += 0.1;
    }
    if (figure) {
      var unit = asked.numbers[0].unit;
      sum += unit && unit === figure.fact.unit ? (gongkai.pattern("any").test(unit) ? 0.04 : 0.1) : 0;
      sum += gongkai.pattern("total").test(part) ? 0.03 : gongkai.pattern("part").test(part) ? -0.05 : 0;
      sum += asked.numbers[0].kind === "amount" && figure.kind !== "count" ? -0.05 : 0;
    }
    gongkai.asking.sections.forEach(function (row) {
      var here = inSection(row, sentence);
      if (asked.sections.indexOf(row) >= 0) {
        sum += here ? 0.3 : asked.numbers.length ? 0 : -0.2;
      } else if (here) {
        sum -= 0.1;
      }
    });
    return sum;
  }

  /** The words next to the question word: 审批单位 of 多少家审批单位; their letters in the evidence. */
  function head(asked, weigh) {
    var ask = asked.numbers[0] || asked.kinds[0];
    if (!ask) {
      return [];
    }
    var after = asked.runs.filter(function (run) { return run.from >= ask.to && run.from - ask.to <= 1; })[0];
    var before = asked.runs.filter(function (run) { return run.from < ask.from; }).pop();
    var run = after || before;
    return !run ? [] : weigh.letters.map(function (one, at) { return at; }).filter(function (at) {
      var place = weigh.letters[at].place;
      return !weigh.letters[at].verb && place >= run.from && place < run.from + run.text.length;
    }).slice(after ? 0 : -4).slice(0, 4);
  }

  /** Why a candidate is no answer, or "". */
  function lacking(asked, best, weigh) {
    var section = asked.sections.length && !asked.numbers.length && asked.sections.some(function (row) { return inSection(row, best.sentence); });
    var enough = section ? ENOUGH.section : best.figure ? ENOUGH.figure : ENOUGH.text;
    if (best.held.part < enough || !section && best.own.part < ENOUGH.own) {
      return "content";
    }
    var places = asked.numbers.length || asked.has("names") || asked.has("list") ? head(asked, weigh) : [];
    var sum = places.reduce(function (all, at) { return all + best.held.by[at]; }, 0);
    if (!section && places.length && (sum / places.length < (places.length > 3 ? ENOUGH.long : ENOUGH.head) ||
        weigh.sounded && places.some(function (at) { return best.held.by[at] < ENOUGH.letter; }))) {
      return "head";
    }
    if (asked.numbers.length && places.some(function (at) { return unknown(weigh, best, at); })) {
      return "unknown";
    }
    if (asked.numbers.length && elsewhere(asked, best, weigh)) {
      return "elsewhere";
    }
    var page = best.sentence.page;
    var named = best.sentence.bare + gongkai.plain([page.title, page.agency, page.place].join());
    if (asked.provinces.some(function (names) { return !names.some(function (name) { return named.indexOf(name) >= 0; }); })) {
      return "place";
    }
    return holds(asked, best);
  }

  /** Whether two letters of what is asked for, side by side, are nowhere near: 离婚 of 离婚案件有多少. */
  function unknown(weigh, best, at) {
    return [at, at + 1].every(function (place) {
      var one = weigh.letters[place];
      return one && !one.verb && !one.common && one.run === weigh.letters[at].run && best.held.by[place] < 0.1;
    });
  }

  /** Whether a word of the question stands in the documents, but not here: 热线 of 热线的满意率. */
  function elsewhere(asked, best, weigh) {
    return asked.runs.some(function (run) {
      return run.text.length > 1 && weigh.letters.every(function (one, at) {
        return one.run !== run || one.known && !one.verb && best.held.by[at] < ENOUGH.letter;
      });
    });
  }

  /** Whether the sentence has what the kind of the question wants: a date, money, a list of names. */
  function holds(asked, best) {
    var text = best.sentence.text.slice(best.clause.from, best.clause.to);
    var missing = asked.kinds.filter(function (one) {
      if (one.kind === "name") {
        return !(text.match(/[“《][^”》]+/g) || []).some(function (quote) { return asked.text.indexOf(gongkai.plain(quote.slice(1))) < 0; });
      }
      if (one.kind === "names" || one.kind === "list") {
        return !asked.numbers.length && !listed(asked, text);
      }
      return !has(one.kind, best);
    });
    return missing.length ? "kind:" + missing[0].kind : "";
  }

  function has(kind, one) {
    var row = gongkai.asking.holds.filter(function (other) { return other[1] === kind; })[0];
    var text = one.sentence.text;
    return !row || new RegExp(row[0]).test(kind === "why" ? text : text.slice(one.clause.from, one.clause.to));
  }

  /** Whether names are listed and not only counted: two or more items without a figure. */
  function listed(asked, text) {
    if (gongkai.pattern("abstract").test(asked.text)) {
      return true;
    }
    return text.split("、").filter(function (item) { return item && !/\d/.test(item); }).length > 1 || text.split("《").length > 2;
  }

  /** The clauses around the chosen one that belong to it, at most `longest` characters. */
  function cut(sentence, clause, other, longest) {
    var list = sentence.clauses;
    var first = list.indexOf(clause);
    var last = first;
    var fits = function (from, to) { return list[to].to - list[from].from <= longest; };
    if (other) {
      var at = list.indexOf(other);
      if (at > last && list[at].to - list[first].from <= LONGEST) {
        last = at;
      }
    }
    var grown = true;
    while (grown) {
      grown = false;
      if (last + 1 < list.length && fits(first, last + 1)) {
        last += 1;
        grown = true;
      } else if (first > 0 && fits(first - 1, last)) {
        first -= 1;
        grown = true;
      }
    }
    return sentence.text.slice(list[first].from, list[last].to).slice(0, LONGEST);
  }

  /** A second figure that was asked for, too, in the same sentence: 多少份，排第几. */
  function second(asked, best) {
    var wanted = asked.numbers[1];
    if (!wanted || wanted.kind === asked.numbers[0].kind) {
      return null;
    }
    var found = best.sentence.figures.filter(function (figure) {
      return figure.from > best.figure.from && fits(wanted.kind, wanted.unit, figure, best.sentence.text);
    })[0];
    return found ? clauseAt(best.sentence, found.from) : null;
  }

  /** A heading sentence with what follows it in its point, as far as it is short. */
  function led(sentence) {
    var text = sentence.text;
    var last = sentence;
    while (last.next && !last.next.mark && last.next.source.anchor === last.source.anchor &&
           (text + last.next.text).length <= LONGEST) {
      last = last.next;
      text += last.text;
    }
    return text;
  }

  function quoted(asked, best) {
    var sentence = best.sentence;
    var words = best.figure ? cut(sentence, best.clause, second(asked, best), SHORT) : cut(sentence, best.clause, null, LONGEST);
    var cite = sentence.text;
    if (!best.figure && sentence.mark && sentence.text.length < HEADING) {
      cite = words = led(sentence);
    } else if (!best.figure && asked.sections.length) {
      var run = point(sentence, best);
      cite = run.text;
      words = run.text.length <= LONGEST ? run.text : run.lead;
    }
    return answer(sentence.page, words, cite, sentence.source.anchor, best.figure && best.figure.fact);
  }

  /** The point that a sentence belongs to, as it stands in its paragraph: 二是……。……。 */
  function point(sentence) {
    var first = sentence;
    while (!first.mark && first.previous && first.previous.source.anchor === first.source.anchor) {
      first = first.previous;
    }
    var text = first.text;
    var last = first;
    while (last.next && !last.next.mark && last.next.source.anchor === last.source.anchor) {
      last = last.next;
      text += last.text;
    }
    return { text: text, lead: sentence.text.slice(0, LONGEST) };
  }

  function answer(page, words, cite, anchor, fact) {
    return {
      found: true, words: words.replace(/[，,；;：:]$/, ""), sentence: cite, page: page, title: page.title, url: page.url, anchor: anchor || "",
      date: page.date, agency: page.agency, year: page.year, name: fact ? fact.name : "", value: fact ? fact.value : "",
      unit: fact ? fact.unit : "", raw: fact ? fact.raw : "", row_url: fact && fact.row_url || "", passages: []
    };
  }

  function refusal(why) {
    return { found: false, words: gongkai.asking.ways[0][0], why: why, passages: [] };
  }

  /** Questions about the document itself: who wrote it, of which year it is. */
  function about(asked, page) {
    if (!page.agency || !asked.itself || !(asked.has("who") && gongkai.pattern("issued").test(asked.text) || gongkai.pattern("titled").test(asked.text))) {
      return null;
    }
    var who = asked.has("who") && page.title.indexOf(page.agency) < 0;
    return Object.assign(answer(page, who ? page.agency : page.title, page.title, "", null), { score: 1 });
  }

  /** All points of the section that was asked for without a subject: 还存在哪些问题. */
  function section(asked, list) {
    var found = list.filter(function (one) { return asked.sections.every(function (row) { return inSection(row, one); }) && rightYear(asked, one); });
    if (!found.length) {
      return null;
    }
    var leads = found.filter(function (one) { return one.mark; });
    var words = (leads.length ? leads : found).map(function (one) { return one.text; }).join("");
    var same = found.filter(function (one) { return one.source.anchor === found[0].source.anchor; });
    var made = answer(found[0].page, words.slice(0, LONGEST), same.map(function (one) { return one.text; }).join(""), found[0].source.anchor, null);
    made.score = 1;
    made.passages = found.slice(0, 5).map(function (one) { return one.text; });
    return made;
  }

  /** What one document says to a question. */
  function ask(question, page, words, sounds) {
    var list = gongkai.pieces.sentences(page);
    var whole = list.map(function (one) { return one.bare; }).join("\n") + gongkai.plain(page.title);
    var asked = gongkai.question(question, page, whole);
    if (asked.foreign || asked.has("personal")) {
      return refusal(asked.foreign ? "place" : "personal");
    }
    var itself = about(asked, page);
    if (itself) {
      return itself;
    }
    var weigh = gongkai.evidence(asked, words, list.map(function (one) { return one.bare; }), sounds);
    if (!weigh.letters.length) {
      return asked.sections.length && section(asked, list) || refusal("empty");
    }
    var ranked = candidates(asked, list, weigh);
    if (!ranked.length) {
      return refusal("kind");
    }
    var why = lacking(asked, ranked[0], weigh);
    var made = why ? refusal(why) : quoted(asked, ranked[0]);
    made.score = ranked[0].score;
    made.passages = made.passages.concat(ranked.slice(0, 3).map(function (one) { return one.sentence.text; }));
    return made;
  }

  /** The answer of the document that answers best; those that search ranked higher have a start. */
  function choose(question, pages, words, sounds) {
    var best = refusal("empty");
    pages.forEach(function (page, rank) {
      var made = ask(question, page, words, sounds);
      made.score = (made.score || 0) - RANK * rank - (page.agency ? 0 : NOBODY);
      if (made.found > best.found || made.found === best.found && (best.score === undefined || made.score > best.score)) {
        best = made;
      }
    });
    return best;
  }

  gongkai.choose = choose;
})();
