/* 简繁: what is seen and spoken in traditional script. Texts and attributes are changed in place, never an element;
   what was there is kept and comes back. Texts that scripts add later are changed, too. */
(function () {
  "use strict";

  var LEFT = "script, style, textarea, .py, [translate=no], [contenteditable], option:not([value])";
  var ATTRIBUTES = ["title", "aria-label", "alt", "placeholder", "data-name", "data-head"];
  var WATCHED = { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES };
  var root = document.documentElement;
  var language = root.lang;
  var kept = new Map(); // text or attribute -> [original, shown]
  var watcher = new MutationObserver(function (changes) {
    changes.forEach(function (change) {
      if (change.type === "childList") {
        change.addedNodes.forEach(below);
      } else if (change.type === "characterData") {
        below(change.target);
      } else {
        attribute(change.target, change.attributeName);
      }
    });
  });
  var values;

  function convert(node) {
    var pair = kept.get(node);
    if (pair && pair[1] === node.nodeValue) {
      return;
    }
    pair = [node.nodeValue, values(node.nodeValue).join("")];
    kept.delete(node);
    if (pair[0] !== pair[1]) {
      kept.set(node, pair);
      node.nodeValue = pair[1];
    }
  }

  function attribute(element, name) {
    if (element.hasAttribute(name) && !element.closest("[translate=no]")) {
      convert(element.getAttributeNode(name));
    }
  }

  function below(node) {
    gongkai.texts(node, LEFT).forEach(convert);
    if (node.nodeType === 1) {
      ATTRIBUTES.forEach(function (name) {
        attribute(node, name);
        node.querySelectorAll("[" + name + "]").forEach(function (element) { attribute(element, name); });
      });
    }
  }

  gongkai.hant = {
    on: function (table) {
      if (!values) {
        values = table;
        root.lang = "zh-Hant";
        below(root);
        gongkai.note("script", "繁體由程式轉換，以簡體原文為準。");
        watcher.observe(root, WATCHED);
      }
    },
    off: function () {
      if (values) {
        watcher.disconnect();
        values = null;
        kept.forEach(function (pair, node) {
          if (node.nodeValue === pair[1]) {
            node.nodeValue = pair[0];
          }
        });
        kept.clear();
        root.lang = language;
        gongkai.note("script", "");
      }
    },
    /** A text as the page has it. */
    original: function (node) {
      var pair = kept.get(node);
      return pair && pair[1] === node.data ? pair[0] : node.data;
    }
  };
})();
