/* An answer as it is shown: the sentence with its figure marked, where it stands, of which year the figure is.
   gongkai.shown(made) -> [blockquote, p, …], to be put below a heading. */
(function () {
  "use strict";

  var make = gongkai.make;
  var LONGEST = 240; // a longer passage is shown by its words that answer

  function link(address, words, style) {
    return make("a", { href: gongkai.carry(gongkai.root + address), "class": style || "" }, words);
  }

  /** [from, to] of what is marked: the figure with its unit, or the words that answer. */
  function mark(text, made) {
    var from = Math.max(0, text.indexOf(made.words));
    var at = made.raw ? text.indexOf(made.raw, from) : -1;
    if (at < 0) {
      return made.words.length < text.length && text.indexOf(made.words) >= 0 ? [from, from + made.words.length] : [0, 0];
    }
    var to = at + made.raw.length;
    return [at, made.unit && text.substr(to, made.unit.length) === made.unit ? to + made.unit.length : to];
  }

  function quote(made) {
    var text = made.sentence.length > LONGEST ? made.words : made.sentence;
    var place = mark(text, made);
    var marked = place[1] ? make("mark", { "class": "hit" }, text.slice(place[0], place[1])) : "";
    return make("blockquote", {}, make("p", {}, text.slice(0, place[0]), marked, text.slice(place[1])));
  }

  /** The year that an indicator is of: its own, or else the report's. */
  function dated(made) {
    var fact = made.raw && made.page.facts.filter(function (one) { return one.raw === made.raw && one.name === made.name; })[0];
    var period = fact && fact.period || made.year;
    // 2022 · 2022年 · 2022年度
    var year = /^(\d{4})(?:年度?)?$/.exec(period);
    return !made.row_url || !period ? "" : year ? "这是 " + year[1] + " 年度的数。" : "这个数说的是" + period + "。";
  }

  function section(made) {
    var one = made.page.sentences.filter(function (other) { return other.anchor === made.anchor; })[0];
    var words = one ? one.section.trim().replace(/。$/, "").split(/\s+/).join("，") : "";
    return words ? "，" + words : "";
  }

  function place(made) {
    var page = made.page;
    var line = make("p", { "class": "cited" }, made.kind === "known" ? "出自常见问题：" : "出自：", link(page.url, page.title));
    if (page.sample && document.querySelector(".demo")) {
      line.append(" ", make("span", { "class": "sample" }, "示例"));
    }
    line.append(section(made) + "。" + (page.agency || ""), page.agency && page.date ? "，" : "", page.date ? gongkai.day(page.date) : "", (page.agency || page.date ? "。" : "") + dated(made));
    return line;
  }

  /** What an answer of 常见问题 rests on. */
  function grounds(made) {
    var line = make("p", { "class": "cited" }, "依据：");
    (made.kind === "known" && made.page.grounds || []).forEach(function (one, at) {
      line.append(at ? "、" : "", one[1] ? link(one[1], one[0]) : one[0], one[2] ? "（" + one[2] + "）" : "");
    });
    return line.childNodes.length > 1 ? line : "";
  }

  function ways(made) {
    var list = make("ul", { "class": "facts" });
    var words = made.words.length <= 80 ? made.words : made.raw;
    var asked = words && made.anchor ? "?" + new URLSearchParams({ m: words }) : "";
    var call = document.querySelector('a[href^="tel:"]');
    list.append(make("li", {}, link(made.url + asked + (made.anchor ? "#" + encodeURIComponent(made.anchor) : ""), "看原文这一句", "bare")));
    if (made.row_url) {
      list.append(make("li", {}, link(made.row_url, "看数据表这一行", "bare")));
    }
    if (call) {
      list.append(make("li", {}, "不是您要的？请打 ", make("a", { href: call.getAttribute("href") }, call.getAttribute("href").slice(4))));
    }
    return list;
  }

  gongkai.shown = function (made) {
    return [quote(made), place(made), grounds(made), ways(made)].filter(Boolean);
  };
  gongkai.shown.title = function (made) { return made.kind === "known" ? "常见问题里这样答" : "原文里这样说"; };
  gongkai.shown.BY = "由程序从原文摘出，不是人工答复";
})();
