/* Results narrowed by column, year and so on, and how many each choice would leave, as search/narrowing.py has it. */
(function () {
  "use strict";

  var engine = gongkai.engine;
  var PAGE = 1024;
  var MOST = 2000; // results; more are not counted

  /** A promise of a function: document -> its values, in the order of FACETS. */
  function values(ranked) {
    var numbers = Array.from(new Set(ranked.map(one => Math.floor(one.document / PAGE))));
    return Promise.all(numbers.map(number => engine.file("f", number))).then(contents => {
      var pages = {};
      contents.forEach((content, n) => { pages[numbers[n]] = content.split("\n").map(engine.numbers); });
      return document => engine.FACETS.map((name, n) => {
        return engine.root.facets[name][pages[Math.floor(document / PAGE)][n][document % PAGE]];
      });
    });
  }

  /** Facets whose filter a document does not meet. */
  function unmet(of, filters) {
    return engine.FACETS.filter((name, n) => filters[name] && filters[name] !== of[n]);
  }

  /** A promise of a function: documents -> those that meet the filters. */
  engine.narrowed = (found, filters) => values(found.ranked).then(of => ranked => {
    return ranked.filter(one => !unmet(of(one.document), filters).length);
  });

  engine.counts = (found, options) => {
    var all = engine.shown(found.ranked, options.sort, found.match);
    var counts = {};
    if (all.length > MOST || found.match.found.some(one => !one.entry.whole)) {
      return counts;
    }
    return values(all).then(of => {
      engine.FACETS.forEach(name => { counts[name] = Object.create(null); });
      all.forEach(one => {
        var its = of(one.document);
        var others = unmet(its, options.filters || {});
        engine.FACETS.forEach((name, n) => {
          if (others.every(other => other === name)) {
            counts[name][its[n]] = (counts[name][its[n]] || 0) + 1;
          }
        });
      });
      return counts;
    });
  };
})();
