/* Why the best candidate is no answer: too little of the question, another subject, no sign of what was asked for. */
(function () {
  "use strict";

  var answers = gongkai.answers = gongkai.answers || {};
  // how much of the content must be there, of the whole and of the words next to the question word
  var ENOUGH = { figure: 1.5, text: 0.5, section: 0.3, head: 0.3, long: 0.35, own: 0.35, letter: 0.35, asked: 0.84 };
  var NOTHING = 0.2;
  var APART = 0.1; // how much better what excludes a word of the question must be held

  /** The run of letters next to the question word: 审批单位 of 多少家审批单位; their places in the evidence. */
  function near(asked, weigh) {
    var ask = asked.numbers[0] || asked.kinds[0];
    var after = ask && asked.runs.filter(function (run) { return run.from >= ask.to && run.from - ask.to <= 1; })[0];
    var before = ask && asked.runs.filter(function (run) { return run.from < ask.from; }).pop();
    var places = [];
    weigh.letters.forEach(function (one, at) {
      if (one.run === (after || before)) {
        places.push(at);
      }
    });
    return { all: places, after: Boolean(after) };
  }

  function nouns(places, weigh) {
    return places.filter(function (at) { return !weigh.letters[at].verb; });
  }

  /** Up to four letters of the thing next to the question word. */
  function head(asked, weigh) {
    var found = near(asked, weigh);
    return nouns(found.all, weigh).slice(found.after ? 0 : -4).slice(0, 4);
  }

  function mean(places, by) {
    return places.length ? places.reduce(function (all, at) { return all + by[at]; }, 0) / places.length : 1;
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
    return asks && best.held.part < ENOUGH.asked && gaps(best, weigh, false) >= asks;
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
    if (!answers.isReport(best.sentence.page) && answers.strange(asked, best, weigh)) {
      return "content";
    }
    if (best.figure) {
      if (answers.sure(asked, ranked, weigh) < ENOUGH.figure) {
        return "content";
      }
    } else if (best.held.part < (section ? ENOUGH.section : ENOUGH.text) || !section && (best.own.part < ENOUGH.own || unspoken(asked, best, weigh))) {
      return "content";
    }
    if (!section && places.length && (!best.figure && mean(places, best.held.by) < (places.length > 3 ? ENOUGH.long : ENOUGH.head) ||
        weigh.sounded && places.some(function (at) { return best.held.by[at] < ENOUGH.letter; }))) {
      return "head";
    }
    if (best.figure && absent(asked, best, weigh)) {
      return "elsewhere";
    }
    return foreign(asked, best) ? "place" : holds(asked, best);
  }

  /** Whether another province is asked for; 在重庆市排第几 only names whom one is held against. */
  function foreign(asked, best) {
    var page = best.sentence.page;
    var named = best.sentence.bare + gongkai.plain([page.title, page.agency, page.place].join());
    return !(asked.numbers[0] && asked.numbers[0].kind === "rank") && asked.provinces.some(function (names) {
      return !names.some(function (name) { return named.indexOf(name) >= 0; });
    });
  }

  /** How many pairs of letters side by side are not held: pairs that the documents know elsewhere, or do not know. */
  function gaps(best, weigh, known) {
    return weigh.letters.filter(function (one, at) {
      var next = weigh.letters[at + 1];
      return next && next.run === one.run && !one.verb && !next.verb && (one.known && next.known) === known &&
        best.held.by[at] + best.held.by[at + 1] < NOTHING;
    }).length;
  }

  /** Whether only other documents have a word of the question: 热线, in a paper that has no hotline. */
  function away(best, weigh) {
    return weigh.letters.some(function (one, at) {
      var next = weigh.letters[at + 1];
      return one.away && next && next.run === one.run && next.away && !one.verb && !next.verb && best.held.by[at] + best.held.by[at + 1] < NOTHING;
    });
  }

  /** Whether a whole word of the question stands in the document, but not here: 热线 of 热线的满意率. */
  function absent(asked, best, weigh) {
    return away(best, weigh) || asked.runs.some(function (run) {
      var where = "上里中内".indexOf(asked.text[run.from + run.text.length] || "。") >= 0; // 网站上公布的: often left unsaid
      return run.text.length > 1 && !where && weigh.letters.every(function (one, at) {
        return one.run !== run || one.known && !one.verb && one.weight > 0.8 && best.held.by[at] < ENOUGH.letter;
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
    return !row || gongkai.matches(row[0], kind === "why" ? text : text.slice(one.clause.from, one.clause.to));
  }

  /** Whether names are listed and not only counted: two or more items without a figure. */
  function listed(asked, text) {
    if (gongkai.pattern("abstract").test(asked.text)) {
      return true;
    }
    return text.split("、").filter(function (item) { return item && !/\d/.test(item); }).length > 1 || text.split("《").length > 2;
  }

  answers.gaps = gaps;
  answers.has = has;
  answers.lacking = lacking;
  answers.listed = listed;
  answers.mean = mean;
  answers.near = near;
  answers.nouns = nouns;
})();
