/* The sentence that answers a question, and the clause of it that is shown; or why there is none.
   gongkai.answerFrom("12345热线办结率是多少", pages, words) -> {found: true, words: "办结率达98.8%，", sentence: …, page: …} */
(function () {
  "use strict";

  var answers = gongkai.answers = gongkai.answers || {};
  var MOST = 3; // further questions
  var RANK = 0.03;
  var NOBODY = 0.1; // for pages that no agency has issued: the site's own

  /** What one document says to a question. */
  function ask(question, page, words, sounds) {
    var list = gongkai.pieces.sentences(page);
    var whole = list.map(function (one) { return one.bare; }).join("\n") + gongkai.plain(page.title);
    var asked = gongkai.question(question, page, whole);
    var known = !asked.foreign && answers.known(question, page, list, whole, words);
    if (known) {
      return known;
    }
    if (asked.foreign || asked.has("personal")) {
      return answers.refusal(asked.foreign ? "place" : "personal");
    }
    var itself = answers.about(asked, page) || answers.named(asked, question, page, list);
    if (itself) {
      return itself;
    }
    var weigh = gongkai.evidence(asked, words, list.map(function (one) { return one.bare; }), sounds);
    var named = weigh.of([[1, gongkai.bare(page.title)]]).part > 0.9; // only what the whole document is about
    if (!weigh.letters.length || named && asked.sections.length && !asked.numbers.length) {
      return asked.sections.length && answers.section(asked, list) || answers.refusal("empty");
    }
    var ranked = answers.candidates(asked, list, weigh);
    if (!ranked.length) {
      return answers.refusal("kind");
    }
    var why = answers.lacking(asked, ranked, weigh);
    var made = why ? answers.refusal(why) : answers.quoted(asked, ranked[0]);
    made.score = ranked[0].score;
    made.kind = (asked.numbers[0] || asked.kinds[0] || { kind: "keyword" }).kind;
    made.passages = made.passages.concat(ranked.slice(0, 3).map(function (one) { return one.sentence.text; }));
    return made;
  }

  /** Questions that the same document answers, about figures near the one that was told. */
  function followups(made, words) {
    var page = made.page;
    var at = page.sentences.findIndex(function (one) { return one.text === made.sentence; });
    var asked = {};
    return (page.facts || []).filter(function (fact) {
      var near = at >= 0 && Math.abs(fact.sentence - at) < 2 && fact.name && fact.raw !== made.raw && !asked[fact.name];
      asked[fact.name] = true;
      return near;
    }).slice(0, MOST * 2).map(function (fact) {
      var question = fact.name + gongkai.asking.followup[0][0];
      return ask(question, page, words).raw === fact.raw ? question : "";
    }).filter(Boolean).slice(0, MOST);
  }

  /** The better one of an answer and what the next document says; papers not in force say nothing. */
  function better(best, question, page, rank, words, sounds) {
    if (gongkai.pattern("void").test(page.validity || "")) {
      return best;
    }
    var made = ask(question, page, words, sounds);
    made.score = (made.score || 0) - RANK * rank - (page.agency ? 0 : NOBODY);
    var wins = made.found !== best.found ? made.found : best.score === undefined || made.score > best.score;
    return wins ? made : best;
  }

  /** Pages that know the words of each other: 热线 is no reader's word when only the next document speaks of it. */
  function together(pages) {
    var text = pages.length < 2 ? "" : gongkai.plain(pages.map(function (page) {
      return page.sentences.map(function (one) { return one.text; }).join("\n");
    }).join("\n"));
    pages.forEach(function (page) { page.others = text; });
    return pages;
  }

  function finished(best, words) {
    best.followups = best.found ? followups(best, words) : [];
    return best;
  }

  /** The answer of the document that answers best; those that search ranked higher have a start. */
  function choose(question, pages, words, sounds) {
    return finished(together(pages).reduce(function (best, page, rank) {
      return better(best, question, page, rank, words, sounds);
    }, answers.refusal("empty")), words);
  }

  answers.better = better;
  answers.finished = finished;
  answers.together = together;
  gongkai.answerFrom = choose;
})();
