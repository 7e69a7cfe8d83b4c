/* The search page: what is asked stands in the address (?q=…&year=2022&sort=date&page=2), what is found below it. */
(function () {
  "use strict";

  var SIZE = 20;
  var SHORT = 12; // a sentence without a word of the query that says nothing: 第一章 总则
  var KEYS = ["column", "year", "agency", "type", "validity"];
  var SHOWN = 8; // values of a choice before a button for the others
  var SLOW = 400; // milliseconds before it says that it is looking
  var make = gongkai.make;
  var field = at("q");
  var site = document.title;
  var run = 0;
  var wide;

  function at(id) {
    return document.getElementById(id);
  }

  function read() {
    var given = new URLSearchParams(location.search);
    var asked = { q: gongkai.words(given.get("q")), filters: {}, sort: given.get("sort") === "date" ? "date" : "", page: Math.max(1, parseInt(given.get("page"), 10) || 1) };
    KEYS.forEach(function (key) {
      if (given.get(key)) {
        asked.filters[key] = gongkai.words(given.get(key));
      }
    });
    return asked;
  }

  /** The address of a search, other than `asked` in what `changes` says. */
  function address(asked, changes) {
    var all = Object.assign({ q: asked.q }, asked.filters, { sort: asked.sort, page: "" }, changes);
    var made = new URLSearchParams();
    Object.keys(all).forEach(function (key) {
      if (all[key]) {
        made.append(key, all[key]);
      }
    });
    return gongkai.carry("?" + made);
  }

  function go(href, focus, instead) {
    try {
      history[instead ? "replaceState" : "pushState"](null, "", href);
    } catch (error) {
      location.href = href;
      return;
    }
    search();
    if (focus) {
      at("asked").focus();
      window.scrollTo(0, 0);
    }
  }

  function link(href, words, attributes) {
    return make("a", Object.assign({ href: href, "data-go": "" }, attributes), words);
  }

  /** A value that stands in the address is offered, too, though it is not among the most frequent. */
  function offer(list, value) {
    var known = Array.prototype.some.call(list.querySelectorAll("a"), function (one) { return one.getAttribute("data-value") === value; });
    if (value && !known) {
      list.append(make("li", {}, make("a", { "data-value": value }, make("span", {}, value))));
    }
  }

  /** Which choices are made, in the links and above them. */
  function showChoices(asked) {
    var chosen = [];
    document.querySelectorAll("[data-key]").forEach(function (list) {
      var key = list.getAttribute("data-key");
      offer(list, asked.filters[key]);
      list.querySelectorAll("a").forEach(function (one) {
        var value = one.getAttribute("data-value");
        var change = {};
        change[key] = value;
        one.href = address(asked, change);
        one.setAttribute("data-go", "stay");
        if (value === (asked.filters[key] || "")) {
          one.setAttribute("aria-current", "page");
          if (value) {
            chosen.push(one.firstChild.textContent);
          }
        } else {
          one.removeAttribute("aria-current");
        }
      });
    });
    at("choices").querySelector("summary span").textContent = chosen.join("、") || "全部";
  }

  /** Values of a choice behind the first eight go behind a button. */
  function shorten(list) {
    var over = Array.prototype.filter.call(list.children, function (one) {
      return !one.hidden && !one.firstChild.hasAttribute("aria-current");
    }).slice(SHOWN);
    if (over.length > 1 && !list.hasAttribute("data-all")) {
      var more = make("button", { type: "button", "class": "button" }, "其他" + over.length + "个");
      over.forEach(function (one) { one.hidden = true; });
      list.append(make("li", {}, more));
      more.addEventListener("click", function () {
        list.setAttribute("data-all", "");
        over.forEach(function (one) { one.hidden = false; });
        over[0].firstChild.focus();
        more.parentNode.remove();
      });
    }
  }

  /** How many results each choice would leave; choices that would leave none go. `counts` may be empty. */
  function showCounts(counts) {
    document.querySelectorAll("[data-key]").forEach(function (list) {
      var known = counts[list.getAttribute("data-key")];
      var all = Object.keys(known || {}).reduce(function (sum, value) { return sum + known[value]; }, 0);
      var left = false;
      if (list.lastElementChild.firstChild.type === "button") {
        list.lastElementChild.remove();
      }
      list.querySelectorAll("a").forEach(function (one) {
        var value = one.getAttribute("data-value");
        var words = one.firstChild;
        var number = value ? (known && known[value]) || 0 : all;
        var needed = !known || number > 0 || one.hasAttribute("aria-current");
        if (words.nextSibling) {
          words.nextSibling.remove();
        }
        if (known) {
          one.append(make("b", {}, String(number)));
        }
        one.setAttribute("aria-label", list.previousElementSibling.textContent + "：" + words.textContent + (known ? "，" + number + "条" : ""));
        one.parentNode.hidden = !needed;
        left = left || (value && needed);
      });
      list.parentNode.hidden = !left;
      shorten(list);
    });
  }

  /** The choices stand beside the results where there is room, else they fold away. */
  function open() {
    var choices = at("choices");
    wide = getComputedStyle(at("results")).display === "grid";
    if (!wide && choices.contains(document.activeElement)) {
      choices.firstElementChild.focus();
    }
    choices.open = wide;
  }

  /** A phone says that its window changes, too, when a keyboard or a bar comes and goes. */
  function reopen() {
    if (!at("results").hidden && wide !== (getComputedStyle(at("results")).display === "grid")) {
      open();
    }
  }

  /** A text with its words marked, as nodes. */
  function marked(text, marks) {
    var place = 0;
    var found = [];
    marks.forEach(function (mark) {
      found.push(text.slice(place, mark[0]), make("mark", { "class": "hit" }, text.slice(mark[0], mark[1])));
      place = mark[1];
    });
    return found.concat(text.slice(place));
  }

  /** The sentence, or what stands around its first word when it is long. */
  function excerpt(hit) {
    var long = 160;
    var text = hit.sentence || "";
    var from = 0;
    var marks = hit.marks || [];
    if (text.length > long && marks.length && marks[0][0] > long / 2) {
      from = marks[0][0] - 30;
    }
    var to = Math.min(text.length, from + long);
    var inside = marks.filter(function (mark) { return mark[0] >= from && mark[1] <= to; }).map(function (mark) { return [mark[0] - from, mark[1] - from]; });
    return [from ? "…" : ""].concat(marked(text.slice(from, to), inside), to < text.length ? "…" : "");
  }

  /** The page of a hit, at the sentence, told which words to mark there. */
  function target(hit) {
    var words = {};
    (hit.marks || []).forEach(function (mark) { words[hit.sentence.slice(mark[0], mark[1]).trim()] = true; });
    var query = Object.keys(words).filter(Boolean).slice(0, 8).join("|");
    var anchor = hit.anchor ? "#" + encodeURIComponent(hit.anchor) : "";
    return gongkai.carry(gongkai.root + hit.url + (query && anchor ? "?" + new URLSearchParams({ m: query }) : "") + anchor);
  }

  function badge(validity) {
    var known = Array.prototype.filter.call(at("badges").children, function (one) { return one.getAttribute("data-state") === validity; })[0];
    return known ? known.cloneNode(true) : "";
  }

  function factLine(fact) {
    var words = "数据：" + fact.name + " " + fact.raw + (fact.period ? "（" + fact.period + "）" : "");
    return make("li", {}, make("a", { href: gongkai.carry(gongkai.root + fact.row_url), "class": "bare" }, words));
  }

  function item(hit, exact) {
    var made = make("li", {}, make("h2", {}, make("a", { href: target(hit), "class": "bare" }, hit.title)));
    var facts = make("ul", { "class": "facts" });
    if (hit.sample && document.querySelector(".demo")) {
      made.firstChild.append(" ", make("span", { "class": "sample" }, "示例"));
    }
    if (hit.sentence && (hit.marks.length || hit.sentence.length > SHORT)) {
      made.append(make.apply(null, ["p", { "class": "excerpt" }].concat(excerpt(hit))));
    }
    if (hit.facts && hit.facts.length) {
      made.append(make.apply(null, ["ul", { "class": "told-facts" }].concat(hit.facts.slice(0, 3).map(factLine))));
    }
    [exact ? make("mark", { "class": "hit" }, hit.number) : hit.number, hit.column, hit.agency, (hit.date && gongkai.day(hit.date)) || (hit.year && hit.year + "年度"), hit.others ? "另有 " + hit.others + " 句也提到" : ""].filter(Boolean).forEach(function (words) {
      facts.append(make("li", {}, words));
    });
    if (hit.validity && badge(hit.validity)) {
      facts.append(make("li", { "class": "standing" }, badge(hit.validity)));
    }
    made.append(facts);
    return made;
  }

  /** 云江府发〔2023〕2号 and 云江府发2023第2号 are one. */
  function bare(text) {
    return text.normalize("NFKC").replace(/[^\u3400-\u9fff0-9a-z]|[第号年]/gi, "").toLowerCase();
  }

  /** The hits behind the first `already` ones, which stay where they are. */
  function showHits(asked, found, already) {
    var number = bare(asked.q);
    var numbered = at("numbered");
    var exact = already || asked.page > 1 || !/[0-9]/.test(number) ? function () { return false; } : function (hit) {
      return hit.number && bare(hit.number) === number;
    };
    if (!already) {
      numbered.lastElementChild.textContent = at("hits").textContent = "";
    }
    found.hits.slice(already).forEach(function (hit) {
      (exact(hit) ? numbered.lastElementChild : at("hits")).append(item(hit, exact(hit)));
    });
    numbered.hidden = !numbered.lastElementChild.children.length;
    at("hits").hidden = at("count").hidden = !at("hits").children.length && !numbered.hidden;
    at("numbered-head").textContent = "文号对上了 " + numbered.lastElementChild.children.length + " 份";
  }

  function showCount(asked, found) {
    var order = asked.sort ? "最新的在前" : "最相关的在前";
    var words = "找到 " + found.total + (found.more ? " 条以上" : " 条") + "，" + order + (asked.page > 1 ? "，第 " + asked.page + " 页" : "");
    at("found").textContent = words;
    gongkai.say(words);
    at("sort").textContent = asked.sort ? "按相关排" : "按日期排";
    at("sort").href = address(asked, { sort: asked.sort ? "" : "date" });
    at("sort").setAttribute("data-go", "stay");
    at("meant").hidden = !found.suggestion;
    at("meant").lastChild.textContent = found.suggestion;
    at("meant").lastChild.href = address(asked, { q: found.suggestion });
    at("meant").lastChild.setAttribute("data-go", "");
  }

  function showPages(asked, found) {
    var last = Math.max(1, Math.ceil(found.total / SIZE));
    var list = at("pages").firstElementChild;
    var before = 0;
    function put(node) {
      list.append(make("li", {}, node));
    }
    function to(page) {
      return address(asked, { page: page > 1 ? page : "" });
    }
    list.textContent = "";
    at("pages").hidden = last < 2;
    if (asked.page > 1) {
      put(link(to(asked.page - 1), "上一页", { rel: "prev" }));
    }
    for (var page = 1; page <= last; page += 1) {
      if (page === 1 || page === last || Math.abs(page - asked.page) < 2) {
        if (page > before + 1) {
          put(make("span", {}, "…"));
        }
        put(link(to(page), String(page), Object.assign({ "aria-label": "第" + page + "页" }, page === asked.page ? { "aria-current": "page" } : {})));
        before = page;
      }
    }
    if (asked.page < last) {
      put(link(to(asked.page + 1), "下一页", { rel: "next" }));
    }
    put(make("span", {}, found.more ? "还有更多" : "共" + last + "页"));
  }

  function showNone(asked) {
    var limited = Object.keys(asked.filters).length > 0;
    var wide = {};
    KEYS.forEach(function (key) { wide[key] = ""; });
    at("none-head").textContent = "没有找到“" + asked.q + "”";
    at("wider").hidden = !limited;
    at("wider").firstChild.href = address(asked, wide);
    at("wider").firstChild.setAttribute("data-go", "");
    gongkai.say("没有找到“" + asked.q + "”");
  }

  function tell(words) {
    at("told").textContent = words;
    at("told").hidden = !words;
    if (words) {
      gongkai.say(words);
    }
  }

  /** The first hits, as soon as they are there; what would move later comes with the others. */
  function showFirst(asked, found) {
    tell("");
    at("results").hidden = false;
    ["none", "ways", "pages"].forEach(function (id) { at(id).hidden = true; });
    showChoices(asked);
    showCounts({});
    showHits(asked, found, 0);
    showCount(asked, found);
    open();
  }

  function show(asked, found, already) {
    var any = !found.failed && (found.total > 0 || Boolean(found.suggestion));
    if (any && !already) {
      showFirst(asked, found);
    } else if (any) {
      showHits(asked, found, already);
    }
    if (any) {
      showPages(asked, found);
    }
    tell(found.failed ? "搜索数据没有读到。请检查网络后再试；也可以按栏目找。" : "");
    at("results").hidden = !any && !already;
    at("results").setAttribute("aria-busy", "false");
    at("none").hidden = found.failed || found.total > 0;
    at("ways").hidden = !found.failed;
    if (!found.failed && !found.total) {
      showNone(asked);
    }
    at("answer").dispatchEvent(new CustomEvent("asked", { detail: { query: asked.q, page: asked.page, results: found } }));
  }

  function showNothing() {
    ["results", "none"].forEach(function (id) { at(id).hidden = true; });
    at("ways").hidden = false;
    at("asked").textContent = "搜索";
    document.title = site;
  }

  function search() {
    var asked = read();
    var mine = run += 1;
    field.value = asked.q;
    if (!asked.q) {
      showNothing();
      return;
    }
    at("asked").textContent = "“" + asked.q + "”的搜索结果";
    document.title = "“" + asked.q.slice(0, 40) + "”的搜索结果 · " + site;
    at("results").setAttribute("aria-busy", "true");
    at("answer").hidden = true;
    var already = 0;
    var options = { limit: SIZE, offset: (asked.page - 1) * SIZE, filters: asked.filters, sort: asked.sort, early: early };
    var slow = window.setTimeout(function () { tell("正在找…"); }, SLOW);
    function early(found) {
      already = mine === run ? found.hits.length : 0;
      if (already) {
        window.clearTimeout(slow);
        showFirst(asked, found);
      }
    }
    function done(found) {
      window.clearTimeout(slow);
      if (mine === run && found.total && !found.hits.length && asked.page > 1) {
        go(address(asked, { page: Math.ceil(found.total / SIZE) }), false, true);
      } else if (mine === run) {
        show(asked, found, already);
        count(found);
      }
    }
    function count(found) {
      if (found.total) {
        gongkai.searchCounts(asked.q, options, function (counts) {
          if (mine === run) {
            showCounts(counts);
          }
        });
      }
    }
    if (!gongkai.search) {
      // on its way while search.js is read
      document.head.append(make("link", { rel: "preload", as: "script", href: gongkai.root + "search/index.js" }));
    }
    gongkai.load("search.js", function (ok) {
      if (ok && gongkai.search) {
        gongkai.search(asked.q, options, done);
      } else {
        done({ failed: true, hits: [], total: 0 });
      }
    });
  }

  document.addEventListener("click", function (event) {
    var one = event.target.closest && event.target.closest("a[data-go]");
    if (one && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
      event.preventDefault();
      go(one.href, one.getAttribute("data-go") !== "stay");
    }
  });
  field.form.addEventListener("submit", function (event) {
    var words = gongkai.words(field.value);
    event.preventDefault();
    if (!words) {
      tell("请输入要查的词，至少一个字。");
      field.focus();
      return;
    }
    go(address(read(), { q: words, page: "" }), false);
    if (matchMedia("(pointer: coarse)").matches) {
      field.blur();
    }
  });
  window.addEventListener("popstate", search);
  window.addEventListener("resize", reopen);
  gongkai.onchange(reopen);
  search();
})();
