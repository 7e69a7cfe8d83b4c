/* The files of the index: each is a script that hands over its content, so that it also loads from a disk. Decoded as
   search/shards.py writes them. */
(function () {
  "use strict";

  var LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef";
  var STOP = 39;
  var PAGE = 64;
  var CHUNK = 0x100;
  var size = 0; // of the alphabet of digits
  var values = {};
  var waiting = {}; // name -> what to call with the content
  var loading = {}; // name -> promise of the content
  var engine = gongkai.engine = {};

  for (var code = 35; code < 127; code += 1) {
    var digit = String.fromCharCode(code);
    if (LETTERS.indexOf(digit) < 0 && digit !== "\\") {
      values[digit] = size;
      size += 1;
    }
  }

  /** Called by each file of the index. */
  gongkai.take = (name, content) => {
    if (waiting[name]) {
      waiting[name](content);
    }
  };

  /** The content of a file by its full name; one that does not come is asked for again next time. */
  engine.take = name => {
    if (!loading[name]) {
      loading[name] = new Promise((done, failed) => {
        var script = gongkai.make("script", { src: gongkai.root + "search/" + name + ".js" });
        waiting[name] = done;
        script.onload = script.onerror = () => {
          script.remove();
          delete waiting[name];
          failed(name); // of no effect when the content has come
        };
        document.head.append(script);
      });
      loading[name].catch(() => delete loading[name]);
    }
    return loading[name];
  };

  /** The root of the index. */
  engine.openRoot = () => engine.take("index").then(text => {
    if (!engine.root) {
      engine.root = JSON.parse(text);
      engine.rules = engine.root.rules;
    }
    return engine.root;
  });

  /** The content of a numbered file; empty when there is none. */
  engine.file = (letter, number) => {
    var page = Math.floor(number / PAGE);
    return engine.take("d" + letter + page + "-" + engine.root.pages[letter].substr(page * 4, 4)).then(directory => {
      var found = directory.substr(number % PAGE * 4, 4);
      return found === "----" ? "" : engine.take(letter + number + "-" + found);
    });
  };

  /** A number of a text at a place -> [number, next place]. */
  function number(text, place) {
    var value = 0;
    var digit = values[text[place]];
    while (digit >= STOP) {
      value = value * (size - STOP) + digit - STOP + 1;
      place += 1;
      digit = values[text[place]];
    }
    return [value * STOP + digit, place + 1];
  }

  engine.numbers = text => {
    var found = [];
    for (var next = [0, 0]; next[1] < text.length;) {
      next = number(text, next[1]);
      found.push(next[0]);
    }
    return found;
  };

  /** An entry of a shard: how many documents hold the term, and [document, title, body, chunk] of the best ones. */
  engine.entry = text => {
    var next = text[0] === "!" ? number(text, 1) : [0, 0];
    var count = next[0];
    var postings = [];
    var impact = 0;
    var at = -1;
    for (var place = next[1]; place < text.length;) {
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
  };

  engine.isPair = term => term.length === 2 && term[0] >= "\u3400" && term[1] >= "\u3400";

  /** A shard: term -> its entry, reader's word -> official words and, after a blank, its entry. */
  engine.lines = content => {
    var terms = new Map();
    var says = new Map();
    content.split("\n").forEach(line => {
      var word = line[0] === "=";
      var end = engine.isPair(line.substr(0, 2)) ? 2 : line.indexOf(word ? "=" : " ", 1);
      (word ? says : terms).set(line.slice(word ? 1 : 0, end), line.slice(line[end] === " " || word ? end + 1 : end));
    });
    return { terms: terms, says: says };
  };
})();
