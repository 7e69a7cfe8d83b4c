/* What of a query the index knows, as search/matching.py has it: terms, readers' words, and what sounds alike. */
(function () {
  "use strict";

  var engine = gongkai.engine;

  function room(kept, n) {
    var before = n ? kept[n - 1].start : -9;
    var after = n + 1 < kept.length ? kept[n + 1].start : 999;
    return after - before;
  }

  function frequent(pair) {
    var place = engine.root.frequent.indexOf(pair);
    while (place % 2 === 1) {
      place = engine.root.frequent.indexOf(pair, place + 1);
    }
    return place;
  }

  /** The most frequent of the pairs, else the lightest, else the one whose neighbours are nearest. */
  function dispensable(kept) {
    var best = 0;
    var least = null;
    kept.forEach(function (term, n) {
      var cost = term.rank >= 0 ? [0, term.rank, 0] : [1, term.weight, room(kept, n)];
      if (!least || (cost[0] - least[0] || cost[1] - least[1] || cost[2] - least[2]) < 0) {
        least = cost;
        best = n;
      }
    });
    return best;
  }

  /** Terms whose shards are loaded: not more files than allowed. */
  function chosen(terms) {
    var kept = terms.slice();
    kept.forEach(function (term) {
      term.shard = engine.shard(term.text);
      term.rank = engine.isPair(term.text) ? frequent(term.text) : -1;
    });
    while (new Set(kept.map(function (term) { return term.shard; })).size > engine.rules.shards) {
      kept.splice(dispensable(kept), 1);
    }
    return kept;
  }

  /** Readers' words in the query: the longest of those that overlap. */
  function words(match) {
    var found = [];
    Array.from(match.shards.keys()).sort(function (a, b) { return a - b; }).forEach(function (number) {
      match.shards.get(number).says.forEach(function (rest, say) {
        var blank = rest.indexOf(" ");
        for (var start = match.text.indexOf(say); start >= 0; start = match.text.indexOf(say, start + 1)) {
          found.push({ start: start, end: start + say.length, official: rest.slice(0, blank).split(","), text: rest.slice(blank + 1) });
        }
      });
    });
    found.sort(function (a, b) { return a.start - a.end - b.start + b.end || a.start - b.start; });
    var kept = [];
    found.forEach(function (said) {
      if (kept.every(function (other) { return said.end <= other.start || said.start >= other.end; })) {
        said.entry = engine.entry(said.text);
        kept.push(said);
      }
    });
    return kept.sort(function (a, b) { return a.start - b.start; });
  }

  function open(match, term) {
    var number = engine.shard(term);
    return (match.shards.has(number) ? Promise.resolve() : engine.file("s", number).then(function (content) {
      match.shards.set(number, engine.lines(content));
    })).then(function () {
      var text = match.shards.get(number).terms.get(term);
      var entry = text === undefined ? null : engine.entry(text);
      return !entry || entry.whole || !match.whole ? entry : engine.file("t", number).then(function (content) {
        entry.postings = entry.postings.concat(engine.entry(engine.lines(content).terms.get(term) || "").postings);
        entry.whole = true;
        return entry;
      });
    });
  }

  function all(match, terms) {
    return Promise.all(terms.map(function (term) { return open(match, term); }));
  }

  /** Look a query up; `whole` asks for the rest of frequent terms, too. */
  function load(query, whole) {
    return engine.prepare(query).then(function () {
      var match = engine.plan(query);
      var kept = chosen(match.terms);
      match.shards = new Map();
      match.whole = whole;
      match.alike = [];
      match.characters = [];
      match.found = [];
      match.missing = [];
      return all(match, kept.map(function (term) { return term.text; })).then(function (entries) {
        kept.forEach(function (term, n) {
          (entries[n] ? match.found : match.missing).push({ term: term, entry: entries[n] });
        });
        match.found.sort(function (a, b) { return a.term.start - b.term.start || (a.term.text < b.term.text ? -1 : 1); });
        match.said = words(match);
        return match;
      });
    });
  }

  /** The terms that a document holds. */
  function held(match, document) {
    return new Set(match.found.filter(function (one) {
      return one.entry.postings.some(function (posting) { return posting[0] === document; });
    }).map(function (one) { return one.term.text; }));
  }

  /** Pairs and words of letters that a document does not hold; none when too much is missing for a slip of the keyboard. */
  function unheld(match, document) {
    var known = held(match, document);
    var found = match.terms.filter(function (term) {
      var inside = match.said.some(function (said) { return said.start < term.end && term.start < said.end; });
      return !inside && !known.has(term.text) && (engine.isPair(term.text) || /^[a-z]{3,24}$/.test(term.text));
    });
    var pairs = found.filter(function (term) { return engine.isPair(term.text); });
    return pairs.length > engine.rules.alike ? [] : found;
  }

  engine.load = load;
  engine.held = held;
  engine.unheld = unheld;
  engine.openAll = all;
})();
