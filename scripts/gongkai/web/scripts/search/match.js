/* What of a query the index knows, as search/matching.py has it: terms, readers' words, and what sounds alike. */
(function () {
  "use strict";

  var engine = gongkai.engine;
  var SHORT = 3;

  /** How far apart the neighbours of a term stand. */
  function room(kept, n) {
    return (kept[n + 1] || { start: 999 }).start - (kept[n - 1] || { start: -9 }).start;
  }

  /** The rank of a pair among the most frequent ones, or -1. */
  function frequent(pair) {
    var place = engine.root.frequent.indexOf(pair);
    while (place % 2 === 1) {
      place = engine.root.frequent.indexOf(pair, place + 1);
    }
    return pair.length === 2 ? place : -1;
  }

  /** The most frequent of the pairs, else the lightest, else the one whose neighbours are nearest. */
  function dispensable(kept) {
    var best = 0;
    var least;
    kept.forEach((term, n) => {
      var cost = term.rank < 0 ? [1, term.weight, room(kept, n)] : [0, term.rank, 0];
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
    kept.forEach(term => {
      term.shard = engine.shard(term.text);
      term.rank = frequent(term.text);
    });
    while (new Set(kept.map(term => term.shard)).size > engine.rules.shards) {
      kept.splice(dispensable(kept), 1);
    }
    return kept;
  }

  /** Where a text holds pairs of a word, the share of its characters in them (楼上扔东西 of 楼上掉东西, 0.8), and whether
      both ends are. */
  function likeness(say, text) {
    var held = new Set();
    var places = new Set();
    for (var at = 0; at < say.length - 1; at += 1) {
      var start = text.indexOf(say.substr(at, 2));
      if (start >= 0) {
        held.add(at).add(at + 1);
        places.add(start).add(start + 1);
      }
    }
    return { places: places, share: held.size / say.length, both: held.has(0) && held.has(say.length - 1) };
  }

  function documents(match, term) {
    var one = match.found.find(one => one.term.text === term);
    return one ? one.entry.count : frequent(term) < 0 ? 0 : engine.root.documents;
  }

  /** Whether a reader's word is the end of one word and the start of another: 高考 in 提高考核. */
  function isCut(match, say, at) {
    var own = documents(match, say);
    return say.length === 2 && [at - 1, at + 1].every(place => documents(match, match.text.slice(Math.max(0, place), place + 2)) > 2 * own + 2);
  }

  function overlap(one, other) {
    return Array.from(one).some(place => other.has(place));
  }

  /** Readers' words in the query, as they are, or longer ones in other words: the longest of those that overlap. */
  function words(match) {
    var loose = engine.rules.loose;
    var found = [];
    Array.from(match.shards.keys()).sort((a, b) => a - b).forEach(number => match.shards.get(number).says.forEach((rest, say) => {
      function add(places, factor) {
        found.push({ say: say, places: places, start: Math.min.apply(null, Array.from(places)), factor: factor, rest: rest });
      }
      var at = match.text.indexOf(say);
      var like = at < 0 && say.length > SHORT ? likeness(say, match.text) : { share: 0 };
      if (like.share >= loose.sure || (like.both && like.share >= loose.least)) {
        add(like.places, like.share * loose.weight);
      }
      for (; at >= 0; at = match.text.indexOf(say, at + 1)) {
        if (!isCut(match, say, at)) {
          add(new Set(Array.from(say, (one, n) => at + n)), 1);
        }
      }
    }));
    found.sort((a, b) => b.places.size - a.places.size || b.factor - a.factor || a.start - b.start);
    return found.reduce((kept, said) => {
      if (!kept.some(other => overlap(said.places, other.places))) {
        var parts = said.rest.split(" ");
        said.official = parts[0].split(",");
        said.entry = engine.entry(parts[1]);
        kept.push(said);
      }
      return kept;
    }, []).sort((a, b) => a.start - b.start);
  }

  function open(match, term) {
    var number = engine.shard(term);
    return (match.shards.has(number) ? Promise.resolve() : engine.file("s", number).then(content => {
      match.shards.set(number, engine.lines(content));
    })).then(() => {
      var text = match.shards.get(number).terms.get(term);
      var entry = text === undefined ? null : engine.entry(text);
      return !entry || entry.whole || !match.whole ? entry : engine.file("t", number).then(content => {
        entry.postings = entry.postings.concat(engine.entry(engine.lines(content).terms.get(term) || "").postings);
        entry.whole = true;
        return entry;
      });
    });
  }

  engine.openAll = (match, terms) => Promise.all(terms.map(term => open(match, term)));

  /** Look a query up; `whole` asks for the rest of frequent terms, too. */
  engine.load = (query, whole) => engine.prepare(query).then(() => {
    var match = Object.assign(engine.plan(query), { shards: new Map(), whole: whole, alike: [], characters: [], found: [], missing: [] });
    var kept = chosen(match.terms);
    return engine.openAll(match, kept.map(term => term.text)).then(entries => {
      kept.forEach((term, n) => (entries[n] ? match.found : match.missing).push({ term: term, entry: entries[n] }));
      match.found.sort((a, b) => a.term.start - b.term.start || (a.term.text < b.term.text ? -1 : 1));
      match.said = words(match);
      return match;
    });
  });

  /** The terms that a document holds. */
  engine.held = (match, document) => new Set(match.found.filter(one => {
    return one.entry.postings.some(posting => posting[0] === document);
  }).map(one => one.term.text));

  /** The places of a term in the query. */
  engine.places = term => new Set(Array.from({ length: term.end - term.start }, (one, n) => term.start + n));

  /** Pairs and words of letters that a document does not hold; none when too much is missing for a slip of the keyboard. */
  engine.unheld = (match, document) => {
    var known = engine.held(match, document);
    var found = match.terms.filter(term => {
      return !known.has(term.text) && (engine.isPair(term.text) || /^[a-z]{3,24}$/.test(term.text)) &&
        !match.said.some(said => overlap(engine.places(term), said.places));
    });
    return found.filter(term => engine.isPair(term.text)).length > engine.rules.alike ? [] : found;
  };
})();
