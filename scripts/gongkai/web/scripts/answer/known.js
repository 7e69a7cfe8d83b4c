/* 常见问题: a question that the office has answered itself. It is met when its words, in all the ways it is put, hold
   what is asked, and one way of putting it asks no more than that: 狗要登记吗 meets 养狗要办什么手续, also 小狗怎么登记. */
(function () {
  "use strict";

  var answers = gongkai.answers = gongkai.answers || {};
  var HELD = 0.75; // of what is asked, by the office's words
  var HOLDS = 0.45; // of the office's question, by what is asked
  var NOTHING = 0.1;
  var FIRST = 2; // before whatever a document says

  /** How much of the content of a question a text holds: 0 when a letter of it is wanting, unless `partly`. */
  function held(question, text, page, whole, words, partly) {
    var weigh = gongkai.evidence(gongkai.question(question, page, whole), words, [text].concat(page.asked.map(gongkai.bare)));
    var found = weigh.of([[1, text]]);
    var wanting = weigh.letters.some(function (one, at) { return !one.verb && found.by[at] < NOTHING; });
    return weigh.letters.length && (partly || !wanting) ? found.part : 0;
  }

  function met(question, page, whole, words) {
    var text = gongkai.bare(question);
    return held(question, page.asked.map(gongkai.bare).join("\n"), page, whole, words) >= HELD && page.asked.some(function (other) {
      return held(other, text, page, whole, words, true) >= HOLDS;
    });
  }

  /** The first paragraph of the office's answer, or null. */
  answers.known = function (question, page, list, whole, words) {
    if (!page.asked || !list.length || !met(String(question).slice(0, 200), page, whole, words)) {
      return null;
    }
    var anchor = list[0].source.anchor;
    var text = list.filter(function (one) { return one.source.anchor === anchor; }).map(function (one) { return one.text; }).join("");
    return Object.assign(answers.answer(page, text, text, anchor, null), { kind: "known", score: FIRST, words: text });
  };
})();
