/* A table made by scripts/tables, looked up by the longest phrase: 重庆 -> chóng qìng, but 重要 -> zhòng yào. */
(function () {
  "use strict";

  var FIRST = 0x4e00;
  var SHIFT = 0x100;
  var HAN = /[\u3400-\u9fff]/;

  function characters(data) {
    var plain = new Map();
    var values = data.numbers ? data.values.split(" ") : data.values;
    var code = FIRST;
    for (var place = 0; place < data.steps.length; place += 1) {
      code += data.steps.charCodeAt(place) - SHIFT;
      plain.set(String.fromCharCode(code), values[data.numbers ? data.numbers.charCodeAt(place) - SHIFT : place]);
    }
    return plain;
  }

  // a group: "重chóng -庆,-新"
  function addGroup(group, plain, phrases) {
    var parts = group.split(" ");
    parts[1].split(",").forEach(function (shown) {
      var phrase = shown.replace(/-/g, parts[0].charAt(0));
      var values = phrases.get(phrase) || Array.from(phrase, function (character) { return plain.get(character) || character; });
      for (var place = 0; place < shown.length; place += 1) {
        if (shown.charAt(place) === "-") {
          values[place] = parts[0].slice(1);
        }
      }
      phrases.set(phrase, values);
    });
  }

  /** A function that gives one value for each unit of a text; what has none stands for itself. */
  function table(data) {
    var plain = characters(data);
    var phrases = new Map();
    var longest = new Map();
    data.phrases.split("|").forEach(function (group) { addGroup(group, plain, phrases); });
    phrases.forEach(function (values, phrase) {
      longest.set(phrase.charAt(0), Math.max(phrase.length, longest.get(phrase.charAt(0)) || 0));
    });

    function next(text, place) {
      for (var length = longest.get(text.charAt(place)) || 0; length > 1; length -= 1) {
        var values = phrases.get(text.substr(place, length));
        if (values) {
          return values;
        }
      }
      return [plain.get(text.charAt(place)) || text.charAt(place)];
    }

    return function (text) {
      var found = [];
      while (found.length < text.length) {
        found.push.apply(found, next(text, found.length));
      }
      return found;
    };
  }

  /** The text nodes with Han characters at or below a node, less those within `left`. */
  function texts(node, left) {
    var inside = node.nodeType === 1 ? node : node.parentElement;
    if (!inside || inside.closest(left)) {
      return [];
    }
    if (node.nodeType === 3) {
      return HAN.test(node.data) ? [node] : [];
    }
    var found = [];
    var walker = document.createTreeWalker(node, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, {
      acceptNode: function (one) {
        if (one.nodeType === 1) {
          return one.matches(left) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
        }
        return HAN.test(one.data) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT;
      }
    });
    while (walker.nextNode()) {
      found.push(walker.currentNode);
    }
    return found;
  }

  gongkai.table = table;
  gongkai.texts = texts;
})();
