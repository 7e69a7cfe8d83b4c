/* What can be quoted: the sentences of documents, their clauses, the figures in them with the words that they belong to. */
(function () {
  "use strict";

  // “ ” ‘ ’ 《 》 brackets and blanks part no words
  var QUOTES = /[“”‘’《》（）()「」\s]/g;
  var known = {};

  function bare(text) {
    known[text] = known[text] === undefined ? gongkai.plain(text).replace(QUOTES, "") : known[text];
    return known[text];
  }

  /** [{from, to}] of the clauses: cut after ，；：。 but not within 1,136 or “ ”. */
  function clauses(text, marks) {
    var found = [];
    var from = 0;
    var depth = 0;
    for (var at = 0; at < text.length; at += 1) {
      var sign = text[at];
      depth += "“《（(".indexOf(sign) >= 0 ? 1 : 0;
      depth -= "”》）)".indexOf(sign) >= 0 && depth ? 1 : 0;
      var number = sign === "," && /\d/.test(text[at - 1]) && /\d/.test(text[at + 1]);
      if ((!depth && marks.indexOf(sign) >= 0 && !number) || at === text.length - 1) {
        found.push({ from: from, to: at + 1 });
        from = at + 1;
      }
    }
    return found;
  }

  function kindOf(fact) {
    var written = fact.raw + " " + fact.unit;
    var row = gongkai.asking.figures.filter(function (one) { return gongkai.matches(one[0], written); })[0];
    return row ? row[1] : "count";
  }

  /** Figures of a sentence with places: those that the page knows by name, or else plain numbers. */
  function figures(sentence, facts) {
    var cursor = 0;
    var found = [];
    (facts.length ? facts : numbers(sentence.text)).forEach(function (fact) {
      var at = sentence.text.indexOf(fact.raw, cursor);
      at = at < 0 ? sentence.text.indexOf(fact.raw) : at;
      if (at >= 0) {
        cursor = at + fact.raw.length;
        found.push({ from: at, to: cursor, fact: fact, kind: kindOf(fact) });
      }
    });
    return found;
  }

  function numbers(text) {
    var found = [];
    var expression = gongkai.pattern("number");
    var match;
    while ((match = expression.exec(text))) {
      found.push({ name: "", raw: match[0], unit: match[1] });
    }
    return found;
  }

  /** The words that a figure stands with: from the mark or figure before it to the next mark. */
  function segment(text, figure, before) {
    var marks = "、，,；;：:。";
    var from = figure.from;
    while (from > 0 && from > before && (marks.indexOf(text[from - 1]) < 0 || /\d/.test(text[from - 2] || ""))) {
      from -= 1;
    }
    var to = figure.to;
    while (to < text.length && marks.indexOf(text[to]) < 0) {
      to += 1;
    }
    return text.slice(from, to);
  }

  /** The section that a sentence opens by its first words: 存在问题： 下一步， */
  function opened(text) {
    return gongkai.asking.sections.filter(function (row) { return gongkai.matches("^(?:存在的?|主要)?(?:" + row[0] + ")[^，：:。；]{0,4}[，：:]", text); })[0];
  }

  /** The sentences of a page, each with what is needed to weigh it. */
  function sentences(page) {
    var before = null;
    var own = page.sentences.map(function (sentence, number) {
      var facts = (page.facts || []).filter(function (fact) { return fact.sentence === number; });
      var mark = gongkai.pattern("mark").test(sentence.text);
      var near = before && before.anchor === sentence.anchor && !mark ? before.text : "";
      before = sentence;
      return {
        page: page, source: sentence, text: sentence.text, bare: bare(sentence.text), mark: mark, near: bare(near),
        head: bare(sentence.section || ""), clauses: clauses(sentence.text, "，,；;：:。！？!?"), figures: figures(sentence, facts)
      };
    });
    own.forEach(function (one, at) {
      one.next = own[at + 1];
      one.previous = own[at - 1];
      one.opens = opened(one.text) || (at && one.head === own[at - 1].head ? own[at - 1].opens : null);
    });
    return own;
  }

  gongkai.bare = bare;
  gongkai.pieces = { sentences: sentences, clauses: clauses, segment: segment };
})();
