/* The words that are shown: the clause cut from its sentence, a point, a section, or the document's title. */
(function () {
  "use strict";

  var answers = gongkai.answers = gongkai.answers || {};
  var LONGEST = 120;
  var SHORT = 60;
  var HEADING = 30;

  /** The clauses around the chosen one that belong to it, at most `longest` characters. */
  function cut(sentence, clause, other, longest) {
    var list = sentence.clauses;
    var first = list.indexOf(clause);
    var last = first;
    var within = function (from, to) { return list[to].to - list[from].from <= longest; };
    if (other) {
      var at = list.indexOf(other);
      if (at > last && list[at].to - list[first].from <= LONGEST) {
        last = at;
      }
    }
    var grown = true;
    while (grown) {
      grown = false;
      if (last + 1 < list.length && within(first, last + 1)) {
        last += 1;
        grown = true;
      } else if (first > 0 && within(first - 1, last)) {
        first -= 1;
        grown = true;
      }
    }
    return sentence.text.slice(list[first].from, list[last].to).slice(0, LONGEST);
  }

  /** A second figure that was asked for, too, in the same sentence: 多少份，排第几. */
  function second(asked, best) {
    var wanted = asked.numbers[1];
    if (!wanted || wanted.kind === asked.numbers[0].kind) {
      return null;
    }
    var found = best.sentence.figures.filter(function (figure) {
      return figure.from > best.figure.from && answers.fits(wanted.kind, wanted.unit, figure, best.sentence.text);
    })[0];
    return found ? answers.clauseAt(best.sentence, found.from) : null;
  }

  /** A heading sentence with what follows it in its point, as far as it is short. */
  function led(sentence) {
    var text = sentence.text;
    var last = sentence;
    while (last.next && !last.next.mark && last.next.source.anchor === last.source.anchor &&
           (text + last.next.text).length <= LONGEST) {
      last = last.next;
      text += last.text;
    }
    return text;
  }

  function quoted(asked, best) {
    var sentence = best.sentence;
    var words = best.figure ? cut(sentence, best.clause, second(asked, best), SHORT) : cut(sentence, best.clause, null, LONGEST);
    var cite = sentence.text;
    if (!best.figure && sentence.mark && sentence.text.length < HEADING) {
      cite = words = led(sentence);
    } else if (!best.figure && asked.sections.length) {
      var run = point(asked, sentence);
      cite = run.text;
      words = run.text.length <= LONGEST ? run.text : run.lead;
    }
    return answer(sentence.page, words, cite, sentence.source.anchor, best.figure && best.figure.fact);
  }

  function belongs(asked, sentence) {
    return asked.sections.some(function (row) { return answers.inSection(row, sentence); });
  }

  /** The point that a sentence belongs to, as it stands in its paragraph: 二是……。……。 */
  function point(asked, sentence) {
    var first = sentence;
    while (!first.mark && first.previous && first.previous.source.anchor === first.source.anchor) {
      first = first.previous;
    }
    var text = first.text;
    var last = first;
    while (last.next && !last.next.mark && last.next.source.anchor === last.source.anchor && belongs(asked, last.next)) {
      last = last.next;
      text += last.text;
    }
    return { text: text, lead: sentence.text.slice(0, LONGEST) };
  }

  function answer(page, words, cite, anchor, fact) {
    return {
      found: true, words: words.replace(/[，,；;：:]$/, ""), sentence: cite, page: page, title: page.title, url: page.url, anchor: anchor || "",
      date: page.date, agency: page.agency, year: page.year, name: fact ? fact.name : "", value: fact ? fact.value : "",
      unit: fact ? fact.unit : "", raw: fact ? fact.raw : "", row_url: fact && fact.row_url || "", passages: []
    };
  }

  function refusal(why) {
    return { found: false, words: gongkai.asking.ways[0][0], why: why, passages: [] };
  }

  /** Questions about the document itself: who wrote it, of which year it is. */
  function about(asked, page) {
    if (!page.agency || !asked.itself || !(asked.has("who") && gongkai.pattern("issued").test(asked.text) || gongkai.pattern("titled").test(asked.text))) {
      return null;
    }
    var who = asked.has("who") && page.title.indexOf(page.agency) < 0;
    return Object.assign(answer(page, who ? page.agency : page.title, page.title, "", null), { score: 1 });
  }

  /** All points of the section that was asked for without a subject: 还存在哪些问题. */
  function section(asked, list) {
    var found = list.filter(function (one) { return asked.sections.every(function (row) { return answers.inSection(row, one); }) && answers.rightYear(asked, one); });
    if (!found.length) {
      return null;
    }
    var leads = found.filter(function (one) { return one.mark; });
    var words = (leads.length ? leads : found).map(function (one) { return one.text; }).join("");
    var led = /[:：]$/.test(found[0].text);
    var same = found.filter(function (one) { return one.source.anchor === found[0].source.anchor || led && one.opens === found[0].opens; });
    var made = answer(found[0].page, words.slice(0, LONGEST), same.map(function (one) { return one.text; }).join(""), found[0].source.anchor, null);
    made.score = 1;
    made.passages = found.slice(0, 5).map(function (one) { return one.text; });
    return made;
  }

  answers.about = about;
  answers.answer = answer;
  answers.quoted = quoted;
  answers.refusal = refusal;
  answers.section = section;
})();
