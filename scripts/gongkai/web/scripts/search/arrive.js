/* Who comes from a search result finds the words marked where the link leads: page.html?m=办结率 98.8#p-3a9c1e02.
   Marks are elements around text, so that 拼音 and 繁體 may change the text afterwards. */
(function () {
  "use strict";

  var LEFT = ".aside-note, rt, svg";
  var words = new URLSearchParams(location.search).get("m");
  var id = "";
  try {
    id = decodeURIComponent(location.hash.slice(1));
  } catch (error) { /* no anchor of ours */ }
  var block = words && id && document.getElementById(id);
  if (!block) {
    return;
  }

  /** One form for both widths and cases of a character; the length stays. */
  function folded(text) {
    return text.replace(/[^\u3400-\u9fff]/g, function (one) {
      var plain = one.normalize("NFKC").toLowerCase();
      return plain.length === 1 ? plain : one;
    });
  }

  function texts() {
    var walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    var found = [];
    while (walker.nextNode()) {
      if (!walker.currentNode.parentElement.closest(LEFT)) {
        found.push(walker.currentNode);
      }
    }
    return found;
  }

  /** true for each character that is to be marked. */
  function marked(text) {
    var found = [];
    folded(words).split(/[\s|]+/).filter(Boolean).forEach(function (word) {
      for (var at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
        for (var place = at; place < at + word.length; place += 1) {
          found[place] = true;
        }
      }
    });
    return found;
  }

  /** Put marks into one text; `found` tells of the whole block, `start` is where the text begins in it. */
  function mark(text, found, start) {
    var end = text.data.length;
    while (end > 0) {
      var is = Boolean(found[start + end - 1]);
      var from = end;
      while (from > 0 && Boolean(found[start + from - 1]) === is) {
        from -= 1;
      }
      if (is) {
        var part = from ? text.splitText(from) : text;
        var after = end - from < part.data.length ? part.splitText(end - from) : null;
        var made = gongkai.make("mark", { "class": "hit" });
        part.parentNode.insertBefore(made, after || part.nextSibling);
        made.append(part);
      }
      end = from;
    }
  }

  var all = texts();
  var found = marked(folded(all.map(function (text) { return text.data; }).join("")));
  var start = 0;
  all.forEach(function (text) {
    var length = text.data.length;
    mark(text, found, start);
    start += length;
  });
  window.addEventListener("load", function () {
    var first = block.querySelector("mark.hit");
    var box = first && first.getBoundingClientRect();
    if (box && (box.top < 0 || box.bottom > innerHeight)) {
      first.scrollIntoView({ block: "center" });
    }
  });
})();
