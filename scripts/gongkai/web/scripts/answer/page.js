/* 问一问: questions and answers, the latest first; they stay in this page, and the address has the last question. */
(function () {
  "use strict";

  var WHY = { place: "本站只有本地的文件。", personal: "这类问题，本站没有可以公开的回答。" };
  var make = gongkai.make;
  var field = at("question");
  var site = document.title;
  var talked = at("talked");
  var run = 0;

  function at(id) {
    return document.getElementById(id);
  }

  function asked() {
    return gongkai.words(new URLSearchParams(location.search).get("q"));
  }

  function address(words) {
    return gongkai.carry("?" + new URLSearchParams({ q: words }));
  }

  function tell(words) {
    at("told").textContent = words;
    at("told").hidden = !words;
    if (words) {
      gongkai.say(words);
    }
  }

  function button(words, act, attributes) {
    var made = make("button", Object.assign({ type: "button", "class": "button" }, attributes), words);
    made.addEventListener("click", act);
    return made;
  }

  function way(name) {
    var known = document.querySelector('[data-way="' + name + '"]');
    return known ? make("li", {}, known.cloneNode(true)) : "";
  }

  function refused(words, made) {
    var search = way("search");
    search.firstChild.href += address(words);
    search.firstChild.className = "bare";
    search.firstChild.textContent = "看“" + words.slice(0, 40) + "”的搜索结果";
    return [
      make("p", { "class": "by" }, make("b", {}, "没有找到")),
      make("p", {}, (WHY[made.why] || "") + "本站公开的文件里没有可以引用的原句，所以不回答。您可以："),
      make("ul", {}, way("hotline"), way("apply"), search)
    ];
  }

  function failed(item) {
    return [
      make("p", { "class": "by" }, make("b", {}, "没有读到")),
      make("p", {}, "回答要用的数据没有读到。请检查网络后再试；也可以按栏目找。"),
      make("p", {}, button("再试一次", function () { answer(item); field.focus(); }))
    ];
  }

  function further(made) {
    var row = make("p", { "class": "actions" });
    row.append(button("朗读", function () {
      gongkai.withReader(function (reader) { reader.say(made.sentence); });
    }, { "class": "button if-speech" }));
    if (made.followups.length) {
      row.append(make("span", {}, "还可以问："));
    }
    made.followups.forEach(function (words) {
      row.append(button(words, function () { ask(words, true); }));
    });
    return row;
  }

  function found(made) {
    var by = make("p", { "class": "by" }, make("b", {}, gongkai.shown.title(made)), make("small", {}, gongkai.shown.BY));
    return [by].concat(gongkai.shown(made), further(made));
  }

  /** Whom to call before anything else; "" when nothing burns. */
  function urgent(words) {
    var row = (gongkai.asking ? gongkai.asking.urgent : []).filter(function (one) { return gongkai.matches(one[0], words); })[0];
    return row ? make("p", { "class": "told" }, "急事请马上打 ", make("a", { href: "tel:" + row[1].slice(0, 3) }, row[1]), "。") : "";
  }

  function put(item, parts) {
    var box = make("div", { "class": "boxed answer" }, urgent(item.words));
    box.append.apply(box, parts);
    item.lastChild.replaceWith(box);
  }

  /** Answer the question of an item of the list. */
  function answer(item) {
    var words = item.words;
    var mine = run += 1;
    item.lastChild.replaceWith(make("p", {}, "正在找…"));
    function done(made) {
      put(item, made.why === "failed" ? failed(item) : made.found ? found(made) : refused(words, made));
      if (mine === run) {
        item.firstChild.scrollIntoView({ block: "nearest" });
      }
    }
    gongkai.load("answer.js", function (ok) {
      gongkai.load("shown.js", function (shows) {
        if (ok && shows) {
          gongkai.answer(words, done);
        } else {
          done({ why: "failed" });
        }
      });
    });
  }

  /** The question on top of the list, as it was answered before or anew. */
  function show(words) {
    var item = Array.prototype.filter.call(talked.children, function (one) { return one.words === words; })[0];
    document.title = "“" + words.slice(0, 40) + "” · " + site;
    field.value = words;
    at("talk").hidden = false;
    if (!item) {
      item = make("li", {}, make("h3", { tabindex: "-1" }, "问：" + words), make("p", {}));
      item.words = words;
      talked.prepend(item);
      answer(item);
    } else if (item !== talked.firstChild) {
      talked.prepend(item);
    }
    return item;
  }

  function ask(words, move) {
    tell("");
    if (words !== asked()) {
      try {
        history.pushState(null, "", address(words));
      } catch (error) { /* the address of a file may have to stay */ }
    }
    var item = show(words);
    if (move) {
      item.firstChild.focus();
    }
  }

  function arrive() {
    if (asked()) {
      show(asked());
    } else {
      field.value = "";
      document.title = site;
    }
  }

  field.form.addEventListener("submit", function (event) {
    var words = gongkai.words(field.value);
    event.preventDefault();
    if (words) {
      ask(words, false);
    } else {
      tell("请输入要问的话，至少一个字。");
    }
    field.focus();
    field.select();
  });
  document.querySelectorAll("#examples a").forEach(function (one) {
    one.addEventListener("click", function (event) {
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
        event.preventDefault();
        ask(new URLSearchParams(one.search).get("q"), true);
      }
    });
  });
  field.addEventListener("focus", function () { ["search.js", "answer.js", "shown.js"].forEach(function (file) { gongkai.load(file, function () {}); }); }, { once: true });
  window.addEventListener("popstate", arrive);
  arrive();
})();
