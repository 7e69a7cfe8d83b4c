/* What a sentence is read as: 办结率达98.8% -> 办结率达百分之九十八点八. Voices differ in how they read figures, so none is left to
   them: years, numbers of documents and telephones digit by digit, counts as counts. Offsets are kept for the big caption. */
(function () {
  "use strict";

  var DIGITS = "零一二三四五六七八九";
  var PLACES = ["", "十", "百", "千"];
  var MEASURES = "个件项次名家条处人所份批场天年种类位座台辆户间亩万亿千吨公元块层届起例宗场站口张段部门本篇期轮岁倍小分秒点米斤";
  var UNITS = {
    "km²": "平方公里", "m²": "平方米", "m³": "立方米", km: "公里", kg: "公斤", cm: "厘米", mm: "毫米", kWh: "千瓦时", m: "米", "℃": "摄氏度", "㎡": "平方米"
  };
  var N = "\\d{1,3}(?:[,，]\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";
  var TO = "\\s?(?:—+|–|~|～|-|至|到)\\s?";

  function each(text, one) {
    return text.replace(/\d/g, function (digit) { return digit === "1" && one ? one : DIGITS[+digit]; });
  }

  /** 10304 -> 一万零三百零四; up to 千亿, beyond digit by digit. */
  function whole(text) {
    var digits = text.replace(/^0+(?=\d)/, "");
    var said = "";
    if (digits.length > 12) {
      return each(digits);
    }
    var groups = [];
    for (var end = digits.length; end > 0; end -= 4) {
      groups.unshift(digits.slice(Math.max(0, end - 4), end));
    }
    groups.forEach(function (group, place) {
      var part = four(group);
      if (!part) {
        return;
      }
      if (said && (+group < 1000 || /0{4}$/.test(digits.slice(0, digits.length - 4 * (groups.length - place))))) {
        said += "零";
      }
      said += part + ["", "万", "亿"][groups.length - 1 - place];
    });
    return (said || "零").replace(/零+/g, "零").replace(/^一十/, "十");
  }

  function four(group) {
    var said = "";
    group.replace(/^0+/, "").split("").forEach(function (digit, place, all) {
      if (digit !== "0") {
        said += DIGITS[+digit] + PLACES[all.length - 1 - place];
      } else if (said && !/零$/.test(said)) {
        said += "零";
      }
    });
    return said.replace(/零$/, "");
  }

  function number(text) {
    var parts = text.replace(/[,，]/g, "").split(".");
    if (/^0\d|^\d{13}/.test(parts[0])) {
      return each(text);
    }
    return whole(parts[0]) + (parts[1] ? "点" + each(parts[1]) : "");
  }

  function count(text, after) {
    return text === "2" && after && MEASURES.indexOf(after) >= 0 ? "两" : number(text);
  }

  function clock(hour, minute) {
    return number(hour.replace(/^0(?=\d)/, "")) + "点" + (minute === "00" ? "" : (minute[0] === "0" ? "零" + DIGITS[+minute[1]] : number(minute)) + "分");
  }

  function telephone(text) {
    return each(text.replace(/[\s-]+/g, "，"), "幺");
  }

  // [what, how]: the first that matches at a place is taken; `after` is the character behind, `before` all that stands before
  var RULES = [
    // 2023-01-16 · 2023/1/16
    ["((?:19|20)\\d\\d)[-/.](0?[1-9]|1[0-2])[-/.]([0-2]?\\d|3[01])(?!\\d)", function (m) {
      return each(m[1]) + "年" + number(m[2].replace(/^0/, "")) + "月" + number(m[3].replace(/^0/, "")) + "日";
    }],
    // 〔2022〕 · [2022]
    ["([〔\\[［【（(])((?:19|20)\\d\\d)([〕\\]］】）)])", function (m) { return m[1] + each(m[2]) + m[3]; }],
    // 2021—2022年 · 2022年 · 2022—2023学年
    ["((?:19|20)\\d\\d)" + TO + "((?:19|20)\\d\\d)(?=学?年)", function (m) { return each(m[1]) + "至" + each(m[2]); }],
    ["((?:19|20)\\d\\d)(?=学?年)", function (m) { return each(m[1]); }],
    // 10:00—12:00 · 8:30
    ["(\\d{1,2})[:：](\\d\\d)" + TO + "(\\d{1,2})[:：](\\d\\d)(?!\\d)", function (m) { return clock(m[1], m[2]) + "至" + clock(m[3], m[4]); }],
    ["([01]?\\d|2[0-4])[:：]([0-5]\\d)(?![\\d:：])", function (m) { return clock(m[1], m[2]); }],
    // 023-55123456 · 0871-1234567 · 138 1234 5678 · 400-800-1234
    ["0\\d{2,3}[- ]?\\d{3,4}[- ]?\\d{4}(?!\\d)|1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}(?!\\d)|[48]00[- ]\\d{3}[- ]?\\d{4}(?!\\d)", function (m) { return telephone(m[0]); }],
    // 12345热线 · 拨打12345 · 打110 · “12345”
    ["(?:1[12]\\d|1[12]\\d{3}|96\\d{3,4}|95\\d{3})(?!\\d|[.．]\\d|[%％])", function (m, before, after) {
      var named = /^[”"’』」]?(?:热线|平台|电话|专线|便民|政务|服务|投诉|举报|短号|信息|办结)/.test(after);
      var called = /(?:拨打|拨|致电|电话|热线|号码|呼叫|打|“|")[：:为是 ]{0,2}$/.test(before);
      return named || called ? each(m[0], "幺") : null;
    }],
    // 5%—8% · 5—8% · 98.8% · 3‰
    ["(" + N + ")[%％]?" + TO + "(" + N + ")[%％]", function (m) { return "百分之" + number(m[1]) + "至百分之" + number(m[2]); }],
    ["([-−－]?)(" + N + ")([%％‰])", function (m, before) {
      return (m[1] && !/[\d\w]$/.test(before) ? "负" : "") + (m[3] === "‰" ? "千分之" : "百分之") + number(m[2]);
    }],
    // 1/3
    ["([1-9]\\d{0,2})/([1-9]\\d{0,2})(?![\\d/])", function (m) { return number(m[2]) + "分之" + number(m[1]); }],
    // GB/T 9704-2012 · A4 · Q1 · PM2.5
    ["([A-Za-z]+(?:/[A-Z])?)([- ]?)(\\d+(?:\\.\\d+)?(?:-\\d+)*)", function (m) {
      return m[1] + " " + each(m[3]).replace(/\./g, "点").replace(/-/g, "，");
    }],
    // 1+42+478
    ["\\d+(?:[+＋]\\d+)+", function (m) { return m[0].split(/[+＋]/).map(number).join("加"); }],
    // 2022-00217 · 2017-00009: an index number
    ["\\d{4,}(?:-\\d{3,})+", function (m) { return each(m[0]).replace(/-/g, "，"); }],
    // 3—5日 · 1.2—1.5万 · 20至30人
    ["(" + N + ")([个件项次名家条日月年时天人万亿%]?)" + TO + "(" + N + ")(?=[^\\d])", function (m, before, after) {
      return number(m[1]) + m[2] + "至" + count(m[3], after[0]);
    }],
    // 第2 · 第十
    ["第(\\d+)", function (m) { return "第" + number(m[1]); }],
    // 1. 到窗口领取 · 2．提交
    ["(\\d{1,2})[.．](?![\\d.])", function (m, before) { return before.trim() ? null : number(m[1]) + "、"; }],
    // 12km² · -36.5℃
    ["([-−－]?)(" + N + ")\\s?(km²|m²|m³|km|kg|cm|mm|kWh|℃|㎡|m)(?![A-Za-z])", function (m) {
      return (m[1] ? "负" : "") + number(m[2]) + UNITS[m[3]];
    }],
    // -3.2
    ["[-−－](" + N + ")", function (m, before, after) { return "负" + count(m[1], after[0]); }],
    [N, function (m, before, after) { return count(m[0], after.trim()[0]); }]
  ].map(function (rule) { return [new RegExp(rule[0], "y"), rule[1]]; });

  function match(text, at) {
    var before = text.slice(0, at);
    // a rule for numbers does not begin inside a longer number or word
    if (/\d[-−－]?$/.test(before) || (/[A-Za-z]$/.test(before) && /[A-Za-z]/.test(text[at]))) {
      return null;
    }
    for (var place = 0; place < RULES.length; place += 1) {
      var rule = RULES[place][0];
      rule.lastIndex = at;
      var found = rule.exec(text);
      var said = found && RULES[place][1](found, before, text.slice(at + found[0].length));
      if (said) {
        return { length: found[0].length, said: said };
      }
    }
    return null;
  }

  /** The words to say, and for each of their characters its place in the text. */
  function spoken(text) {
    var said = "";
    var places = [];
    function add(words, from) {
      said += words;
      for (var place = 0; place < words.length; place += 1) {
        places.push(from);
      }
    }
    for (var at = 0; at < text.length;) {
      var found = /[\d〔\[［【（(A-Za-z第\-−－]/.test(text[at]) && match(text, at);
      add(found ? found.said : text[at], at);
      at += found ? found.length : 1;
    }
    return { text: said, places: places };
  }

  gongkai.spoken = spoken;
})();
