/* 阅读标尺 and 十字线: one line in the light, the rest veiled; follows pointer, focus and the arrow keys. */
(function () {
  "use strict";

  var make = gongkai.make;
  var above = make("i", {});
  var below = make("i", {});
  var across = make("b", {});
  var ruler = make("div", { "class": "ruler", "aria-hidden": "true" }, above, below, across);
  var at = { x: innerWidth / 2, y: innerHeight / 3 };

  function height() {
    var text = document.elementFromPoint(at.x, at.y) || document.body;
    return parseFloat(getComputedStyle(text).lineHeight) || 40;
  }

  function place() {
    var half = height() / 2;
    above.style.height = Math.max(0, at.y - half) + "px";
    below.style.top = at.y + half + "px";
    across.style.transform = "translateX(" + at.x + "px)";
  }

  function show() {
    if (gongkai.value("ruler")) {
      document.body.append(ruler);
      place();
    } else {
      ruler.remove();
    }
  }

  document.addEventListener("pointermove", function (event) {
    if (ruler.isConnected) {
      at = { x: event.clientX, y: event.clientY };
      place();
    }
  });
  document.addEventListener("focusin", function (event) {
    requestAnimationFrame(function () {
      var box = event.target.getBoundingClientRect();
      if (ruler.isConnected && box.height && box.height < innerHeight / 2) {
        at = { x: box.left, y: box.top + Math.min(box.height, height()) / 2 };
        place();
      }
    });
  });
  document.addEventListener("keydown", function (event) {
    var down = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    var free = event.target === document.body || event.target === document.documentElement || event.target.tabIndex < 0;
    if (down && free && ruler.isConnected) {
      event.preventDefault();
      scrollBy(0, down * height());
    }
  });
  window.addEventListener("resize", place);
  gongkai.onchange(show);
  show();
})();
