/* Signs that a text speaks of something else than the question: 高中 when 初中 is asked for, no 每月 when it is by the
   month, 不予公开 when 公开 is asked for, a step (增加59人) when the whole is asked for. */
(function () {
  "use strict";

  var answers = gongkai.answers = gongkai.answers || {};

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

  answers.apart = apart;
  answers.otherwise = otherwise;
  answers.against = against;
})();
