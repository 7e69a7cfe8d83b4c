/* The answer above the search results, when the query asks for something or names an indicator, and only when it is
   sure. It comes after the results; what the reader already looks at stays where it is. */
(function () {
  "use strict";

  var make = gongkai.make;
  var SURE = 0.75;
  var place = document.getElementById("answer");
  var results = document.getElementById("results");
  var touched = false;
  var run = 0;

  function bare(text) {
    return text.normalize("NFKC").toLowerCase().replace(/[\s“”"？?。]/g, "");
  }

  /** The query as a question: an indicator's name alone asks for its figure. */
  function question(asked) {
    var named = asked.results.hits.slice(0, 4).some(function (hit) {
      return (hit.facts || []).some(function (fact) { return bare(fact.name) === bare(asked.query); });
    });
    return asked.query + (named ? "是多少" : "");
  }

  function sure(made) {
    return made.found && made.kind !== "keyword" && made.score >= SURE;
  }

  function box(made) {
    var head = make("h2", { id: "answer-head" }, gongkai.shown.title(made), make("small", {}, gongkai.shown.BY));
    var section = make("section", { "class": "boxed answer", "aria-labelledby": "answer-head" }, head);
    section.append.apply(section, gongkai.shown(made));
    return section;
  }

  /** Put the box in; whoever has begun to read keeps the line that they are on. */
  function put(made) {
    var active = document.activeElement;
    var kept = results.contains(active) ? active : document.getElementById("hits");
    var still = touched || kept === active;
    var root = document.documentElement;
    var before = kept.getBoundingClientRect().top;
    root.style.overflowAnchor = "none";
    place.append(box(made));
    place.hidden = false;
    if (still) {
      window.scrollBy(0, kept.getBoundingClientRect().top - before);
    }
    window.setTimeout(function () { root.style.overflowAnchor = ""; }, 0);
    gongkai.say(document.getElementById("found").textContent + "。" + gongkai.shown.title(made) + "：" + made.words);
  }

  place.addEventListener("asked", function (event) {
    var asked = event.detail;
    var mine = run += 1;
    place.hidden = true;
    place.textContent = "";
    touched = window.scrollY > 0;
    document.querySelectorAll("[data-ask]").forEach(function (link) {
      link.href = gongkai.carry(link.href.split("?")[0] + "?" + new URLSearchParams({ q: asked.query }));
    });
    if (asked.page !== 1 || asked.results.failed || !asked.results.total) {
      return;
    }
    gongkai.load("shown.js", function () {});
    gongkai.load("answer.js", function (ok) {
      if (ok && mine === run) {
        gongkai.answer(question(asked), function (made) {
          gongkai.load("shown.js", function (shows) {
            if (shows && mine === run && sure(made)) {
              put(made);
            }
          });
        }, /[?&]sort=date/.test(location.search) ? undefined : asked.results);
      }
    });
  });
  ["scroll", "pointerdown", "wheel"].forEach(function (name) {
    window.addEventListener(name, function () { touched = touched || window.scrollY > 0 || name === "pointerdown"; }, { passive: true });
  });
})();
