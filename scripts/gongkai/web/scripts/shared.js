/* What several scripts need: an element made in one line, a script loaded once, a sentence told to screen readers. */
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

  gongkai.make = make;
  gongkai.load = load;
  gongkai.say = say;
})();
