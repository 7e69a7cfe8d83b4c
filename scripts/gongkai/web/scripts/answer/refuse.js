/* Why the best candidate is no answer: too little of the question, another subject, no sign of what was asked for. */
(function () {
  "use strict";

  var answers = gongkai.answers = gongkai.answers || {};
  // how much of the content must be there, of the whole and of the words next to the question word
  var ENOUGH = { figure: 0.42, text: 0.5, section: 0.3, head: 0.3, long: 0.35, own: 0.35, letter: 0.35 };

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
    var section = asked.sections.length && !asked.numbers.length && asked.sections.some(function (row) { return answers.inSection(row, best.sentence); });
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
    if (gongkai.pattern("most").test(asked.text) && !gongkai.pattern("first").test(best.sentence.text)) {
      return "most";
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
