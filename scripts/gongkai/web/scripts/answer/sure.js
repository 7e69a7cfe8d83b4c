/* How sure a figure is: 办结率达98.8% for 热线办结率是多少 more than for 跨省通办的办结率. */
(function () {
  "use strict";

  var answers = gongkai.answers = gongkai.answers || {};
  // fitted to labelled questions: what counts for a figure, and against it
  var SURE = { part: 1.3, nucleus: 1.45, here: 0.87, ahead: 2.32, least: 1.22, gaps: -0.96, open: -0.81, unit: 0.31 };
  var AHEAD = 0.6;

  /** What it holds of the question, of the words next to the question word, and how far ahead it is of other sentences. */
  function signs(asked, ranked, weigh) {
    var best = ranked[0];
    var ask = asked.numbers[0];
    var by = best.held.by;
    var next = answers.near(asked, weigh).all;
    var clause = weigh.of([[1, gongkai.bare(best.sentence.text.slice(best.clause.from, best.clause.to))]]).by;
    var other = ranked.filter(function (one) { return one.sentence !== best.sentence; })[0];
    var nouns = answers.nouns(by.map(function (one, at) { return at; }), weigh);
    return {
      part: best.held.part, nucleus: answers.mean(answers.nouns(next, weigh).slice(-2), by), here: answers.mean(next.slice(-2), clause),
      ahead: Math.min(AHEAD, best.score - (other ? other.score : 0)), gaps: answers.gaps(best, weigh, true),
      least: Math.min.apply(null, nouns.map(function (at) { return by[at]; }).concat(1)), open: Number(ask.kind === "amount"),
      unit: Number(ask.unit === best.figure.fact.unit && gongkai.pattern("special").test(ask.unit))
    };
  }

  answers.sure = function (asked, ranked, weigh) {
    var found = signs(asked, ranked, weigh);
    return Object.keys(SURE).reduce(function (sum, name) { return sum + SURE[name] * found[name]; }, 0);
  };
})();
