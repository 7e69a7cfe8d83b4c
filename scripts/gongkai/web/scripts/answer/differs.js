/* Signs that a text speaks of something else than the question: 高中 when 初中 is asked for, no 每月 when it is by the
   month, 不予公开 when 公开 is asked for, a step (增加59人) when the whole is asked for. */
(function () {
  "use strict";

  var answers = gongkai.answers = gongkai.answers || {};
  // how far a letter at the edge of what is asked, and a pair of letters, must be held
  var LEAST = 0.2;
  var PAIR = 0.7;

  function having(sides, text) {
    return sides.filter(function (side) { return gongkai.matches(side, text); });
  }

  /** Whether a text has a word that excludes one of the question, and not that one. */
  function apart(asked, text) {
    return gongkai.asking.apart.some(function (row) {
      var sides = row[2] ? [row[0], row[2]] : row[0].split("|");
      var wanted = having(sides, asked.text);
      var found = wanted.length ? having(sides, text) : [];
      return found.length && !found.some(function (side) { return wanted.indexOf(side) >= 0; });
    });
  }

  /** Whether a figure is not by what the question wants it: 每月, 人均. */
  function otherwise(asked, text) {
    return gongkai.asking.per.some(function (row) {
      return gongkai.matches(row[0], asked.text) && !gongkai.matches(row[2], text);
    });
  }

  /** What speaks against a figure: `part` are the words that it stands with. */
  function against(asked, part, place) {
    var before = part.slice(0, place);
    var no = gongkai.pattern("denied").test(before) !== asked.denied;
    var step = !asked.moved && gongkai.pattern("step").test(before);
    return (no ? 0.1 : 0) + (step ? 0.1 : 0);
  }

  /** Whether a paper that is no report speaks of something else: 春节放几天假 is not in 元旦放假3天. Reports tell much in few
      words, papers name their subject. */
  function strange(asked, best, weigh) {
    var sentence = best.sentence;
    var by = weigh.of([sentence.bare, sentence.near, sentence.head, gongkai.bare(sentence.page.title)].map(function (text) {
      return [1, text];
    })).by;
    return weigh.letters.some(function (one, at) {
      var next = weigh.letters[at + 1];
      var last = !next || next.run !== one.run;
      var edge = last || !at || weigh.letters[at - 1].run !== one.run;
      return edge && by[at] < LEAST && !asked.light[one.place] || !last && by[at] + by[at + 1] < PAIR;
    });
  }

  /** Whether a page is a report: it has indicators. */
  function isReport(page) {
    return Boolean((page.facts || []).length);
  }

  answers.apart = apart;
  answers.isReport = isReport;
  answers.strange = strange;
  answers.otherwise = otherwise;
  answers.against = against;
})();
