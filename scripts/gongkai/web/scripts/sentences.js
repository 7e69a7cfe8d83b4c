/* The sentences of a page in reading order, each with its places in the page; nothing in the page is changed.
   A row of a table is one text: 首小时：3元，以后每小时：2元. */
(function () {
  "use strict";

  var BLOCKS = "p, li, h1, h2, h3, h4, h5, h6, dt, dd, th, td, caption, figcaption, summary, pre, div, section";
  var SILENT = "nav, button, script, svg, rt, rp, select, .actions, .aloud, .aside-note, .print-only, .unseen, .back, .footnote-backref, .footnote-ref, .told, .card, .order, [hidden], [aria-hidden=true]";
  var MOST = 60; // characters of an utterance, 120 when figures are said as words
  var LEAST = 10;
  var OPEN = "“‘（(《「『〔【[";
  var CLOSE = "”’）)》」』〕】]";

  /** What is read: that a document is repealed or not yet in force, and its text. */
  function roots() {
    var article = document.querySelector("main article");
    var state = document.querySelectorAll("main .banner h2, main .banner p");
    return article ? Array.prototype.filter.call(state, function (part) { return !article.contains(part); }).concat(article) : [document.querySelector("main")];
  }

  function isSaid(node) {
    var parent = node.parentElement;
    var seen = parent.checkVisibility ? parent.checkVisibility({ visibilityProperty: true }) : parent.getClientRects().length > 0;
    return seen && node.data.trim() && !parent.closest(SILENT);
  }

  /** What is said before a cell: its head; units belong to the figure before, sentences and years speak for themselves,
      and so do words once two rows have made the columns known. */
  function lead(cell, text) {
    if (cell.classList.contains("c-unit")) {
      return "";
    }
    var clear = cell.matches(".c-sentence, .c-period") || (cell.parentNode.sectionRowIndex > 1 && !/^\s*\D?\d/.test(cell.textContent));
    var head = clear ? "" : cell.getAttribute("data-head");
    return (text && !/^\s*…/.test(cell.textContent) ? "，" : "") + (head ? head + "：" : "");
  }

  /** Runs of text nodes that stand in one block or one row: {block, text, nodes: [[place in the text, node], …]}. */
  function blocks(root) {
    var walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    var found = [];
    var cell = null;
    while (walk.nextNode()) {
      var node = walk.currentNode;
      if (!isSaid(node)) {
        continue;
      }
      var own = node.parentElement.closest(BLOCKS);
      var row = /^T[DH]$/.test(own.tagName) && own.closest("table").querySelector("td[data-head]") && own.parentNode;
      if (row && row.parentNode.tagName === "THEAD") {
        continue;
      }
      var last = found[found.length - 1];
      if (!last || last.block !== (row || own)) {
        last = { block: row || own, nodes: [], text: "" };
        found.push(last);
      }
      if (row && cell !== own) {
        last.text += lead(own, last.text);
      }
      cell = own;
      last.nodes.push([last.text.length, node]);
      last.text += node.data.replace(/\s/g, " ");
    }
    return found;
  }

  /** Where a sentence ends, by rank: 3 end mark, 2 comma, 1 lesser or inside quotes and brackets; 0 is no place to cut. */
  function ranks(text) {
    var depth = 0;
    return text.split("").map(function (mark, place) {
      var next = text[place + 1] || "";
      depth = Math.max(0, depth + (OPEN.indexOf(mark) >= 0) - (CLOSE.indexOf(mark) >= 0));
      if (CLOSE.indexOf(next) >= 0 && next) {
        return 0;
      }
      var ends = /[。！？；]/.test(mark) || /[!?;]/.test(mark) && !/\S/.test(next)
        || CLOSE.indexOf(mark) >= 0 && !depth && /[。！？；]/.test(text[place - 1]);
      var between = /\d/.test(text[place - 1]) && /\d/.test(next);
      return ends ? (depth ? 1 : 3) : /[，,]/.test(mark) && !between ? (depth ? 1 : 2) : /[、：]/.test(mark) && !between ? 1 : 0;
    });
  }

  /** The last best place to cut within `most` characters. */
  function cut(text, most) {
    var rank = ranks(text);
    for (var wanted = 3; wanted > 0; wanted -= 1) {
      for (var place = most - 1; place >= LEAST; place -= 1) {
        if (rank[place] === wanted) {
          return place + 1;
        }
      }
    }
    while (most > LEAST && /[\w.%]/.test(text[most - 1]) && /[\w.%％‰]/.test(text[most])) {
      most -= 1;
    }
    return most;
  }

  function pieces(text) {
    var found = [];
    var from = 0;
    function add(sentence) {
      var long = sentence.length > MOST;
      if (long || gongkai.spoken(sentence).text.length > 2 * MOST) {
        var at = cut(sentence, long ? MOST : Math.ceil(sentence.length / 2));
        found.push(sentence.slice(0, at));
        add(sentence.slice(at));
      } else if (sentence) {
        found.push(sentence);
      }
    }
    ranks(text).forEach(function (rank, place) {
      if (rank === 3) {
        add(text.slice(from, place + 1));
        from = place + 1;
      }
    });
    add(text.slice(from));
    return found;
  }

  /** The places in the page between two places of a block's text, one for each text node. */
  function ranges(block, from, to) {
    var found = [];
    block.nodes.forEach(function (each) {
      var start = Math.max(from - each[0], 0);
      var end = Math.min(to - each[0], each[1].length);
      if (start < end) {
        var made = document.createRange();
        made.setStart(each[1], start);
        made.setEnd(each[1], end);
        found.push(made);
      }
    });
    return found;
  }

  /** [{text, block, node, ranges()}, …]; `node` is the first text of the block, to see whether it still stands. */
  gongkai.sentences = function () {
    var found = [];
    Array.prototype.concat.apply([], roots().map(blocks)).forEach(function (block) {
      var from = 0;
      pieces(block.text).forEach(function (text) {
        var start = from;
        from += text.length;
        if (/[\u4e00-\u9fff\w%]/.test(text)) {
          found.push({
            text: text,
            block: block.block,
            node: block.nodes[0][1],
            ranges: function () { return ranges(block, start, start + text.length); }
          });
        }
      });
    });
    return found;
  };
})();
