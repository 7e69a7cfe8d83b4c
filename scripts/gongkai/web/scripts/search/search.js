/* gongkai.search(query, options, then): the pages that answer a query, from the static index, in this browser. */
(function () {
  "use strict";

  var engine = gongkai.engine;
  var ALWAYS = 10;
  var FACETS = ["column", "year", "agency", "type", "validity"];
  var FACET_PAGE = 1024;
  var FIELDS = ["url", "title", "kind", "column", "year", "date", "agency", "number", "index", "validity", "sample"];
  var RUN = /[\u3400-\u4dbf\u4e00-\u9fff]+/g;
  var FIRST = 5;
  var last = {}; // the latest ranking, so that further pages of it cost nothing

  function allowed(filters) {
    var asked = FACETS.filter(function (name) { return filters[name]; });
    return function (pages, document) {
      var columns = pages[Math.floor(document / FACET_PAGE)];
      return asked.every(function (name) {
        return engine.root.facets[name][columns[FACETS.indexOf(name)][document % FACET_PAGE]] === filters[name];
      });
    };
  }

  function narrowed(ranked, filters) {
    var wanted = new Set(ranked.map(function (one) { return Math.floor(one.document / FACET_PAGE); }));
    var numbers = Array.from(wanted);
    var holds = allowed(filters);
    return Promise.all(numbers.map(function (number) { return engine.file("f", number); })).then(function (contents) {
      var pages = {};
      contents.forEach(function (content, n) { pages[numbers[n]] = content.split("\n").map(engine.numbers); });
      return ranked.filter(function (one) { return holds(pages, one.document); });
    });
  }

  /** Documents that hold enough of the query, in the order that is wanted. */
  function shown(ranked, sort) {
    var most = ranked.reduce(function (most, one) { return Math.max(most, one.covered); }, 0);
    if (sort === "date") {
      return ranked.filter(function (one) { return one.covered >= most * engine.rules.dated; }).sort(function (a, b) {
        return b.document - a.document;
      });
    }
    return ranked.filter(function (one, place) { return place < ALWAYS || one.covered >= most * engine.rules.relevant; });
  }

  /** What is needed only for queries that are met badly. */
  function needed() {
    return new Promise(function (done, failed) {
      gongkai.load("alike.js", function (ok) { (ok ? done : failed)(); });
    });
  }

  /** The ranking once more with what may have been meant, when the best document holds too little of the query. */
  function better(match, before, step) {
    return before.then(function (ranked) {
      var best = ranked.length ? ranked[0].document : -1;
      var unheld = !ranked.length || ranked[0].covered < engine.rules.doubtful ? engine.unheld(match, best) : [];
      var had = match.alike.length + match.characters.length;
      return !unheld.length ? ranked : needed().then(function () {
        return engine.more[step](match, best, unheld);
      }).then(function () {
        return match.alike.length + match.characters.length > had ? engine.rank(match) : ranked;
      });
    });
  }

  function ranking(query, filters, sort) {
    var filtered = FACETS.some(function (name) { return filters[name]; });
    return engine.load(query, filtered || sort === "date").then(function (match) {
      return better(match, better(match, engine.rank(match), 0), 1).then(function (ranked) {
        return filtered ? narrowed(ranked, filters) : ranked;
      }).then(function (ranked) {
        return { match: match, shown: shown(ranked, sort), wanted: engine.words(match) };
      });
    });
  }

  function hit(ranked, wanted, bare) {
    return engine.file("r", ranked.document).then(function (record) {
      var lines = record.split("\n");
      var name = "c" + ranked.document + "_" + ranked.chunk + "-" + lines[1].substr(ranked.chunk * 4, 4);
      return (lines[1] && !bare ? engine.take(name) : Promise.resolve("\t\t" + lines[2])).then(function (chunk) {
        var found = engine.excerpt(chunk, wanted);
        lines[0].split("\t").forEach(function (value, n) { found[FIELDS[n]] = value; });
        found.sample = found.sample === "1";
        found.doc = ranked.document;
        found.chunk = ranked.chunk;
        found.score = ranked.score;
        return found;
      });
    });
  }

  function suggested(match, hits) {
    var typed = match.text.match(RUN) || [];
    if ((!match.missing.length && !match.alike.length) || typed.length !== 1 || typed[0].length < 3 || typed[0].length > 16) {
      return Promise.resolve("");
    }
    return needed().then(function () {
      return engine.suggestion(match.text, hits.slice(0, 5).map(function (one) { return one.title; }));
    });
  }

  function results(query, options, found) {
    var match = found.match;
    var from = options.offset || 0;
    var window = found.shown.slice(from, from + (options.limit || 20));
    return Promise.all(window.map(function (one) {
      return hit(one, found.wanted, options.titles);
    })).then(function (hits) {
      return (from || options.titles ? Promise.resolve("") : suggested(match, hits)).then(function (meant) {
        return fields(hits, meant);
      });
    });
    function fields(hits, meant) {
      return {
        query: query,
        total: found.shown.length,
        more: match.found.some(function (one) { return !one.entry.whole; }),
        hits: hits,
        said: match.said.map(function (said) {
          return { say: match.text.slice(said.start, said.end), official: said.official };
        }),
        words: Array.from(found.wanted.keys()),
        suggestion: meant,
        failed: false
      };
    }
  }

  /** Find pages; `then` gets {query, total, more, hits, said, words, suggestion, failed}.
      options: limit (20), offset, filters {column, year, agency, type, validity}, sort ("date"), titles (no sentences),
      early (a function that gets the first five hits before the others are loaded). */
  gongkai.search = function (query, options, then) {
    var filters = options.filters || {};
    var sort = options.sort || "";
    var key = JSON.stringify([query, FACETS.map(function (name) { return filters[name] || ""; }), sort]);
    if (last.key !== key) {
      last = { key: key, ranking: engine.openRoot().then(function () { return ranking(query, filters, sort); }) };
    }
    last.ranking.then(function (found) {
      return !options.early ? found : results(query, Object.assign({}, options, { limit: FIRST }), found).then(function (first) {
        options.early(first);
        return found;
      });
    }).then(function (found) {
      return results(query, options, found);
    }).then(then, function () {
      last = {};
      then({ query: query, total: 0, more: false, hits: [], said: [], words: [], suggestion: "", failed: true });
    });
  };

  /** The values that results can be narrowed by: then({column: […], year: […], …}). */
  gongkai.searchFacets = function (then) {
    engine.openRoot().then(function (root) { then(root.facets); }, function () { then({}); });
  };
})();
