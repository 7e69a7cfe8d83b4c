/* Tables marked data-sortable are sorted by their heads: buttons that say what they did. The rows of a report's sections leave
   their groups meanwhile, and go back by 按报告顺序. */
(function () {
  "use strict";

  var LONGEST = 40;
  var ORDERS = { number: ["从大到小", "从小到大"], date: ["从新到旧", "从旧到新"], text: ["的拼音顺序", "的拼音倒序"] };
  var make = gongkai.make;

  function all(selector, inside) {
    return Array.prototype.slice.call(inside.querySelectorAll(selector));
  }

  function kind(row) {
    return row.getAttribute("data-kind");
  }

  /** The number of a cell, NaN when it has none: 35万余 -> 350000. */
  function number(cell) {
    var kept = cell.getAttribute("data-value");
    var found = cell.textContent.replace(/[,，]/g, "").replace(/[−－]/g, "-").match(/(-?\d+(?:\.\d+)?)\s*([万亿]?)/);
    if (kept !== null) {
      return parseFloat(kept);
    }
    return found ? found[1] * ({ "万": 1e4, "亿": 1e8 }[found[2]] || 1) : NaN;
  }

  function type(head) {
    return (head.className.match(/\b(?:number|date)\b/) || ["text"])[0];
  }

  function weigh(one, other) {
    return typeof one === "number" ? one - other : one.localeCompare(other, "zh-CN");
  }

  /** Rows in the order of a column, those without a value last; numbers of different kinds are not mixed. */
  function sorted(state) {
    var numeric = type(state.heads[state.by]) === "number";
    var items = state.rows.map(function (row, place) {
      var value = numeric ? number(row.cells[state.by]) : row.cells[state.by].textContent.trim();
      return { row: row, place: place, value: value, lacks: value === "" || value === "缺" || value !== value, kind: numeric ? state.kinds.indexOf(kind(row)) : 0 };
    });
    items.sort(function (one, other) {
      var found = one.lacks || other.lacks ? 0 : weigh(one.value, other.value);
      return one.kind - other.kind || one.lacks - other.lacks || (state.down ? -found : found) || one.place - other.place;
    });
    return items.map(function (item) { return item.row; });
  }

  /** 已按2022年数值从大到小排列，58项；数量、比率分开排 */
  function words(state) {
    var shown = state.rows.filter(state.fits);
    var head = state.heads[state.by];
    var year = state.table.getAttribute("data-year");
    if (!head) {
      return shown.length + "项";
    }
    var numeric = type(head) === "number";
    var kinds = state.kinds.filter(function (each) { return each && shown.some(function (row) { return kind(row) === each; }); });
    return "已按" + (numeric && year ? year + "年" : "") + head.textContent.trim() + ORDERS[type(head)][+(state.down === (type(head) === "text"))] +
      "排列，" + shown.length + "项" + (numeric && kinds.length > 1 ? "；" + kinds.join("、") + "分开排" : "");
  }

  /** Put the rows where they belong now; `aloud` false leaves the status line empty. */
  function show(state, aloud) {
    state.rows.forEach(function (row, place) {
      row.hidden = !state.fits(row);
      state.homes[place].append(row);
    });
    if (state.by >= 0) {
      state.flat.append.apply(state.flat, sorted(state));
    }
    state.bodies.forEach(function (body) {
      body.hidden = state.by >= 0 || !state.rows.some(function (row, place) { return state.homes[place] === body && state.fits(row); });
    });
    state.heads.forEach(function (head, column) {
      head[column === state.by ? "setAttribute" : "removeAttribute"]("aria-sort", state.down ? "descending" : "ascending");
    });
    state.back.hidden = state.by < 0;
    state.status.textContent = aloud ? words(state) : "";
  }

  function addButton(state, head, column) {
    var cells = state.rows.map(function (row) { return row.cells[column]; });
    var fit = cells.every(function (cell) { return cell.textContent.length <= LONGEST && !/\bc-(?:unit|sentence)\b/.test(cell.className); });
    if (!fit || head.matches(".unseen")) {
      return;
    }
    var button = make("button", { type: "button" });
    // on paper the words stand without the button: a repeated head shows no controls
    head.setAttribute("data-words", head.textContent.trim());
    button.append.apply(button, Array.prototype.slice.call(head.childNodes));
    head.append(button);
    button.addEventListener("click", function () {
      state.down = state.by === column ? !state.down : type(head) !== "text";
      state.by = column;
      show(state, true);
    });
  }

  function enhance(table, rows) {
    var state = {
      table: table, rows: rows, heads: all("thead th", table), bodies: all("tbody", table), by: -1, down: false,
      homes: rows.map(function (row) { return row.parentNode; }),
      kinds: rows.map(kind).filter(function (each, place, kinds) { return kinds.indexOf(each) === place; }),
      fits: function () { return true; },
      flat: make("tbody", { role: "rowgroup" }),
      status: make("p", { role: "status" }),
      back: make("button", { type: "button", "class": "button", hidden: "" }, kind(rows[0]) ? "按报告顺序" : "按原来的顺序")
    };
    state.heads.forEach(function (head, column) { addButton(state, head, column); });
    state.back.addEventListener("click", function () {
      state.by = -1;
      show(state, true);
      table.querySelector("thead button").focus();
    });
    table.classList.add("sortable");
    table.append(state.flat);
    table.parentNode.parentNode.insertBefore(make("div", { "class": "order" }, state.status, state.back), table.parentNode);
    if (document.querySelector(".filter") && kind(rows[0])) {
      gongkai.filter(table, rows, state.homes, state.kinds, function (test, aloud) {
        state.fits = test;
        show(state, aloud);
      });
    }
  }

  all("table[data-sortable]", document).forEach(function (table) {
    enhance(table, all("tbody tr:not(.group)", table));
  });
})();
