/* What a sentence is read as: 办结率达98.8% -> 办结率达百分之九十八点八. Voices differ in how they read figures, so none is left to
   them: years, numbers of documents and telephones digit by digit, counts as counts. Offsets are kept for the big caption. */
(function () {
  "use strict";

  var DIGITS = "零一二三四五六七八九";
  var PLACES = ["", "十", "百", "千"];
  // with these 2 is 两: 2件 两件, but 2月, 2号, 2级
  var MEASURES = "个件项次名家条处人所份批场天年种类位座台辆户间亩百千万亿吨公元块层届起例宗站口张段部门本篇期轮岁周倍小分秒点米斤款栋艘笔组套颗棵株头只双趟成個項條處場種類間戶畝萬億噸層屆";
  var UNITS = {
    "μg/m³": "微克每立方米", "mg/L": "毫克每升", "km/h": "公里每小时", "km²": "平方公里", "m²": "平方米", "m³": "立方米", "hm²": "公顷", "㎡": "平方米",
    kWh: "千瓦时", kW: "千瓦", MW: "兆瓦", kV: "千伏", km: "公里", cm: "厘米", mm: "毫米", kg: "公斤", mg: "毫克", mL: "毫升", MB: "兆字节", kB: "千字节", dB: "分贝",
    "℃": "摄氏度", "°C": "摄氏度", m: "米", t: "吨", g: "克", L: "升"
  };
  var SIGNS = { "≥": "大于等于", "≤": "小于等于", ">": "大于", "＞": "大于", "<": "小于", "＜": "小于", "±": "正负", "≈": "约", "×": "乘" };
  var N = "\\d{1,3}(?:[,，]\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d+(?:[.．]\\d+)?";
  // 联系电话：5512 3456、 · 拨打12345或: what is called is told with 幺
  var LIST = "[：:为是 “]{0,2}(?:[\\d -]+[”）)]?[、，,；;/或和转 ]+)*[（(“]?$";
  var CALLED = new RegExp("(?:拨打|拨|致电|电话|传真|手机|热线|短号|呼叫|打|QQ群?)[号码]*" + LIST);
  // 邮政编码：404500 · 信用代码 1250…
  var CODED = new RegExp("(?:邮编|编码|代码|编号|账号|帐号|号码|证号|身份证)[号码]*" + LIST);
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
    var parts = text.replace(/[,，]/g, "").split(/[.．]/);
    if (/^0\d|^\d{13}/.test(parts[0])) {
      return each(text).replace(/[.．]/, "点");
    }
    return whole(parts[0]) + (parts[1] ? "点" + each(parts[1]) : "");
  }

  function isMeasure(character) {
    return Boolean(character) && MEASURES.indexOf(character) >= 0;
  }

  function count(text, after) {
    return text === "2" && isMeasure(after) ? "两" : number(text);
  }

  /** The end of a span: 至2022年 is a year, 至2000元 a count. */
  function end(text, after) {
    return /^(?:19|20)\d\d$/.test(text) && after === "年" ? each(text) : count(text, after);
  }

  function clock(hour, minute) {
    return number(hour.replace(/^0(?=\d)/, "")) + "点" + (minute === "00" ? "" : (minute[0] === "0" ? "零" + DIGITS[+minute[1]] : number(minute)) + "分");
  }

  function telephone(text) {
    return each(text.replace(/[\s-]+/g, "，"), "幺");
  }

  // [what, how]: the first that matches at a place is taken; `after` is the character behind, `before` all that stands before
  var RULES = [
    // www.cqyy.gov.cn · bgs@163.com: addresses stay
    ["(?:https?://|www\\.)[\\w./%?=&#:-]+|[\\w.-]+@[\\w.-]+", function (m) { return m[0]; }],
    // 1月—11月 · 9％—12％
    ["[—–~～-]+(?=\\s?\\d)", function (m, before) { return /[年月日时点号%％‰]$/.test(before) ? "至" : null; }],
    // ≥90% · 7×24
    ["[≥≤><＞＜±≈×](?=\\s?\\d)", function (m) { return SIGNS[m[0]]; }],
    // ¥100
    ["[¥￥](" + N + ")(?![万亿千元])", function (m) { return number(m[1]) + "元"; }],
    // 2023-01-16 · 2023/1/16
    ["((?:19|20)\\d\\d)[-/.](0?[1-9]|1[0-2])[-/.]([0-2]?\\d|3[01])(?!\\d)", function (m) {
      return each(m[1]) + "年" + number(m[2].replace(/^0/, "")) + "月" + number(m[3].replace(/^0/, "")) + "日";
    }],
    // 2022-12
    ["((?:19|20)\\d\\d)-(0[1-9]|1[0-2])(?![\\d-])", function (m) { return each(m[1]) + "年" + number(m[2].replace(/^0/, "")) + "月"; }],
    // 01月05日
    ["0(\\d)(?=[月日时])", function (m, before) { return /\d$/.test(before) ? null : DIGITS[+m[1]]; }],
    // 〔2022〕 · [2022]
    ["([〔\\[［【（(])((?:19|20)\\d\\d)([〕\\]］】）)])", function (m) { return m[1] + each(m[2]) + m[3]; }],
    // 2021—2022年 · 2022年 · 2022—2023学年
    ["((?:19|20)\\d\\d)" + TO + "((?:19|20)\\d\\d)(?=学?年)", function (m) { return each(m[1]) + "至" + each(m[2]); }],
    ["((?:19|20)\\d\\d)(?=学?年|：)", function (m) { return each(m[1]); }],
    // 年度：2022
    ["((?:19|20)\\d\\d)(?!\\d)", function (m, before) { return /年[度份]?[：:]\s?$/.test(before) ? each(m[1]) : null; }],
    // 10:00—12:00 · 8:30
    ["(\\d{1,2})[:：](\\d\\d)" + TO + "(\\d{1,2})[:：](\\d\\d)(?!\\d)", function (m) { return clock(m[1], m[2]) + "至" + clock(m[3], m[4]); }],
    ["([01]?\\d|2[0-4])[:：]([0-5]\\d)(?![\\d:：])", function (m, before, after) {
      return /(?:附件|[表图注第例])$/.test(before) || isMeasure(after[0]) ? null : clock(m[1], m[2]);
    }],
    // 1:5000
    ["(\\d+)[:∶](\\d+)(?![\\d:])", function (m) { return number(m[1]) + "比" + number(m[2]); }],
    // 023-55123456 · （023）55123456 · +86 23 5512 3456 · 138 1234 5678 · 400-800-1234
    ["(?:[+＋]86[- ]?\\d{2,3}|0\\d{2,3}|[（(]0\\d{2,3}[）)])[- ]?\\d{3,4}[- ]?\\d{4}(?!\\d)|1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}(?!\\d)|[48]00[- ]?\\d{3}[- ]?\\d{4}(?!\\d)", function (m, before, after) {
      return isMeasure(after[0]) && !/[- ]/.test(m[0]) ? null : telephone(m[0]);
    }],
    // 12500235MB1234567X: a code
    ["(?=\\d*[A-Z])(?=[A-Z]*\\d)[\\dA-Z]{9,}", function (m) { return each(m[0]); }],
    // 电话：5512 3456 · 邮编404500
    ["\\d{3,}(?:[- ]\\d{3,})*(?![\\d.%％])", function (m, before, after) {
      return isMeasure(after[0]) ? null : CALLED.test(before) ? telephone(m[0]) : CODED.test(before) ? each(m[0]) : null;
    }],
    // 12345热线 · “12345” · 110报警
    ["(?:1[12]\\d|1[12]\\d{3}|96\\d{3,4}|95\\d{3})(?!\\d|[.．]\\d|[%％])", function (m, before, after) {
      var named = /^[”"’』」]?(?:热线|平台|电话|专线|便民|政务|服务|投诉|举报|短号|工单|来电|诉求|信息|办结|接处?警|报警|急救|火警|指挥|联动)/.test(after);
      var alone = /^12\d{3}$/.test(m[0]) && /^[”"’』」]?(?:[，。、；：）)]|$)/.test(after) && !/[达为计共约超近于]\s?$/.test(before);
      return named || alone ? each(m[0], "幺") : null;
    }],
    // 5%—8% · 5—8% · 98.8% · 3‰
    ["(" + N + ")[%％]?" + TO + "(" + N + ")[%％]", function (m) { return "百分之" + number(m[1]) + "至百分之" + number(m[2]); }],
    ["([-−－]?)(" + N + ")([%％‰])", function (m, before) {
      return (m[1] && !/[\d\w]$/.test(before) ? "负" : "") + (m[3] === "‰" ? "千分之" : "百分之") + number(m[2]);
    }],
    // 1/3
    ["([1-9]\\d{0,2})/([1-9]\\d{0,2})(?![\\d/])", function (m) { return +m[1] < +m[2] ? number(m[2]) + "分之" + number(m[1]) : null; }],
    // GB/T 9704-2012 · A4 · Q1 · PM2.5
    ["([A-Za-z]+(?:/[A-Z])?)([- ]?)(\\d+(?:\\.\\d+)?(?:[-—–]+\\d+)*)", function (m) {
      return m[1] + " " + (m[1].length > 1 && /^\d\d$/.test(m[3]) ? number(m[3]) : each(m[3]).replace(/\./g, "点").replace(/[-—–]+/g, "，"));
    }],
    // 1+42+478 · 1+3+N · T+1
    ["(?:\\d+|[A-Z])(?:[+＋](?:\\d+|[A-Z](?![A-Za-z])))+", function (m) {
      return m[0].split(/[+＋]/).map(function (part) { return /\d/.test(part) ? number(part) : part; }).join("加");
    }],
    // 3·15 · 12·4: a day that has become a name
    ["(1?\\d)[·•](\\d{1,2})(?!\\d)", function (m) { return number(m[1]) + each(m[2]); }],
    // 1.2.3
    ["\\d+(?:\\.\\d+){2,}", function (m) { return m[0].split(".").map(number).join("点"); }],
    // 2022-00217 · 2017-00009: an index number
    ["\\d{4,}(?:-\\d{3,})+", function (m) { return each(m[0]).replace(/-/g, "，"); }],
    // 3—5日 · 1.2—1.5万 · 20至30人
    ["(" + N + ")([个件项次名家条天人万亿]?)" + TO + "(" + N + ")(?=[^\\d])", function (m, before, after) {
      return count(m[1], m[2] || after[0]) + m[2] + "至" + end(m[3], after[0]);
    }],
    // 第2 · 第1—3名
    ["第(\\d+)(?:" + TO + "(\\d+))?", function (m) { return "第" + number(m[1]) + (m[2] ? "至" + number(m[2]) : ""); }],
    // 1. 到窗口领取 · 2．提交
    ["(\\d{1,2})[.．](?![\\d.])", function (m, before) { return before.trim() ? null : number(m[1]) + "、"; }],
    // 12km² · -36.5℃
    ["([-−－]?)(" + N + ")\\s?(" + Object.keys(UNITS).join("|") + ")(?![A-Za-z])", function (m) {
      return (m[1] ? "负" : "") + number(m[2]) + UNITS[m[3]];
    }],
    // -3.2
    ["[-−－](" + N + ")", function (m, before, after) { return /[\w）)\u4e00-\u9fff]$/.test(before) && !/[达为降长是]$/.test(before) ? null : "负" + count(m[1], after[0]); }],
    // 55123456: too long for a count without a measure, if it is not a round one
    ["\\d{8,}(?![\\d.．,])", function (m, before, after) { return /000$/.test(m[0]) || isMeasure(after.trim()[0]) ? null : each(m[0]); }],
    [N, function (m, before, after) { return count(m[0], after.trim()[0]); }]
  ].map(function (rule) { return [new RegExp(rule[0], "y"), rule[1]]; });

  function match(text, at) {
    var before = text.slice(0, at);
    // a rule does not begin inside a longer number or word
    if (/\d$/.test(before) && /\d/.test(text[at]) || /[A-Za-z]$/.test(before) && /[A-Za-z]/.test(text[at])) {
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
      var found = /[\d〔\[［【（(A-Za-z第\-−－—–~～≥≤><＞＜±≈×¥￥+＋]/.test(text[at]) && match(text, at);
      add(found ? found.said : text[at], at);
      at += found ? found.length : 1;
    }
    return { text: said, places: places };
  }

  gongkai.spoken = spoken;
})();
