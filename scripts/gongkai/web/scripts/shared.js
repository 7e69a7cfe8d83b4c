/* What several scripts need: an element made in one line, a script loaded once, a sentence told to screen readers,
   a text copied. */
(function () {
  "use strict";

  var loading = {};

  /** A new element: make("button", {type: "button", "aria-pressed": "false"}, "放大", child). */
  function make(tag, attributes) {
    var element = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (name) {
      element.setAttribute(name, attributes[name]);
    });
    for (var place = 2; place < arguments.length; place += 1) {
      element.append(arguments[place]);
    }
    return element;
  }

  /** Load assets/FILE once, then call `then(true)`, or `then(false)` when it cannot be had. */
  function load(file, then) {
    if (!loading[file]) {
      loading[file] = new Promise(function (done) {
        var script = make("script", { src: gongkai.root + "assets/" + file });
        script.onload = function () { done(true); };
        script.onerror = function () { done(false); };
        document.head.append(script);
      });
    }
    loading[file].then(then);
  }

  /** Tell screen readers, politely. */
  function say(text) {
    var place = document.getElementById("status");
    place.textContent = "";
    window.setTimeout(function () { place.textContent = text; }, 50);
  }

  /** Put a text on the clipboard, then call `then(ok)`. */
  function copy(text, then) {
    function byHand() {
      var field = make("textarea", { "class": "unseen", readonly: "" }, text);
      var before = document.activeElement;
      var ok = false;
      document.body.append(field);
      field.select();
      try {
        ok = document.execCommand("copy");
      } catch (error) { /* an old browser without it */ }
      field.remove();
      before.focus();
      then(ok);
    }
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(text).then(function () { then(true); }, byHand);
    } else {
      byHand();
    }
  }

  // where the browser keeps nothing, links carry the choices
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a[href]");
    if (link && !gongkai.keeps() && link.href.indexOf(gongkai.root) === 0 && link.href.indexOf("?") < 0) {
      link.search = gongkai.query();
    }
  }, true);

  gongkai.make = make;
  gongkai.copy = copy;
  gongkai.load = load;
  gongkai.say = say;
})();
