/* What a reader has chosen, applied before the first paint: <html data-size="150" data-scheme="cream">.
   A choice comes from the address (?mode=elder) or from this browser's storage; nothing is kept until one is made. */
(function () {
  "use strict";

  // name in the address, in storage and in data-*: the values it may have
  var CHOICES = {
    mode: ["elder"],
    size: ["125", "150", "200"],
    scheme: ["light", "bw", "black-yellow", "blue-yellow", "cream", "dark"],
    leading: ["wide", "wider"],
    ruler: ["line", "cross"],
    caption: ["on"],
    pointer: ["large"],
    pinyin: ["on"],
    script: ["hant"],
    speed: ["0.5", "0.75", "1.25", "1.5", "2"],
    keys: ["on"],
    aids: ["open"]
  };
  var KEY = "gongkai";
  var root = document.documentElement;
  var listeners = [];
  var keeps = true;
  var chosen = stored();

  function stored() {
    var found = {};
    var kept = {};
    try {
      kept = JSON.parse(localStorage.getItem(KEY)) || {};
    } catch (error) {
      keeps = !(error instanceof DOMException);
    }
    Object.keys(CHOICES).forEach(function (name) {
      if (Object.prototype.hasOwnProperty.call(kept, name)) {
        found[name] = kept[name];
      }
    });
    return found;
  }

  function store() {
    try {
      if (Object.keys(chosen).length) {
        localStorage.setItem(KEY, JSON.stringify(chosen));
      } else {
        localStorage.removeItem(KEY);
      }
    } catch (error) {
      keeps = false;
    }
  }

  function allowed(name, value) {
    return Object.prototype.hasOwnProperty.call(CHOICES, name) && CHOICES[name].indexOf(value) >= 0;
  }

  function apply(name) {
    if (allowed(name, chosen[name])) {
      root.setAttribute("data-" + name, chosen[name]);
    } else {
      delete chosen[name];
      root.removeAttribute("data-" + name);
    }
  }

  /** Remember a choice and apply it; an empty value takes it back. */
  function choose(name, value) {
    chosen[name] = value;
    apply(name);
    store();
    listeners.forEach(function (listener) { listener(name, chosen[name] || ""); });
  }

  /** Take back all choices; `except` stays. */
  function reset(except) {
    Object.keys(CHOICES).forEach(function (name) {
      if (name !== except && chosen[name]) {
        choose(name, "");
      }
    });
  }

  function fromAddress() {
    var met = false;
    location.search.slice(1).split("&").forEach(function (pair) {
      var parts = pair.split("=");
      var known = Object.prototype.hasOwnProperty.call(CHOICES, parts[0]);
      if (known && (!parts[1] || allowed(parts[0], parts[1]))) {
        chosen[parts[0]] = parts[1] || "";
        met = true;
      }
    });
    return met;
  }

  var asked = fromAddress();
  // the home of 长辈版 is in that mode by itself: who goes there has chosen it
  if (root.getAttribute("data-mode") && chosen.mode === undefined) {
    chosen.mode = root.getAttribute("data-mode");
    asked = true;
  }
  Object.keys(chosen).forEach(apply);
  if (asked) {
    store();
  }
  // what needs a script or a voice is shown from the first paint on, so that nothing moves later
  root.setAttribute("data-js", "");
  if (window.speechSynthesis && window.SpeechSynthesisUtterance) {
    root.setAttribute("data-speech", "");
  }

  window.gongkai = {
    /** Address of the site's root, with closing slash. */
    root: document.currentScript.src.replace(/assets\/[^/]*$/, ""),
    choices: CHOICES,
    /** The chosen value, or "". */
    value: function (name) { return chosen[name] || ""; },
    /** All choices as they stand in an address: "mode=elder&size=150", or ""; whether the panel is open is no choice. */
    query: function () {
      return Object.keys(chosen).filter(function (name) { return name !== "aids"; }).sort().map(function (name) { return name + "=" + chosen[name]; }).join("&");
    },
    /** False when this browser keeps nothing, so that links must carry the choices. */
    keeps: function () { return keeps; },
    choose: choose,
    reset: reset,
    /** Call `listener(name, value)` at each change. */
    onchange: function (listener) { listeners.push(listener); }
  };
})();
