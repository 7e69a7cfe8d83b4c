/* The files of the index: each is a script that hands over its content, so that it also loads from a disk. Decoded as
   search/shards.py writes them. */
(function () {
  "use strict";

  var LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef";
  var STOP = 39;
  var PAGE = 64;
  var CHUNK = 0x100;
  var DIGITS = "";
  var values = {};
  var waiting = {}; // name -> what to call with the content
  var loading = {}; // name -> promise of the content
  var engine = gongkai.engine = {};

  for (var code = 35; code < 127; code += 1) {
    var digit = String.fromCharCode(code);
    if (LETTERS.indexOf(digit) < 0 && digit !== "\\") {
      values[digit] = DIGITS.length;
      DIGITS += digit;
    }
  }

  /** Called by each file of the index. */
  gongkai.take = function (name, content) {
    if (waiting[name]) {
      waiting[name](content);
    }
  };

  /** The content of a file by its full name; one that does not come is asked for again next time. */
  function take(name) {
    if (!loading[name]) {
      loading[name] = new Promise(function (done, failed) {
        var script = gongkai.make("script", { src: gongkai.root + "search/" + name + ".js" });
        waiting[name] = done;
        script.onload = script.onerror = function () {
          script.remove();
          delete waiting[name];
          failed(name); // of no effect when the content has come
        };
        document.head.append(script);
      });
      loading[name].catch(function () { delete loading[name]; });
    }
    return loading[name];
  }

  /** The root of the index. */
  function root() {
    return take("index").then(function (text) {
      if (!engine.root) {
        engine.root = JSON.parse(text);
        engine.rules = engine.root.rules;
      }
      return engine.root;
    });
  }

  /** The content of a numbered file; empty when there is none. */
  function file(letter, number) {
    var page = Math.floor(number / PAGE);
    var hashes = engine.root.pages[letter];
    return take("d" + letter + page + "-" + hashes.substr(page * 4, 4)).then(function (directory) {
      var found = directory.substr(number % PAGE * 4, 4);
      return found === "----" ? "" : take(letter + number + "-" + found);
    });
  }

  /** A number of a text at a place -> [number, next place]. */
  function number(text, place) {
    var value = 0;
    var digit = values[text[place]];
    while (digit >= STOP) {
      value = value * (DIGITS.length - STOP) + digit - STOP + 1;
      place += 1;
      digit = values[text[place]];
    }
    return [value * STOP + digit, place + 1];
  }

  function numbers(text) {
    var found = [];
    for (var place = 0; place < text.length;) {
      var next = number(text, place);
      found.push(next[0]);
      place = next[1];
    }
    return found;
  }

  /** An entry of a shard: how many documents hold the term, and [document, title, body, chunk] of the best ones. */
  function entry(text) {
    var place = 0;
    var count = 0;
    var postings = [];
    var impact = 0;
    var at = -1;
    var next;
    if (text[0] === "!") {
      next = number(text, 1);
      count = next[0];
      place = next[1];
    }
    while (place < text.length) {
      var letter = LETTERS.indexOf(text[place]);
      if (letter >= 0) {
        impact = letter;
        at = -1;
        place += 1;
      } else {
        next = number(text, place);
        at += next[0] + 1;
        place = next[1];
        var chunk = place < text.length ? text.charCodeAt(place) - CHUNK : -1;
        postings.push([at, impact >> 3, impact & 7, Math.max(chunk, 0)]);
        place += chunk >= 0 ? 1 : 0;
      }
    }
    return { count: count || postings.length, postings: postings, whole: !count };
  }

  function isPair(term) {
    return term.length === 2 && term[0] >= "\u3400" && term[1] >= "\u3400";
  }

  /** A shard: term -> its entry, reader's word -> official words and, after a blank, its entry. */
  function lines(content) {
    var terms = new Map();
    var says = new Map();
    content.split("\n").forEach(function (line) {
      var end;
      if (isPair(line.substr(0, 2))) {
        terms.set(line.substr(0, 2), line.slice(2));
      } else if (line[0] === "=") {
        end = line.indexOf("=", 1);
        says.set(line.slice(1, end), line.slice(end + 1));
      } else {
        end = line.indexOf(" ");
        terms.set(line.slice(0, end), line.slice(end + 1));
      }
    });
    return { terms: terms, says: says };
  }

  engine.take = take;
  engine.openRoot = root;
  engine.file = file;
  engine.numbers = numbers;
  engine.entry = entry;
  engine.lines = lines;
  engine.isPair = isPair;
})();
