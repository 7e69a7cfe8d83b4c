/* 朗读: one sentence after another through the voice of this device. It must survive no voice, errors, silence, and stops. */
(function () {
  "use strict";

  var NO_VOICE = "这台设备没有中文语音，不能朗读。可以在系统设置里添加中文语音。";
  var FAILED = "朗读没有成功。请关掉其他正在说话的程序，或者重新打开浏览器再试。";
  var SPEEDS = ["", "1.25", "1.5", "2", "0.5", "0.75"];
  var NAMES = { "": "标准", 0.5: "很慢", 0.75: "慢", 1.25: "快", 1.5: "更快", 2: "最快" };
  var make = gongkai.make;
  var synth = window.speechSynthesis;
  var root = document.querySelector("main article") || document.getElementById("main");
  var list = [];
  var at = 0;
  var state = "idle";
  var turn = 0;
  var timer = 0;
  var pointing = false;
  var voice = null;
  var mark = window.Highlight && CSS.highlights ? new Highlight() : null;
  var bar = build();

  function zh(found) {
    return /^(zh|cmn)/i.test(found.lang);
  }

  /** A voice of this device, mainland ones first; null when there is none. */
  function choose() {
    var mine = synth.getVoices().filter(function (found) { return zh(found) && found.localService; });
    return mine.filter(function (found) { return /CN|Hans|^cmn$|^zh$/i.test(found.lang); })[0] || mine[0] || null;
  }

  function withVoice(then) {
    var tries = 0;
    (function look() {
      voice = choose();
      if (voice) {
        then();
      } else if (tries < 8) {
        tries += 1;
        setTimeout(look, 250);
      } else {
        fail(NO_VOICE);
      }
    })();
  }

  function speed() {
    return Number(gongkai.value("speed")) || 1;
  }

  function button(words, act, pressed) {
    var made = make("button", { type: "button" }, words);
    if (pressed) {
      made.setAttribute("aria-pressed", "false");
    }
    made.addEventListener("click", act);
    return made;
  }

  function build() {
    var made = make("div", { "class": "aloud", role: "group", "aria-label": "朗读" });
    made.play = button("暂停", toggle);
    made.pace = button("", function () {
      gongkai.choose("speed", SPEEDS[(SPEEDS.indexOf(gongkai.value("speed")) + 1) % SPEEDS.length]);
    });
    made.point = button("点哪读哪", function () {
      pointing = !pointing;
      made.point.setAttribute("aria-pressed", String(pointing));
    }, true);
    made.words = make("p", {});
    made.append(made.play, button("停止", stop), button("上一句", function () { go(-1); }), button("下一句", function () { go(1); }), made.pace, made.point, made.words);
    return made;
  }

  function show(words) {
    if (!bar.isConnected) {
      var actions = document.querySelector(".actions");
      if (actions) {
        actions.after(bar);
      } else {
        root.prepend(bar);
      }
    }
    bar.play.textContent = state === "playing" ? "暂停" : state === "paused" ? "继续" : "从头读";
    bar.pace.textContent = "语速：" + NAMES[gongkai.value("speed")];
    bar.words.textContent = words || "";
  }

  function fail(words) {
    rest();
    show(words);
    gongkai.say(words);
  }

  /** Silence, and no word more from an utterance of before: cancelling tells it of an error. */
  function hush() {
    turn += 1;
    clearTimeout(timer);
    synth.cancel();
  }

  function rest() {
    hush();
    state = "idle";
    unmark();
    document.dispatchEvent(new CustomEvent("gongkai:silence"));
  }

  function unmark() {
    if (mark) {
      mark.clear();
      CSS.highlights.delete("reading");
    }
    document.querySelectorAll("[data-being-read]").forEach(function (block) { block.removeAttribute("data-being-read"); });
  }

  function lightUp(sentence) {
    unmark();
    var place = sentence.range();
    if (mark) {
      mark.add(place);
      CSS.highlights.set("reading", mark);
    } else {
      sentence.block.setAttribute("data-being-read", "");
    }
    var box = place.getBoundingClientRect();
    if (box.top < 60 || box.bottom > innerHeight - 160) {
      scrollBy(0, box.top - innerHeight / 2);
    }
    tell(sentence.text, 0, 0);
  }

  function tell(text, start, end) {
    document.dispatchEvent(new CustomEvent("gongkai:sentence", { detail: { text: text, start: start, end: end } }));
  }

  /** Where in the text the next piece begins behind a said character. */
  function after(places, index) {
    var next = index;
    while (places[next] === places[index] && next < places.length) {
      next += 1;
    }
    return next < places.length ? places[next] : places[places.length - 1] + 1;
  }

  /** Say the sentence at `at`; `again` when it was cut off once already. */
  function say(again) {
    var sentence = list[at];
    var mine = turn += 1;
    if (!sentence) {
      rest();
      show("读完了。");
      return;
    }
    var words = gongkai.spoken(sentence.said);
    var lead = sentence.said.length - sentence.text.length;
    var utterance = new SpeechSynthesisUtterance(words.text);
    var heard = false;
    utterance.lang = "zh-CN";
    utterance.voice = voice;
    utterance.rate = speed();
    lightUp(sentence);

    function current(act) {
      return function (event) {
        if (mine === turn && state === "playing") {
          act(event);
        }
      };
    }
    function wait(time) {
      clearTimeout(timer);
      timer = setTimeout(current(function () {
        hush();
        if (again) {
          fail(FAILED);
        } else {
          say(true);
        }
      }), time);
    }
    function begun() {
      if (!heard) {
        heard = true;
        wait(6000 + words.text.length * 600 / speed());
      }
    }
    utterance.onstart = current(begun);
    utterance.onboundary = current(function (event) {
      begun();
      var from = Math.max(0, (words.places[event.charIndex] || 0) - lead);
      tell(sentence.text, from, Math.max(from, after(words.places, event.charIndex + (event.charLength || 2) - 1) - lead));
    });
    utterance.onend = current(function () {
      clearTimeout(timer);
      at += 1;
      say(false);
    });
    utterance.onerror = current(function () { fail(FAILED); });
    wait(4000);
    synth.speak(utterance);
  }

  function play(from) {
    at = from;
    state = "playing";
    hush();
    show();
    withVoice(function () { say(false); });
  }

  function start() {
    list = gongkai.sentences(root);
    play(0);
  }

  function pause() {
    hush();
    state = "paused";
    show();
  }

  function toggle() {
    if (state === "playing") {
      pause();
    } else if (state === "paused") {
      play(at);
    } else {
      start();
    }
  }

  function stop() {
    var inside = bar.contains(document.activeElement);
    var opener = document.querySelector("[data-aloud]");
    rest();
    bar.remove();
    if (inside && opener) {
      opener.focus();
    }
  }

  function go(by) {
    if (state !== "idle") {
      play(Math.max(0, Math.min(list.length - 1, at + by)));
    }
  }

  function sample(text) {
    withVoice(function () {
      var utterance = new SpeechSynthesisUtterance(gongkai.spoken(text).text);
      utterance.lang = "zh-CN";
      utterance.voice = voice;
      utterance.rate = speed();
      synth.cancel();
      synth.speak(utterance);
    });
  }

  root.addEventListener("click", function (event) {
    if (!pointing || state === "idle" || event.target.closest("a, button")) {
      return;
    }
    var found = list.findIndex(function (sentence) {
      return Array.prototype.some.call(sentence.range().getClientRects(), function (box) {
        return event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
      });
    });
    if (found >= 0) {
      play(found);
    }
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && state !== "idle") {
      stop();
    }
  });
  window.addEventListener("pagehide", hush);
  gongkai.onchange(function (name) {
    if (name === "speed" && state !== "idle") {
      show();
      if (state === "playing") {
        play(at);
      }
    }
  });
  gongkai.aloud = {
    toggle: toggle,
    stop: stop,
    next: function () { go(1); },
    previous: function () { go(-1); },
    sample: sample,
    playing: function () { return state === "playing"; }
  };
})();
