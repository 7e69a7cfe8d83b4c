/* A report's indicators by kind and section: links with counts beside the table. The choice stands in the address
   (?kind=比率&section=…), so that it can be passed on and the browser's Back undoes it. */
(function () {
  "use strict";

  var NUMBER = /^[一二三四五六七八九十]+、/;
  var make = gongkai.make;

  function all(selector, inside) {
    return Array.prototype.slice.call(inside.querySelectorAll(selector));
  }

  /** Value and words of each section; a heading below another begins with that one's number: 二、（一）政务服务. */
  function sections(table) {
    var above = "";
    return all(".group", table).map(function (row) {
      var headings = all("[id]", row);
      var last = headings[headings.length - 1];
      if (headings[0].tagName === "H2") {
        above = (headings[0].textContent.match(NUMBER) || [""])[0];
      }
      return [last.id, (last.tagName === "H2" ? "" : above) + last.textContent.trim().replace(/。$/, "")];
    });
  }

  /** Kind and section of a row that stands in a body. */
  function fact(row, body) {
    var headings = all(".group [id]", body);
    return { kind: row.getAttribute("data-kind"), section: headings.length ? headings[headings.length - 1].id : "" };
  }

  function address(choice) {
    var query = new URLSearchParams(location.search);
    Object.keys(choice).forEach(function (name) {
      query.delete(name);
      if (choice[name]) {
        query.set(name, choice[name]);
      }
    });
    return location.pathname + (String(query) && "?" + query);
  }

  function isPlain(event) {
    return !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  }

  /** `apply(test, aloud)` is called with the test that rows must pass. */
  gongkai.filter = function (table, rows, homes, kinds, apply) {
    var box = document.querySelector(".filter");
    var nav = make("nav", { "class": "facets", "aria-label": "筛选" });
    var choice = { kind: "", section: "" };
    var links = [];
    var facts = rows.map(function (row, place) { return fact(row, homes[place]); });

    function fits(own, wanted) {
      return (!wanted.kind || own.kind === wanted.kind) && (!wanted.section || own.section === wanted.section);
    }

    function draw(aloud) {
      links.forEach(function (each) {
        var wanted = each.with();
        each.count.textContent = facts.filter(function (own) { return fits(own, wanted); }).length;
        each.link.href = address(wanted);
        each.link[choice[each.name] === each.value ? "setAttribute" : "removeAttribute"]("aria-current", "true");
      });
      apply(function (row) { return fits(facts[rows.indexOf(row)], choice); }, aloud);
    }

    /** Take the choice from the address; what the table has not counts as none. */
    function follow() {
      var query = new URLSearchParams(location.search);
      Object.keys(choice).forEach(function (name) {
        var value = query.get(name);
        choice[name] = facts.some(function (own) { return own[name] === value; }) ? value : "";
      });
      draw(Boolean(choice.kind || choice.section));
    }

    function choose(wanted) {
      choice = wanted;
      try {
        history.pushState(null, "", address(choice));
      } catch (error) { /* this browser keeps the address of a file as it is */ }
      draw(true);
    }

    function add(list, name, value, words) {
      var count = make("b");
      var link = make("a", {}, make("span", {}, words), " ", count);
      var entry = { name: name, value: value, link: link, count: count };
      entry.with = function () {
        return name === "kind" ? { kind: value, section: choice.section } : { kind: choice.kind, section: value };
      };
      link.addEventListener("click", function (event) {
        if (isPlain(event)) {
          event.preventDefault();
          choose(entry.with());
        }
      });
      links.push(entry);
      list.append(make("li", {}, link));
    }

    function facet(title, name, values) {
      var list = make("ul");
      if (values.length > 2) {
        values.forEach(function (pair) { add(list, name, pair[0], pair[1]); });
        nav.append(make("section", {}, make("h2", {}, title), list));
      }
    }

    facet("类型", "kind", [["", "全部"]].concat(kinds.map(function (kind) { return [kind, kind]; })));
    facet("章节", "section", [["", "全部章节"]].concat(sections(table)));
    box.append(nav);
    box.open = getComputedStyle(box.parentNode).display === "grid";
    window.addEventListener("popstate", follow);
    follow();
  };
})();
