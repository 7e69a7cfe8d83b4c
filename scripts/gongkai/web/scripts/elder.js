/* 长辈版 in place: the same page, large and plain, left in one press; its bar at the bottom; dates in words. */
(function () {
  "use strict";

  var SIZES = ["", "125", "150", "200"];
  var SAID = { "": "标准", 125: "大", 150: "特大", 200: "最大" };
  // the same drawings as partials/icons.html
  var DRAWN = {
    back: "M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3",
    elder: "M2 19 8 4l6 15M4.5 14h7M16 19l3-8 3 8M17 17h4",
    speaker: "M3 9v6h4l5 4V5L7 9zM16 8.5a5 5 0 0 1 0 7M19 6a9 9 0 0 1 0 12",
    phone: "M5 3h4l2 5-2.5 1.8a12 12 0 0 0 5.7 5.7L16 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 5a2 2 0 0 1 2-2z"
  };
  var link = document.querySelector("[data-elder]");
  var own = document.body.className === "elder";
  var bar = null;

  function isElder() {
    return gongkai.value("mode") === "elder";
  }

  function step() {
    var next = SIZES[(SIZES.indexOf(gongkai.value("size")) + 1) % SIZES.length];
    gongkai.choose("size", next);
    gongkai.say("字号：" + SAID[next]);
  }

  function icon(name) {
    var space = "http://www.w3.org/2000/svg";
    var drawn = document.createElementNS(space, "svg");
    var path = document.createElementNS(space, "path");
    path.setAttribute("d", DRAWN[name]);
    drawn.setAttribute("class", "icon");
    drawn.setAttribute("viewBox", "0 0 24 24");
    drawn.setAttribute("aria-hidden", "true");
    drawn.append(path);
    return drawn;
  }

  function button(words, name, act) {
    var made = gongkai.make("button", { type: "button" }, icon(name), gongkai.make("span", {}, words));
    made.addEventListener("click", act);
    return made;
  }

  function makeBar() {
    var call = document.querySelector('a[href^="tel:"]');
    bar = gongkai.make("nav", { "class": "elder-bar", "aria-label": "长辈版工具" });
    if (history.length > 1) {
      bar.append(button("返回", "back", function () { history.back(); }));
    }
    bar.append(button("放大", "elder", step));
    if (window.speechSynthesis) {
      bar.append(button("朗读", "speaker", gongkai.read));
    }
    if (call) {
      bar.append(gongkai.make("a", { href: call.getAttribute("href") }, icon("phone"), gongkai.make("span", {}, call.getAttribute("href").slice(4))));
    }
    document.body.append(bar);
  }

  /** 2023-01-16 and 2023年1月16日: the one for tables, the other for reading. */
  function sayDate(time) {
    var date = /^(\d{4})-0?(\d{1,2})-0?(\d{1,2})$/.exec(time.getAttribute("data-short") || time.textContent);
    if (date && isElder()) {
      time.setAttribute("data-short", date[0]);
      time.textContent = "";
      [date[1] + "年", date[2] + "月", date[3] + "日"].forEach(function (part) {
        time.append(gongkai.make("span", { "class": "num" }, part));
      });
    } else if (date) {
      time.textContent = date[0];
    }
    return time;
  }

  function show() {
    var elder = isElder();
    document.querySelectorAll("time[datetime]").forEach(sayDate);
    document.querySelectorAll("[data-home]").forEach(function (home) {
      home.setAttribute("href", (elder && home.getAttribute("data-elder-home")) || home.getAttribute("data-home"));
    });
    if (link && !own) {
      link.querySelector("span").textContent = elder ? "普通版" : "长辈版";
    }
    if (elder && !bar) {
      makeBar();
    } else if (!elder && bar) {
      bar.remove();
      bar = null;
    }
  }

  if (link && !own) {
    link.addEventListener("click", function (event) {
      if (isElder() || document.body.className !== "home") {
        event.preventDefault();
        gongkai.choose("mode", isElder() ? "" : "elder");
        gongkai.say(isElder() ? "已换成长辈版" : "已换成普通版");
      }
    });
  }
  document.querySelectorAll("[data-home]").forEach(function (home) {
    home.setAttribute("data-home", home.getAttribute("href"));
  });
  gongkai.onchange(function (name) {
    if (name === "mode") {
      show();
    }
  });
  gongkai.step = step;
  gongkai.day = function (date) { return sayDate(gongkai.make("time", { datetime: date }, date)); };
  if (isElder()) {
    show();
  }
})();
