/* 大字幕: what is pointed at, focused or read aloud, large at the foot of the window; a repeat, so hidden from readers by ear. */
(function () {
  "use strict";

  var LINES = 2;
  var BLOCKS = "p, li, td, th, dt, dd, h1, h2, h3, h4, h5, h6, caption, figcaption, legend, a, button, summary, label";
  var before = gongkai.make("span", {});
  var now = gongkai.make("mark", {});
  var after = gongkai.make("span", {});
  var caption = gongkai.make("div", { "class": "caption", "aria-hidden": "true", hidden: "" }, gongkai.make("p", {}, before, now, after));
  var told = "";
  var from = 0;

  function room() {
    var text = getComputedStyle(before.parentNode);
    return LINES * Math.floor(parseFloat(text.width) / parseFloat(text.fontSize)) - 2;
  }

  /** As much of the text as fits; it turns over when the words being read are past its end. */
  function tell(text, start, end) {
    caption.hidden = !text;
    var most = room();
    if (text !== told || start < from) {
      from = 0;
    }
    if (end > from + most) {
      from = start;
    }
    told = text;
    before.textContent = text.slice(from, start);
    now.textContent = text.slice(start, end);
    after.textContent = text.slice(end, from + most) + (text.length > from + most ? "…" : "");
  }

  function point(event) {
    var block = event.target.closest && event.target.closest(BLOCKS);
    if (block && caption.isConnected && !caption.contains(block)) {
      tell(block.textContent.replace(/\s+/g, " ").trim(), 0, 0);
    }
  }

  function show() {
    if (gongkai.value("caption") && !caption.isConnected) {
      document.body.append(caption);
      point({ target: document.activeElement });
    } else if (!gongkai.value("caption")) {
      caption.remove();
    }
  }

  document.addEventListener("pointerover", point);
  document.addEventListener("focusin", point);
  document.addEventListener("gongkai:sentence", function (event) {
    if (!caption.isConnected) {
      return;
    }
    tell(event.detail.text, event.detail.start || 0, event.detail.end || 0);
  });
  gongkai.onchange(show);
  show();
})();
