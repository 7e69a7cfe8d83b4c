/* gongkai.search(query, options, then): the pages that answer a query, from the static index, in this browser. */
(function () {
  "use strict";

  var engine = gongkai.engine;
  var ALWAYS = 10;
  var FIRST = 5;
  var FACETS = ["column", "year", "agency", "type", "validity"];
  var FIELDS = ["url", "title", "kind", "column", "year", "date", "agency", "number", "index", "validity", "sample"];
  var ONE = /^[^\u3400-\u4dbf\u4e00-\u9fff]*[\u3400-\u4dbf\u4e00-\u9fff]{3,16}[^\u3400-\u4dbf\u4e00-\u9fff]*$/; // run of characters
  var last = {}; // the latest ranking, so that further pages of it cost nothing

  /** Documents that hold enough of the query, in the order that is wanted. */
  function shown(ranked, sort, match) {
    // who gives a number wants what bears it, or names it
    var always = match.found.some(one => one.term.text[0] === "#") ? 0 : ALWAYS;
    var most = ranked.reduce((most, one) => Math.max(most, one.covered), 0);
    return sort === "date" ?
      ranked.filter(one => one.covered >= most * engine.rules.dated).sort((a, b) => b.document - a.document) :
      ranked.filter((one, place) => place < always || one.covered >= most * engine.rules.relevant);
  }

  /** A bundle that only some queries need. */
  function need(name) {
    return new Promise((done, failed) => gongkai.load(name, ok => (ok ? done : failed)()));
  }

  /** The ranking once more with what may have been meant, when the best document holds too little of the query. */
  function better(match, before, step) {
    return before.then(ranked => {
      var best = ranked.length ? ranked[0].document : -1;
      var unheld = !ranked.length || ranked[0].covered < engine.rules.doubtful ? engine.unheld(match, best) : [];
      var had = match.alike.length + match.characters.length;
      return !unheld.length ? ranked : need("alike.js").then(() => engine.more[step](match, best, unheld)).then(() => {
        return match.alike.length + match.characters.length > had ? engine.rank(match) : ranked;
      });
    });
  }

  /** The latest ranking, or a new one: {match, ranked, shown, wanted}; `ranked` knows no filters. */
  function ranking(query, options) {
    var filters = options.filters || {};
    var filtered = FACETS.some(name => filters[name]);
    var key = JSON.stringify([query, FACETS.map(name => filters[name] || ""), options.sort]);
    if (last.key !== key) {
      last = { key: key, ranking: engine.openRoot().then(() => engine.load(query, filtered || options.sort === "date")).then(match => {
        return better(match, better(match, engine.rank(match), 0), 1).then(ranked => {
          var found = { match: match, ranked: ranked, shown: shown(ranked, options.sort, match), wanted: engine.words(match) };
          return !filtered ? found : need("narrow.js").then(() => engine.narrowed(found, filters)).then(narrowed => {
            found.shown = narrowed(found.shown);
            found.shown = found.shown.length ? found.shown : shown(narrowed(ranked), options.sort, match);
            return found;
          });
        });
      }) };
    }
    return last.ranking;
  }

  function hit(ranked, wanted, bare) {
    return engine.file("r", ranked.document).then(record => {
      var lines = record.split("\n");
      var name = "c" + ranked.document + "_" + ranked.chunk + "-" + lines[1].substr(ranked.chunk * 4, 4);
      return (lines[1] && !bare ? engine.take(name) : Promise.resolve("\t\t" + lines[2])).then(chunk => {
        var found = Object.assign(engine.excerpt(chunk, wanted), { doc: ranked.document, chunk: ranked.chunk, score: ranked.score });
        lines[0].split("\t").forEach((value, n) => { found[FIELDS[n]] = value; });
        found.sample = found.sample === "1";
        return found;
      });
    });
  }

  function results(query, options, found) {
    var match = found.match;
    var from = options.offset || 0;
    var doubtful = (match.missing.length || match.alike.length) && !from && !options.titles && ONE.test(match.text);
    return Promise.all(found.shown.slice(from, from + (options.limit || 20)).map(one => {
      return hit(one, found.wanted, options.titles);
    })).then(hits => (doubtful ? need("alike.js").then(() => engine.readings()) : Promise.resolve()).then(read => ({
      query: query,
      total: found.shown.length,
      more: match.found.some(one => !one.entry.whole),
      hits: hits,
      said: match.said.map(said => ({ say: said.say, official: said.official })),
      words: Array.from(found.wanted.keys()),
      suggestion: doubtful ? engine.suggestion(match.text, hits.slice(0, 5), read.of) : "",
      failed: false
    })));
  }

  /** Find pages; `then` gets {query, total, more, hits, said, words, suggestion, failed}.
      options: limit (20), offset, filters {column, year, agency, type, validity}, sort ("date"), titles (no sentences),
      early (a function that gets the first five hits before the others are loaded). */
  gongkai.search = (query, options, then) => ranking(query, options).then(found => {
    return !options.early ? found : results(query, Object.assign({}, options, { limit: FIRST }), found).then(first => {
      options.early(first);
      return found;
    });
  }).then(found => results(query, options, found)).then(then, () => {
    last = {};
    then({ query: query, total: 0, more: false, hits: [], said: [], words: [], suggestion: "", failed: true });
  });

  /** How many of a query's results each choice would leave, once all are known: then({year: {2022: 7, …}, …}), else {}. */
  gongkai.searchCounts = (query, options, then) => ranking(query, options).then(found => {
    return need("narrow.js").then(() => engine.counts(found, options));
  }).then(then, () => then({}));

  /** The values that results can be narrowed by: then({column: […], year: […], …}). */
  gongkai.searchFacets = then => engine.openRoot().then(root => then(root.facets), () => then({}));

  engine.FACETS = FACETS;
  engine.shown = shown;
})();
