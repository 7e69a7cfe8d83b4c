/* A card beside a figure of the text: what it is, of which year, where it stands. It opens under a resting mouse and at
   Tab, stays while pointer or focus is in it, and goes at Esc. Touch gets none: the first tap follows the link. */
(function () {
  "use strict";

  var WAIT = 300;
  var GRACE = 250;
  var GAP = 6;
  var LEAST_ROOM = 80;
  var make = gongkai.make;
  var link = null;
  var card = null;
  var timer = 0;
  var tabbed = false;
  // copying may borrow the focus
  var copying = false;

  function figure(node) {
    return node.closest && node.closest(".sentence .fig[aria-description]");
  }

  function holds(node) {
    return Boolean(card && node.nodeType && (card.contains(node) || link.contains(node)));
  }

  function close() {
    clearTimeout(timer);
    if (card) {
      card.remove();
      card = link = null;
    }
  }

  /** 二、主要举措 -> 二、 but a heading without a number stays whole. */
  function short(heading) {
    return (heading.match(/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)/) || [heading])[0];
  }

  /** 二、（一）第二点: numbers of the headings above, and of the point. */
  function place(from, article) {
    var block = from;
    var found = "";
    var level = 9;
    while (block.parentElement !== article) {
      block = block.parentElement;
    }
    var point = block.textContent.trim().match(/^([一二三四五六七八九十]+)是/);
    for (; block; block = block.previousElementSibling) {
      if (/^H[2-6]$/.test(block.tagName) && +block.tagName[1] < level) {
        level = +block.tagName[1];
        found = short(block.textContent.trim()) + found;
      }
    }
    return found + (point ? "第" + point[1] + "点" : "");
  }

  function facts(list) {
    var dl = make("dl");
    list.forEach(function (pair) {
      if (pair[1]) {
        var value = make("dd");
        value.append.apply(value, pair[1]);
        dl.append(make("dt", {}, pair[0]), value);
      }
    });
    return dl;
  }

  function copier(sentence) {
    var button = make("button", { type: "button" }, "复制这句话");
    button.addEventListener("click", function () {
      copying = true;
      gongkai.copy(sentence, function (ok) {
        copying = false;
        button.textContent = ok ? "已复制" : "没有复制成，请选中后复制";
        gongkai.say(button.textContent);
      });
    });
    return button;
  }

  function made() {
    var article = link.closest("article");
    var name = link.getAttribute("aria-description").replace(/，看表$/, "");
    var parts = link.textContent.match(/^(.*[\d余多])(.*)$/) || ["", link.textContent, ""];
    var period = link.getAttribute("data-period");
    var lacks = article.getAttribute("data-lacks");
    var where = place(link, article);
    return make("div", { "class": "card", popover: "manual", role: "group", "aria-label": name },
      make("p", {}, name),
      make("p", { "class": "value" }, parts[1], make("small", {}, parts[2])),
      facts([
        period ? ["时期", [period]] : ["年度", [article.getAttribute("data-year")]],
        ["上年", lacks && [make("span", { "class": "lack" }, "缺"), " 本站没有" + lacks + "年的报告"]],
        ["位置", where && [where]]
      ]),
      make("p", { "class": "acts" }, make("a", { href: link.getAttribute("href") }, "看表中这一行"), copier(link.closest(".sentence").textContent)));
  }

  /** Below the link, or above it when there is more room; never over it, never out of the window. */
  function settle() {
    var at = link.getClientRects()[0];
    var last = link.getBoundingClientRect();
    var width = document.documentElement.clientWidth;
    var below = window.innerHeight - last.bottom - 2 * GAP;
    var above = at.top - 2 * GAP;
    var height = card.offsetHeight;
    var under = height <= below || below >= above;
    var room = under ? below : above;
    if (room < LEAST_ROOM) {
      close();
      return;
    }
    card.style.maxHeight = room + "px";
    var origin = card.getBoundingClientRect();
    var left = Math.max(GAP, Math.min(at.left, width - origin.width - GAP));
    card.style.left = left - origin.left + "px";
    card.style.top = (under ? last.bottom + GAP : at.top - GAP - origin.height) - origin.top + "px";
  }

  function open(target) {
    if (target === link || gongkai.value("mode") === "elder") {
      return;
    }
    close();
    link = target;
    card = made();
    link.after(card);
    if (card.showPopover) {
      card.showPopover();
    }
    settle();
  }

  function later(then, wait) {
    clearTimeout(timer);
    timer = setTimeout(then, wait);
  }

  document.addEventListener("pointerover", function (event) {
    var target = figure(event.target);
    if (event.pointerType === "touch") {
      return;
    }
    if (holds(event.target)) {
      clearTimeout(timer);
    } else if (target) {
      later(function () { open(target); }, WAIT);
    } else if (card && !holds(document.activeElement)) {
      later(close, GRACE);
    } else {
      clearTimeout(timer);
    }
  });

  document.addEventListener("focusin", function (event) {
    var target = figure(event.target);
    if (target && tabbed) {
      open(target);
    } else if (!copying && !holds(event.target)) {
      close();
    }
  });

  document.addEventListener("keydown", function (event) {
    tabbed = event.key === "Tab";
    if (event.key === "Escape" && card) {
      if (card.contains(document.activeElement)) {
        link.focus();
      }
      close();
    }
  });

  document.addEventListener("pointerdown", function (event) {
    tabbed = false;
    if (card && !holds(event.target)) {
      close();
    }
  });
})();
