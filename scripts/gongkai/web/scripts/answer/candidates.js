/* What may answer: each figure of the kind that was asked for, or each clause, with how much it holds of the question. */
(function () {
  "use strict";

  var answers = gongkai.answers = gongkai.answers || {};
  // kinds whose answer must have a sign of it in its own clause
  var APART = 0.3;
  var NEEDS = ["who", "when", "why", "contact", "firm"];

  function yearOf(sentence) {
    var section = (sentence.source.section || "").replace(/[〇零一二三四五六七八九]/g, function (sign) {
      return "〇一二三四五六七八九".indexOf(sign === "零" ? "〇" : sign);
    });
    var match = section.match(/(?:19|20)\d\d/);
    return match ? match[0] : String(sentence.page.year || "");
  }

  /** Whether a sentence speaks of the year that was asked for. */
  function rightYear(asked, sentence) {
    var year = asked.year;
    if (!year && asked.relative) {
      year = String(Number(sentence.page.year) + asked.relative);
    }
    var named = answers.isReport(sentence.page) ? null : sentence.text.match(/(?:19|20)\d\d(?=年)/g);
    if (asked.year && named && named.indexOf(year) < 0) {
      return false;
    }
    var plan = asked.relative > 0 && asked.sections.some(function (row) { return inSection(row, sentence); });
    return !year || plan || yearOf(sentence) === year || sentence.text.indexOf(year) >= 0;
  }

  /** Whether a sentence stands below such a heading; one that begins 下一步 is a plan, wherever it stands. */
  function inSection(row, sentence) {
    return sentence.opens ? sentence.opens === row : gongkai.matches(row[3], sentence.source.section || "");
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
      return figure.kind === (unit === "%" ? "rate" : unit ? "change" : figure.kind) && gongkai.pattern("more").test(text);
    }
    if (kind === "span") {
      return gongkai.matches("(?:" + unit + ")$", figure.fact.unit);
    }
    return figure.kind === kind;
  }

  /** Whether the measure asked for goes with a unit: 几次 with 次, 多少家 with 个. */
  function measured(measure, unit) {
    return gongkai.asking.measures.some(function (row) {
      return gongkai.matches("^(?:" + row[0] + ")$", measure) &&
        (row[2] === "$0" ? unit.indexOf(measure) >= 0 : gongkai.matches("^(?:" + row[2] + ")", unit));
    });
  }

  /** Every candidate: a figure, or a clause, with how much it holds of what was asked. */
  function candidates(asked, list, weigh) {
    var found = [];
    list.forEach(function (sentence) {
      if (!rightYear(asked, sentence) || gongkai.pattern("purpose").test(sentence.text)) {
        return;
      }
      if (asked.numbers.length && asked.numbers[0].kind !== "when") {
        figured(asked, sentence, weigh, found);
      } else {
        worded(asked, sentence, weigh, found);
      }
    });
    found = found.filter(function (one) {
      return asked.kinds.every(function (kind) { return NEEDS.indexOf(kind.kind) < 0 || answers.has(kind.kind, one); });
    });
    if (gongkai.pattern("most").test(asked.text)) {
      found = found.filter(function (one) { return gongkai.pattern("first").test(one.sentence.text); });
    }
    found.forEach(function (one) { one.score -= one.apart ? APART : 0; });
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
      var told = clause ? sentence.text.slice(clause.from, clause.to) : "";
      if (!clause || (asked.compared && !gongkai.pattern("more").test(part)) ||
          !fits(asked.numbers[0].kind, asked.numbers[0].unit, figure, told) || answers.otherwise(asked, told)) {
        return;
      }
      var own = gongkai.bare(figure.fact.name + "\n" + part);
      var held = weigh.of([[1, own], [0.85, gongkai.bare(told)]].concat(around(sentence, 0.6)));
      found.push({
        sentence: sentence, clause: clause, figure: figure, held: held, own: weigh.of([[1, own + sentence.bare]]), apart: answers.apart(asked, own) || answers.apart(asked, sentence.bare),
        score: held.part + extra(asked, sentence, figure, part) - own.length / 2000
      });
    });
  }

  function worded(asked, sentence, weigh, found) {
    sentence.clauses.forEach(function (clause) {
      var part = gongkai.bare(sentence.text.slice(clause.from, clause.to));
      var held = weigh.of([[1, part]].concat(around(sentence, 0.8)));
      var lists = (asked.has("list") || asked.has("names")) && answers.listed(asked, sentence.text.slice(clause.from, clause.to));
      found.push({
        sentence: sentence, clause: clause, held: held, own: weigh.of([[1, sentence.bare]]), apart: answers.apart(asked, part) || answers.apart(asked, sentence.bare),
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
      sum += unit && figure.fact.unit.indexOf(unit) === 0 ? (gongkai.pattern("any").test(unit) ? 0.04 : 0.1) : 0;
      sum -= answers.against(asked, part, part.indexOf(figure.fact.raw));
      sum += gongkai.pattern("total").test(part) ? (asked.overall ? 0.1 : 0.03) : gongkai.pattern("part").test(part) ? -0.05 : 0;
      sum += asked.numbers[0].kind === "amount" && figure.kind !== "count" ? -0.05 : 0;
    }
    gongkai.asking.sections.forEach(function (row) {
      var here = inSection(row, sentence);
      if (asked.sections.indexOf(row) >= 0) {
        sum += here ? 0.3 : asked.numbers.length ? 0 : -0.2;
      } else if (here) {
        sum -= asked.past && row[1] === "plan" ? 0.3 : 0.1;
      }
    });
    return sum;
  }

  answers.candidates = candidates;
  answers.clauseAt = clauseAt;
  answers.fits = fits;
  answers.inSection = inSection;
  answers.rightYear = rightYear;
})();
