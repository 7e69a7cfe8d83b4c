/* Suggestions below the search field: titles with their numbers, each a way to its page, and the words of documents for
   readers' words, each a search; ↑ ↓ choose, Enter opens, Esc closes. */
(function () {
  "use strict";

  var REST = 250; // milliseconds after the last key
  var MOST = 6;
  var WORDS = 2;
  var field = document.getElementById("q");
  var timer = 0;
  var active = -1;
  var asked = "";
  var options = []; // {words, more, href}
  var list;

  function tell(name, value) {
    field.setAttribute("aria-" + name, value);
  }

  function point(place) {
    active = place;
    Array.prototype.forEach.call(list.children, function (option, number) {
      option.setAttribute("aria-selected", String(number === place));
    });
    if (place < 0) {
      field.removeAttribute("aria-activedescendant");
    } else {
      tell("activedescendant", "q-" + place);
      list.children[place].scrollIntoView({ block: "nearest" });
    }
  }

  function close() {
    window.clearTimeout(timer);
    asked = "";
    point(-1);
    list.hidden = true;
    tell("expanded", "false");
  }

  function go(place) {
    location.href = gongkai.carry(gongkai.root + options[place].href);
  }

  /** Titles, then what documents say for what the reader says: 年假 -> 搜“带薪年休假”. */
  function offered(found) {
    var words = found.said.map(function (said) { return said.official[0]; }).filter(function (word, place, all) {
      return word && all.indexOf(word) === place && asked.indexOf(word) < 0;
    });
    return found.hits.map(function (hit) {
      return { words: hit.title, more: hit.number, href: hit.url };
    }).concat(words.slice(0, WORDS).map(function (word) {
      return { words: "搜“" + word + "”", more: "", href: "search/index.html?" + new URLSearchParams({ q: word }) };
    }));
  }

  function show(found) {
    options = offered(found);
    list.textContent = "";
    options.forEach(function (one, place) {
      var option = gongkai.make("li", { role: "option", id: "q-" + place, "aria-selected": "false" }, one.words);
      if (one.more) {
        option.append(" ", gongkai.make("small", {}, one.more));
      }
      option.addEventListener("click", function () { go(place); });
      list.append(option);
    });
    active = -1;
    field.removeAttribute("aria-activedescendant");
    list.hidden = !options.length;
    tell("expanded", String(options.length > 0));
    gongkai.say(options.length ? options.length + " 条建议，按上下键选，回车打开" : "没有建议");
  }

  function ask() {
    var text = gongkai.words(field.value);
    asked = text;
    if (!text) {
      close();
      return;
    }
    gongkai.load("search.js", function () {
      if (gongkai.search && text === asked) {
        gongkai.search(text, { limit: MOST, titles: true }, function (found) {
          if (text === asked && !found.failed && document.activeElement === field) {
            show(found);
          }
        });
      }
    });
  }

  function later() {
    window.clearTimeout(timer);
    timer = window.setTimeout(ask, REST);
  }

  function move(step) {
    var count = options.length + 1;
    point((active + 1 + step + count) % count - 1);
  }

  function onKey(event) {
    if (event.isComposing || event.keyCode === 229) {
      return;
    }
    var open = !list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (open) {
        move(event.key === "ArrowDown" ? 1 : -1);
      } else {
        ask();
      }
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      close();
    } else if (event.key === "Enter" && open && active >= 0) {
      event.preventDefault();
      go(active);
    } else if (open && /^(?:Home|End|ArrowLeft|ArrowRight)$/.test(event.key)) {
      point(-1); // the cursor moves in the words: Enter asks for them
    }
  }

  list = gongkai.make("ul", { id: "q-list", role: "listbox", "class": "options", "aria-label": "建议", hidden: "" });
  field.after(list);
  tell("controls", "q-list");
  field.addEventListener("input", function (event) {
    if (!event.isComposing) {
      later();
    }
  });
  field.addEventListener("compositionend", later);
  field.addEventListener("keydown", onKey);
  field.addEventListener("blur", close);
  field.form.addEventListener("submit", close);
  // the field keeps the focus while an option is pressed
  list.addEventListener("mousedown", function (event) { event.preventDefault(); });
  gongkai.load("search.js", function () {});
  gongkai.suggest = later;
})();
