/* What a reader has chosen, applied before the first paint: <html data-size="150" data-scheme="cream">.
   A choice comes from the address (?mode=elder) or from this browser's storage; nothing is kept until one is made.
   Once kept it leaves the address, where it would undo the next choice at each reload. */
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
    keys: ["on", "off"],
    aids: ["open"]
  };
  var KEY = "gongkai";
  var root = document.documentElement;
  // the home of 长辈版 is in that mode by itself: who goes there has chosen it
  var own = root.getAttribute("data-mode");
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

  /** Keep one choice beside those that other windows have made meanwhile. */
  function store(name) {
    var kept = stored();
    kept[name] = chosen[name];
    try {
      if (JSON.stringify(kept) === "{}") {
        localStorage.removeItem(KEY);
      } else {
        localStorage.setItem(KEY, JSON.stringify(kept));
      }
    } catch (error) {
      keeps = false;
    }
  }

  function known(name) {
    return Object.prototype.hasOwnProperty.call(CHOICES, name);
  }

  function allowed(name, value) {
    return known(name) && CHOICES[name].indexOf(value) >= 0;
  }

  function apply(name) {
    if (allowed(name, chosen[name])) {
      root.setAttribute("data-" + name, chosen[name]);
    } else {
      delete chosen[name];
      root.removeAttribute("data-" + name);
    }
  }

  function set(name, value) {
    chosen[name] = value;
    apply(name);
    listeners.forEach(function (listener) { listener(name, chosen[name] || ""); });
  }

  /** Remember a choice and apply it; an empty value takes it back. */
  function choose(name, value) {
    set(name, value);
    store(name);
    settle();
  }

  /** Take back all choices; `except` stays. */
  function reset(except) {
    Object.keys(CHOICES).forEach(function (name) {
      if (name !== except && chosen[name]) {
        choose(name, "");
      }
    });
  }

  /** Choices as the pairs of a query, ["mode=elder", "size=150"]; whether the panel is open is no choice. */
  function query() {
    return Object.keys(chosen).filter(function (name) { return name !== "aids"; }).sort().map(function (name) { return name + "=" + chosen[name]; });
  }

  /** This page's address with just these choices. */
  function address(choices) {
    var others = location.search.slice(1).split("&").filter(function (pair) {
      return pair && !known(pair.split("=")[0]);
    });
    var all = others.concat(choices).join("&");
    return location.href.split(/[?#]/)[0] + (all && "?" + all) + location.hash;
  }

  /** The address carries choices only where this browser keeps none. */
  function settle() {
    var wanted = address(keeps ? [] : query());
    if (wanted !== location.href) {
      try {
        history.replaceState(history.state, "", wanted);
      } catch (error) { /* the address of a file may have to stay */ }
    }
  }

  /** Choices that stand in the address; an empty one is taken back. */
  function ask() {
    location.search.slice(1).split("&").forEach(function (pair) {
      var parts = pair.split("=");
      if (allowed(parts[0], parts[1]) || (!parts[1] && known(parts[0]))) {
        choose(parts[0], parts[1] || "");
      }
    });
  }

  /** What another window, or this one before it was left, has chosen; each opens the panel by itself. */
  function refresh() {
    var kept = keeps ? stored() : chosen;
    Object.keys(CHOICES).forEach(function (name) {
      var value = (name === "mode" && own) || kept[name];
      if (name !== "aids" && value !== chosen[name]) {
        set(name, value);
      }
    });
  }

  Object.keys(chosen).forEach(apply);
  ask();
  if (own) {
    choose("mode", own);
  }
  window.addEventListener("storage", refresh);
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) {
      refresh();
    }
  });
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
    query: function () { return query().join("&"); },
    /** This page's address with all choices, to be passed on. */
    address: function () { return address(query()); },
    /** False when this browser keeps nothing, so that links must carry the choices. */
    keeps: function () { return keeps; },
    choose: choose,
    reset: reset,
    /** Call `listener(name, value)` at each change. */
    onchange: function (listener) { listeners.push(listener); }
  };
})();
