/* The sentences of an article in reading order, each with its places in the page; nothing in the page is changed. */
(function () {
  "use strict";

  var BLOCKS = "p, li, h1, h2, h3, h4, h5, h6, dt, dd, th, td, caption, figcaption, summary, pre, div, section";
  var SILENT = "nav, button, script, svg, rt, rp, select, .actions, .aloud, .aside-note, .print-only, .back, .told, .card, .order, [hidden], [aria-hidden=true]";
  var MOST = 60;
  var SHORT = 6;
  // 。” ends a sentence; a long one is cut behind ， as well
  var ENDS = /[^。！？；!?]*[。！？；!?]+[”’」』）)]*|[^。！？；!?]+$/g;

  function isSaid(node) {
    var parent = node.parentElement;
    var seen = parent.checkVisibility ? parent.checkVisibility({ visibilityProperty: true }) : parent.getClientRects().length > 0;
    return seen && node.data.trim() && !parent.closest(SILENT);
  }

  /** Runs of text nodes that stand in one block. */
  function blocks(root) {
    var walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    var found = [];
    while (walk.nextNode()) {
      var node = walk.currentNode;
      if (isSaid(node)) {
        var block = node.parentElement.closest(BLOCKS);
        var last = found[found.length - 1];
        if (!last || last.block !== block) {
          last = { block: block, nodes: [], text: "" };
          found.push(last);
        }
        last.nodes.push([last.text.length, node]);
        last.text += node.data.replace(/\s/g, " ");
      }
    }
    return found;
  }

  function pieces(text) {
    var found = [];
    (text.match(ENDS) || []).forEach(function (sentence) {
      while (sentence.length > MOST) {
        var cut = Math.max.apply(null, "，、：,".split("").map(function (mark) { return sentence.lastIndexOf(mark, MOST - 1); })) + 1;
        if (cut < 10) {
          cut = MOST;
          while (cut > 10 && /[\d.]/.test(sentence[cut - 1]) && /[\d.%％]/.test(sentence[cut])) {
            cut -= 1;
          }
        }
        found.push(sentence.slice(0, cut));
        sentence = sentence.slice(cut);
      }
      found.push(sentence);
    });
    return found;
  }

  function place(block, offset, end) {
    var found = block.nodes[0];
    block.nodes.forEach(function (each) {
      if (end ? each[0] < offset : each[0] <= offset) {
        found = each;
      }
    });
    return [found[1], Math.min(offset - found[0], found[1].length)];
  }

  function range(block, from, to) {
    var made = document.createRange();
    var start = place(block, from, false);
    var end = place(block, to, true);
    made.setStart(start[0], start[1]);
    made.setEnd(end[0], end[1]);
    return made;
  }

  /** The head that a short cell is read with: 份数：1; first cells, units and whole sentences speak for themselves. */
  function head(block) {
    var cell = block.block.closest("td[data-head]");
    return cell && cell.textContent.length <= SHORT && !/\bc-/.test(cell.className) ? cell.getAttribute("data-head") + "：" : "";
  }

  /** [{text, said, block, range()}, …] */
  gongkai.sentences = function (root) {
    var found = [];
    blocks(root).forEach(function (block) {
      var from = 0;
      pieces(block.text).forEach(function (text) {
        var start = from;
        from += text.length;
        if (/[\u4e00-\u9fff\w%]/.test(text)) {
          found.push({
            text: text,
            said: (start ? "" : head(block)) + text,
            block: block.block,
            range: function () { return range(block, start, start + text.length); }
          });
        }
      });
    });
    return found;
  };
})();
