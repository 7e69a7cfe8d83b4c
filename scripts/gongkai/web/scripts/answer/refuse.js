/* Why the best candidate is no answer: too little of the question, another subject, no sign of what was asked for. */
(function () {
  "use strict";

  var answers = gongkai.answers = gongkai.answers || {};
  // how much of the content must be there, of the whole and of the words next to the question word
  var ENOUGH = { figure: 1.06, text: 0.5, section: 0.3, head: 0.3, long: 0.35, own: 0.35, letter: 0.35, asked: 0.84 };
  var APART = 0.1; // how much better what excludes a word of the question must be held
  // what makes a figure sure: fitted to labelled questions; together at least ENOUGH.figure
  var SURE = { part: 0.46, own: 0.58, head: 0.72, clause: 0.43, ahead: 0.83, elsewhere: -0.42, unknown: -0.07, open: -0.32, unit: 0.31 };

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

  function mean(places, best) {
    return places.length ? places.reduce(function (all, at) { return all + best.held.by[at]; }, 0) / places.length : 1;
  }

  /** What makes a figure sure or doubtful: what it holds of the question, what stands next to it, how far ahead it is. */
  function signs(asked, ranked, weigh, places) {
    var best = ranked[0];
    var text = best.sentence.text.slice(best.clause.from, best.clause.to);
    var other = ranked.filter(function (one) { return one.sentence !== best.sentence; })[0];
    var ask = asked.numbers[0];
    return {
      part: best.held.part, own: best.own.part, head: mean(places, best), nucleus: mean(places.slice(-2), best),
      clause: weigh.of([[1, gongkai.bare(best.figure.fact.name + text)]]).part,
      ahead: best.score - Math.max(other ? other.score : 0, 0), elsewhere: elsewhere(best, weigh), unknown: unknown(best, weigh),
      open: Number(ask.kind === "amount"), unit: Number(ask.unit === best.figure.fact.unit && gongkai.pattern("special").test(ask.unit))
    };
  }

  /** How sure a figure is. */
  function sure(asked, ranked, weigh, places) {
    var found = signs(asked, ranked, weigh, places);
    answers.last = found;
    return Object.keys(SURE).reduce(function (sum, name) { return sum + SURE[name] * found[name]; }, 0);
  }

  /** Whether what excludes a word of the question, or a number other than its own, or a plan for what is done, is all there is. */
  function other(asked, ranked, weigh) {
    var best = ranked[0];
    if (best.apart || ranked.some(function (one) { return one.apart && one.held.part > best.held.part + APART; })) {
      return "apart";
    }
    if (weigh.letters.some(function (one, at) { return /\d/.test(one.sign) && best.own.by[at] < 0.5; })) {
      return "number";
    }
    return asked.past && !asked.sections.length && later(best.sentence) ? "plan" : "";
  }

  /** Whether a sentence stands in a plan. */
  function later(sentence) {
    return sentence.opens ? sentence.opens[1] === "plan" : gongkai.pattern("later").test(sentence.source.section || "");
  }

  /** Whether what is asked to be so is not spoken of: 起诉 of 有没有人起诉. */
  function unspoken(asked, best, weigh) {
    var asks = asked.kinds.filter(function (one) { return one.kind === "yes_no"; }).length;
    return asks && best.held.part < ENOUGH.asked && unknown(best, weigh, true) >= asks;
  }

  /** Why the best candidate is no answer, or "". */
  function lacking(asked, ranked, weigh) {
    var best = ranked[0];
    var section = asked.sections.length && !asked.numbers.length && asked.sections.some(function (row) { return answers.inSection(row, best.sentence); });
    var places = asked.numbers.length || asked.has("names") || asked.has("list") ? head(asked, weigh) : [];
    var why = other(asked, ranked, weigh);
    if (why) {
      return why;
    }
    if (best.figure) {
      if (sure(asked, ranked, weigh, places) < ENOUGH.figure) {
        return "content";
      }
    } else if (best.held.part < (section ? ENOUGH.section : ENOUGH.text) || !section && best.own.part < ENOUGH.own || unspoken(asked, best, weigh)) {
      return "content";
    }
    if (!section && places.length && (!best.figure && mean(places, best) < (places.length > 3 ? ENOUGH.long : ENOUGH.head) ||
        weigh.sounded && places.some(function (at) { return best.held.by[at] < ENOUGH.letter; }))) {
      return "head";
    }
    if (best.figure && absent(asked, best, weigh)) {
      return "elsewhere";
    }
    var page = best.sentence.page;
    var named = best.sentence.bare + gongkai.plain([page.title, page.agency, page.place].join());
    if (asked.provinces.some(function (names) { return !names.some(function (name) { return named.indexOf(name) >= 0; }); })) {
      return "place";
    }
    return holds(asked, best);
  }

  /** How many pairs of letters side by side are nowhere near: 离婚 of 离婚案件有多少; or not even in the documents. */
  function unknown(best, weigh, everywhere) {
    return weigh.letters.filter(function (one, at) {
      var next = weigh.letters[at + 1];
      return next && next.run === one.run && !one.verb && !next.verb && !one.common && !(everywhere && one.known && next.known) &&
        best.held.by[at] + best.held.by[at + 1] < 0.1;
    }).length;
  }

  /** Whether a whole word of the question stands in the document, but not here: 热线 of 热线的满意率. */
  function absent(asked, best, weigh) {
    return asked.runs.some(function (run) {
      return run.text.length > 1 && weigh.letters.every(function (one, at) {
        return one.run !== run || one.known && !one.verb && one.weight > 0.8 && best.held.by[at] < ENOUGH.letter;
      });
    });
  }

  /** The part of the question that stands in the document, but not here: 热线 of 热线的满意率. */
  function elsewhere(best, weigh) {
    return weigh.letters.reduce(function (sum, one, at) {
      return sum + (one.known && !one.verb && best.held.by[at] < ENOUGH.letter ? one.weight : 0);
    }, 0) / weigh.total;
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
    return !row || gongkai.matches(row[0], kind === "why" ? text : text.slice(one.clause.from, one.clause.to));
  }

  /** Whether names are listed and not only counted: two or more items without a figure. */
  function listed(asked, text) {
    if (gongkai.pattern("abstract").test(asked.text)) {
      return true;
    }
    return text.split("、").filter(function (item) { return item && !/\d/.test(item); }).length > 1 || text.split("《").length > 2;
  }

  answers.has = has;
  answers.lacking = lacking;
  answers.listed = listed;
})();
