/* 朗读: one sentence after another, marked in the page and told to the big caption; its bar, and 点哪读哪. */
(function () {
  "use strict";

  var SPEEDS = ["", "1.25", "1.5", "2", "0.5", "0.75"];
  var NAMES = { "": "标准", 0.5: "很慢", 0.75: "慢", 1.25: "快", 1.5: "更快", 2: "最快" };
  var PLAY = { playing: "暂停", paused: "继续", idle: "从头读" };
  var make = gongkai.make;
  var voice = gongkai.voice;
  var main = document.querySelector("main");
  var list = [];
  var at = 0;
  var state = "idle";
  var pointing = false;
  var stops = []; // blocks that the keyboard reaches while 点哪读哪 is on
  var play = button("", toggle);
  var pace = button("", faster);
  var point = button("点哪读哪", function () { toPoint(!pointing); });
  var told = make("p", {});
  var bar = make("div", { "class": "aloud", role: "group", "aria-label": "朗读" });
  bar.append.apply(bar, [play].concat(moves(), pace, point, told));

  function button(words, act) {
    var made = make("button", { type: "button" }, words);
    made.addEventListener("click", act);
    return made;
  }

  function moves() {
    return [button("停止", stop), button("上一句", previous), button("下一句", next)];
  }

  function show(words) {
    var actions = main.querySelector(".actions");
    var panel = document.getElementById("aids-aloud");
    if (panel && !panel.aloud) {
      panel.aloud = make("p", {});
      panel.append.apply(panel, moves().concat(panel.aloud));
    }
    if (!bar.isConnected && actions) {
      actions.after(bar);
    } else if (!bar.isConnected) {
      main.prepend(bar);
    }
    play.textContent = PLAY[state];
    pace.textContent = "语速：" + NAMES[gongkai.value("speed")];
    point.setAttribute("aria-pressed", String(pointing));
    told.textContent = words || "";
    if (panel) {
      panel.aloud.textContent = words || "";
    }
  }

  function tell(text, start, end) {
    document.dispatchEvent(new CustomEvent("gongkai:sentence", { detail: { text: text, start: start, end: end } }));
  }

  /** The sentence at `at`; pinyin replaces the texts of the page, so they are looked up anew. */
  function sentence() {
    if (list[at] && !list[at].node.isConnected) {
      list = gongkai.sentences();
    }
    return list[at];
  }

  function say() {
    var now = sentence();
    if (!now) {
      rest();
      show("读完了。");
      gongkai.say("读完了。");
      return;
    }
    var words = gongkai.spoken(now.text);
    gongkai.marked.show(now);
    tell(now.text, 0, 0);
    voice.speak({
      text: words.text,
      rate: Number(gongkai.value("speed")) || 1,
      word: function (place, length) {
        var last = Math.min(place + length, words.places.length) - 1;
        // a figure is one piece of the text, however many words it is said in
        var end = words.places.filter(function (each) { return each > words.places[last]; })[0] || now.text.length;
        tell(now.text, words.places[place] || 0, end);
      },
      end: function () {
        at += 1;
        say();
      },
      fail: fail
    });
  }

  function from(place) {
    at = place;
    state = "playing";
    show();
    say();
  }

  function start() {
    list = gongkai.sentences();
    from(0);
    toPoint(pointing);
  }

  function rest() {
    voice.hush();
    state = "idle";
    gongkai.marked.clear();
    tell("", 0, 0);
  }

  function fail(words) {
    rest();
    show(words);
    gongkai.say(words);
  }

  function pause() {
    voice.hush();
    state = "paused";
    show();
  }

  function toggle() {
    if (state === "playing") {
      pause();
    } else if (state === "paused") {
      from(at);
    } else {
      start();
    }
  }

  function stop() {
    var opener = document.querySelector("[data-aloud]");
    var inside = bar.contains(document.activeElement);
    rest();
    toPoint(false);
    show();
    bar.remove();
    if (inside && opener) {
      opener.focus();
    }
  }

  function go(by) {
    if (state === "idle") {
      start();
    } else {
      from(Math.max(0, Math.min(list.length - 1, at + by)));
    }
  }

  function next() {
    go(1);
  }

  function previous() {
    go(-1);
  }

  function faster() {
    gongkai.choose("speed", SPEEDS[(SPEEDS.indexOf(gongkai.value("speed")) + 1) % SPEEDS.length]);
  }

  /** 点哪读哪: a click on a sentence, or Enter on its block, reads from there. */
  function toPoint(on) {
    pointing = on;
    stops.forEach(function (block) { block.removeAttribute("tabindex"); });
    stops = [];
    list.forEach(function (each) {
      if (on && !each.block.hasAttribute("tabindex")) {
        each.block.setAttribute("tabindex", "0");
        stops.push(each.block);
      }
    });
    point.setAttribute("aria-pressed", String(on));
  }

  /** The place in the list of what stands under a point of the window, or of the first sentence of the block around. */
  function placeOf(target, x, y) {
    var block = -1;
    var exact = list.findIndex(function (each, place) {
      if (!each.block.contains(target)) {
        return false;
      }
      block = block < 0 ? place : block;
      return each.ranges().some(function (range) {
        return Array.prototype.some.call(range.getClientRects(), function (box) {
          return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
        });
      });
    });
    return exact < 0 ? block : exact;
  }

  function pick(event, x, y) {
    var place = pointing && !event.target.closest("a, button, summary, input, select") ? placeOf(event.target, x, y) : -1;
    if (place >= 0) {
      from(place);
    }
  }

  main.addEventListener("click", function (event) {
    if (getSelection().isCollapsed) {
      pick(event, event.clientX, event.clientY);
    }
  });
  main.addEventListener("keydown", function (event) {
    if (event.key === "Enter") {
      pick(event, -1, -1);
    }
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && bar.isConnected) {
      stop();
    }
  });
  window.addEventListener("pagehide", stop);
  gongkai.onchange(function (name) {
    if (name === "speed" && bar.isConnected) {
      show();
      if (state === "playing") {
        say();
      }
    }
  });
  gongkai.aloud = {
    toggle: toggle,
    stop: stop,
    next: next,
    previous: previous,
    /** Say any text once; what is being read waits. */
    say: function (text) {
      if (state === "playing") {
        pause();
      }
      voice.speak({ text: gongkai.spoken(text).text, rate: Number(gongkai.value("speed")) || 1, word: function () {}, end: function () {}, fail: fail });
    }
  };
})();
