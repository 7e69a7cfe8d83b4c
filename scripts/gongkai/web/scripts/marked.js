/* The sentence that is being read: marked without changing the page, and brought into sight when it is out of it. */
(function () {
  "use strict";

  var mark = window.Highlight && CSS.highlights ? new Highlight() : null;

  function clear() {
    if (mark) {
      mark.clear();
      CSS.highlights.delete("reading");
    }
    document.querySelectorAll("[data-being-read]").forEach(function (block) { block.removeAttribute("data-being-read"); });
  }

  /** The lowest place that nothing covers: the bar of 长辈版 and the caption stand at the foot. */
  function foot() {
    return Array.prototype.reduce.call(document.querySelectorAll(".elder-bar, .caption"), function (lowest, cover) {
      return Math.min(lowest, cover.getBoundingClientRect().top);
    }, innerHeight);
  }

  function bring(places, block) {
    var first = places[0].getBoundingClientRect();
    if (first.left < 0 || first.left > document.documentElement.clientWidth) {
      block.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
    var top = places[0].getBoundingClientRect().top;
    var bottom = places[places.length - 1].getBoundingClientRect().bottom;
    var room = foot();
    if (top < 0 || bottom > room) {
      scrollBy(0, Math.min(top - 8, (top + bottom - room) / 2));
    }
  }

  function show(sentence) {
    var places = sentence.ranges();
    clear();
    if (mark) {
      places.forEach(function (place) { mark.add(place); });
      CSS.highlights.set("reading", mark);
    } else {
      sentence.block.setAttribute("data-being-read", "");
    }
    bring(places, sentence.block);
  }

  gongkai.marked = { show: show, clear: clear };
})();
