/* Tables of some length can be sorted by their heads; a report's indicators can be filtered by kind and section, and the
   choice stands in the address (?kind=比率&section=…), so that it can be passed on and the browser's Back undoes it. */
(function () {
  "use strict";

  var LEAST = 8;
  var LONGEST = 40;
  var ORDERS = { number: ["从大到小", "从小到大"], date: ["从新到旧", "从旧到新"], text: ["按拼音", "按拼音倒着"] };
  var make = gongkai.make;

  function all(selector, inside) {
    return Array.prototype.slice.call(inside.querySelectorAll(selector));
  }

  /** The number of a cell, NaN when it has none: 35万余 -> 350000. */
  function number(cell) {
    var kept = cell.getAttribute("data-value");
    var found = cell.textContent.replace(/[,，]/g, "").match(/(-?\d+(?:\.\d+)?)\s*([万亿]?)/);
    if (kept !== null) {
      return parseFloat(kept);
    }
    return found ? found[1] * ({ "万": 1e4, "亿": 1e8 }[found[2]] || 1) : NaN;
  }

  function kindOf(head) {
    return /\bnumber\b/.test(head.className) ? "number" : /\bdate\b/.test(head.className) ? "date" : "text";
  }

  /** Rows in the order of a column, those without a value last; numbers of different kinds are not mixed. */
  function sorted(rows, column, kind, turned, kinds) {
    var items = rows.map(function (row, place) {
      var cell = row.cells[column];
      var words = cell.textContent.trim();
      var value = kind === "number" ? number(cell) : words;
      return { row: row, place: place, value: value, lacks: words === "缺" || value === "" || value !== value, kind: kinds.indexOf(row.getAttribute("data-kind")) };
    });
    items.sort(function (one, other) {
      var found = kind === "number" ? one.value - other.value : one.lacks ? 0 : one.value.localeCompare(other.value, "zh-CN");
      return (kind === "number" && one.kind - other.kind) || one.lacks - other.lacks || (turned ? -found : found) || one.place - other.place;
    });
    return items.map(function (item) { return item.row; });
  }

  function enhance(table, rows) {
    var heads = all("thead th", table);
    var homes = rows.map(function (row) { return row.parentNode; });
    var groups = all("tbody", table);
    var kinds = [];
    var flat = make("tbody", { role: "rowgroup" });
    var status = make("p", { role: "status" });
    var back = make("button", { type: "button", "class": "button", hidden: "" }, "按报告顺序");
    var by = -1;
    var turned = false;
    var chosen = function () { return true; };

    rows.forEach(function (row) {
      var kind = row.getAttribute("data-kind");
      if (kinds.indexOf(kind) < 0) {
        kinds.push(kind);
      }
    });

    function words(count, shown) {
      var column = heads[by];
      var met = kinds.filter(function (kind) { return shown.some(function (row) { return row.getAttribute("data-kind") === kind; }); });
      if (!column) {
        return count + "项";
      }
      var kind = kindOf(column);
      var down = kind === "text" ? turned : !turned;
      var head = (kind === "number" && table.getAttribute("data-year") ? table.getAttribute("data-year") + "年" : "") + column.textContent.trim();
      return "已按" + head + ORDERS[kind][kind === "text" ? +down : +!down] + "排列，" + count + "项" + (kind === "number" && met.length > 1 ? "；" + met.join("、") + "分开排" : "");
    }

    /** Put the rows where they belong now; `aloud` false leaves the status line empty. */
    function show(aloud) {
      var shown = rows.filter(function (row) {
        row.hidden = !chosen(row);
        return !row.hidden;
      });
      heads.forEach(function (head, column) {
        if (column === by) {
          head.setAttribute("aria-sort", (kindOf(head) === "text") === !turned ? "ascending" : "descending");
        } else {
          head.removeAttribute("aria-sort");
        }
      });
      if (by < 0) {
        rows.forEach(function (row, place) { homes[place].append(row); });
      } else {
        sorted(rows, by, kindOf(heads[by]), (kindOf(heads[by]) !== "text") !== turned, kinds).forEach(function (row) { flat.append(row); });
      }
      groups.forEach(function (group) {
        group.hidden = by >= 0 || !all("tr:not(.group)", group).some(chosen);
      });
      back.hidden = by < 0;
      status.textContent = aloud ? words(shown.length, shown) : "";
    }

    heads.forEach(function (head, column) {
      var cells = rows.map(function (row) { return row.cells[column]; });
      var fit = cells.every(function (cell) { return cell.textContent.length <= LONGEST && !/\bc-(unit|sentence)\b/.test(cell.className); });
      if (!fit || head.matches(".unseen")) {
        return;
      }
      var button = make("button", { type: "button" });
      button.append.apply(button, Array.prototype.slice.call(head.childNodes));
      head.append(button);
      button.addEventListener("click", function () {
        turned = by === column && !turned;
        by = column;
        show(true);
      });
    });
    back.addEventListener("click", function () {
      by = -1;
      turned = false;
      show(true);
      all("thead button", table)[0].focus();
    });
    table.classList.add("sortable");
    table.append(flat);
    table.parentNode.parentNode.insertBefore(make("div", { "class": "order" }, status, back), table.parentNode);
    if (kinds[0]) {
      filter(table, rows, homes, kinds, function (test, aloud) {
        chosen = test;
        show(aloud);
      });
    } else {
      back.textContent = "按原来的顺序";
    }
  }

  /** Kinds and sections as links with counts, beside the table; they take the place of the contents. */
  function filter(table, rows, homes, kinds, apply) {
    var page = table.closest(".columns-2");
    var contents = page.querySelector(".contents");
    var choice = {};
    var links = [];
    var nav = make("nav", { "class": "facets", "aria-label": "筛选" });
    var box = make("details", { "class": "filter" }, make("summary", {}, "筛选"), nav);

    /** The ids of the headings above a row; the last is its section's. */
    function section(row) {
      var headings = all(".group [id]", homes[rows.indexOf(row)]);
      return headings.length ? headings[headings.length - 1].id : "";
    }

    function fits(row, kind, part) {
      return (!kind || row.getAttribute("data-kind") === kind) && (!part || section(row) === part);
    }

    function address(name, value) {
      var query = new URLSearchParams(location.search);
      query.delete(name);
      if (value) {
        query.set(name, value);
      }
      return location.pathname + (String(query) && "?" + query);
    }

    function update(aloud) {
      var query = new URLSearchParams(location.search);
      ["kind", "section"].forEach(function (name) {
        var value = query.get(name) || "";
        choice[name] = links.some(function (each) { return each.name === name && each.value === value; }) ? value : "";
      });
      draw(aloud);
    }

    function draw(aloud) {
      links.forEach(function (each) {
        var kind = each.name === "kind" ? each.value : choice.kind;
        var part = each.name === "section" ? each.value : choice.section;
        each.count.textContent = rows.filter(function (row) { return fits(row, kind, part); }).length;
        each.link.href = address(each.name, each.value);
        if (choice[each.name] === each.value) {
          each.link.setAttribute("aria-current", "true");
        } else {
          each.link.removeAttribute("aria-current");
        }
      });
      apply(function (row) { return fits(row, choice.kind, choice.section); }, aloud);
    }

    function add(list, name, value, label) {
      var count = make("b");
      var link = make("a", {}, make("span", {}, label), " ", count);
      links.push({ name: name, value: value, link: link, count: count });
      list.append(make("li", {}, link));
      link.addEventListener("click", function (event) {
        if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
          return;
        }
        event.preventDefault();
        choice[name] = value;
        try {
          history.pushState(null, "", address(name, value));
        } catch (error) { /* a browser that keeps the address of a file as it is */ }
        draw(true);
      });
    }

    function facet(title, name, values) {
      var list = make("ul");
      values.forEach(function (pair) { add(list, name, pair[0], pair[1]); });
      if (values.length > 2) {
        nav.append(make("section", {}, make("h2", {}, title), list));
      }
    }

    function sections() {
      var above = "";
      return all(".group", table).map(function (row) {
        var headings = all("[id]", row);
        var last = headings[headings.length - 1];
        above = row.querySelector("h2") ? (row.querySelector("h2").textContent.match(/^[一二三四五六七八九十]+、/) || [""])[0] : above;
        return [last.id, (last.tagName === "H2" ? "" : above) + last.textContent.trim().replace(/。$/, "")];
      });
    }

    facet("类型", "kind", [["", "全部"]].concat(kinds.map(function (kind) { return [kind, kind]; })));
    facet("章节", "section", [["", "全部章节"]].concat(sections()));
    if (contents) {
      contents.hidden = true;
    }
    page.classList.add("faceted");
    page.insertBefore(box, page.firstChild);
    box.open = getComputedStyle(table).display === "table";
    window.addEventListener("popstate", function () { update(true); });
    update(location.search.indexOf("kind=") > 0 || location.search.indexOf("section=") > 0);
  }

  all(".prose table", document).forEach(function (table) {
    var rows = all("tbody tr:not(.group)", table);
    var spans = all("[colspan], [rowspan]", table).filter(function (cell) { return !cell.closest(".group"); });
    if (rows.length >= LEAST && !spans.length && all("thead tr", table).length === 1) {
      enhance(table, rows);
    }
  });
})();
