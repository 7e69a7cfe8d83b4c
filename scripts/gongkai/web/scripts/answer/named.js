/* An indicator asked for by its own name has its own figure: 12345热线办结率是多少 needs no weighing. */
(function () {
  "use strict";

  var answers = gongkai.answers = gongkai.answers || {};
  // 办结率是多少？
  var ASKS = /是?多少\??$/;

  function stated(name, asked, list) {
    var found = [];
    list.forEach(function (sentence) {
      sentence.figures.forEach(function (figure) {
        if (figure.fact.name && gongkai.bare(figure.fact.name) === name && answers.rightYear(asked, sentence)) {
          found.push({ sentence: sentence, clause: answers.clauseAt(sentence, figure.from), figure: figure });
        }
      });
    });
    return found;
  }

  /** The figure of the indicator that a question names in full, that of the document's own year first; or null. */
  answers.named = function (asked, question, page, list) {
    var text = gongkai.bare(String(question).slice(0, 200));
    var found = ASKS.test(text) ? stated(text.replace(ASKS, ""), asked, list) : [];
    var own = found.filter(function (one) { return String(one.figure.fact.period || "").indexOf(page.year) >= 0; });
    var best = own[0] || found[0];
    return best && best.clause ? Object.assign(answers.quoted(asked, best), { score: 1, kind: "named" }) : null;
  };
})();
