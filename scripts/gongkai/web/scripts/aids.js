/* 阅读辅助: the panel above the header, in the flow of the page. Its words and values are the table below. */
(function () {
  "use strict";

  // legend, choice, [[value, words], …]
  var GROUPS = [
    ["字号", "size", [["", "标准"], ["125", "大"], ["150", "特大"], ["200", "最大"]]],
    ["颜色", "scheme", [["", "原来的"], ["bw", "白底黑字"], ["black-yellow", "黑底黄字"], ["blue-yellow", "蓝底黄字"], ["cream", "米色底"], ["dark", "深色"]]],
    ["行距", "leading", [["", "标准"], ["wide", "宽"], ["wider", "很宽"]]],
    ["朗读速度", "speed", [["0.75", "慢"], ["", "标准"], ["1.25", "快"]]]
  ];
  // choice, value, words
  var AIDS = [
    ["ruler", "line", "阅读标尺"], ["ruler", "cross", "十字线"], ["caption", "on", "大字幕"], ["pointer", "large", "大光标"],
    ["pinyin", "on", "拼音"], ["script", "hant", "繁體"], ["keys", "on", "快捷键"], ["keys", "off", "不用 / 键搜索"]
  ];
  // key, words, act
  var KEYS = [
    ["1", "放大", gongkai.step],
    ["2", "换颜色", nextScheme],
    ["3", "朗读或暂停", gongkai.read],
    ["4", "阅读标尺", function () { toggle("ruler", "line"); }],
    ["5", "长辈版或普通版", function () { toggle("mode", "elder"); }],
    ["0", "恢复原样", restore]
  ];
  var make = gongkai.make;
  var buttons = [];
  var panel = build();

  function toggle(name, value) {
    gongkai.choose(name, gongkai.value(name) === value ? "" : value);
  }

  function nextScheme() {
    var values = GROUPS[1][2].map(function (each) { return each[0]; });
    gongkai.choose("scheme", values[(values.indexOf(gongkai.value("scheme")) + 1) % values.length]);
  }

  function restore() {
    gongkai.reset("aids");
    gongkai.say("已恢复原样");
  }

  function button(words, act, attributes) {
    var made = make("button", Object.assign({ type: "button" }, attributes), words);
    made.addEventListener("click", act);
    return made;
  }

  function choice(name, value, words, act) {
    var made = button(words, act, { "aria-pressed": "false" });
    buttons.push(function () {
      made.setAttribute("aria-pressed", String(gongkai.value(name) === value));
    });
    return made;
  }

  function group(legend, items) {
    return make.apply(null, ["fieldset", {}, make("legend", {}, legend)].concat(items));
  }

  function build() {
    var groups = GROUPS.map(function (each) {
      return group(each[0], each[2].map(function (option) {
        var made = choice(each[1], option[0], option[1], function () { gongkai.choose(each[1], option[0]); });
        if (each[1] === "scheme" && option[0]) {
          made.setAttribute("data-scheme", option[0]);
        }
        return made;
      }));
    });
    groups.push(group("辅助", AIDS.map(function (each) {
      return choice(each[0], each[1], each[2], function () { toggle(each[0], each[1]); });
    })));
    if (window.speechSynthesis) {
      var aloud = group("朗读", [button("听一句试试", tryVoice), button("朗读或暂停", gongkai.read)]);
      aloud.id = "aids-aloud";
      groups.push(aloud);
    }
    var where = matchMedia("(pointer: coarse)").matches ? "这部手机" : "这台电脑";
    var keys = make("p", { "class": "keys" }, "快捷键打开以后：" + KEYS.map(function (each) { return each[0] + " " + each[1]; }).join("，") + "。");
    buttons.push(function () { keys.hidden = gongkai.value("keys") !== "on"; });
    var made = make("section", { id: "aids", "class": "aids", "aria-label": "阅读辅助", tabindex: "-1" });
    made.append.apply(made, groups);
    made.append(
      make("div", { "class": "acts" }, button("恢复原样", restore), button("复制这些设置的网址", share), button("收起", close)),
      keys,
      make("p", {}, "这些选择只记在您" + where + "上。")
    );
    return made;
  }

  function tryVoice() {
    gongkai.withReader(function (reader) { reader.say("政务服务便民热线12345，办结率98.8%。"); });
  }

  function share() {
    var address = gongkai.address();
    gongkai.copy(address, function (ok) {
      gongkai.say(ok ? "已复制" : "没有复制成。网址是 " + address);
    });
  }

  function close() {
    gongkai.choose("aids", "");
    gongkai.opener.focus();
  }

  function show() {
    var open = gongkai.value("aids") === "open";
    if (open && !panel.isConnected) {
      document.querySelector("header.site").before(panel);
    } else if (!open) {
      panel.remove();
    }
    gongkai.opener.setAttribute("aria-expanded", String(open));
    buttons.forEach(function (update) { update(); });
  }

  panel.addEventListener("keydown", function (event) {
    if (event.key === "Escape") {
      close();
    }
  });
  document.addEventListener("keydown", function (event) {
    var typing = event.target.matches && event.target.matches("input, textarea, select, [contenteditable]");
    var key = KEYS.filter(function (each) { return each[0] === event.key; })[0];
    if (key && gongkai.value("keys") === "on" && !typing && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      key[2]();
    }
  });
  gongkai.onchange(show);
  show();
})();
