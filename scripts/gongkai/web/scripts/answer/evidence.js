/* How far a text holds the content of a question: by its own words, by the official word for a reader's word, by a word
   with one wrong letter, by single letters. gongkai.evidence(asked, words, texts, sounds).of([[1, "办结率达98.8%"]]) -> 0.93 */
(function () {
  "use strict";

  var OFFICIAL = 0.95;
  var LATER = 0.03; // official words stand in order, likeliest first
  var PARTLY = 0.7;
  var WRONG_LETTER = 0.8;
  var SOUND = 0.75;
  var LETTER = 0.3;
  var SOFT = 0.7;
  var SHORT = 0.75;
  var ALONE = 0.7;
  var VERB = 0.6;
  var WEAK = 0.4;
  var UNSEEN = 0.5;

  // 12345 of 12345热线: one word
  var DIGITS = "零一二三四五六七八九十";
  var NUMBER = /[0-9a-z+.%]+/g;

  /** Whether a text has a word; a number only as a whole: 24 is not in 4924件. */
  function contains(text, word) {
    var at = text.indexOf(word);
    while (at >= 0 && /\d/.test(word) && (/\d/.test(text[at - 1] || "") || /^\d+$/.test(word + (text[at + word.length] || "x")))) {
      at = text.indexOf(word, at + 1);
    }
    return at >= 0;
  }

  function bigrams(word) {
    var found = [];
    for (var at = 0; at + 1 < word.length; at += 1) {
      found.push(word.substr(at, 2));
    }
    return found;
  }

  /** Readers' words in the question with what documents say: [{from, to, official: [...]}]. */
  function overlays(asked, words, seen) {
    var found = [];
    function add(word, official, noun) {
      var at = asked.text.indexOf(word);
      while (at >= 0) {
        if (word.length > 1 || alone(asked, at, seen)) {
          found.push({ from: at, to: at + word.length, official: official, verb: !noun, common: noun, short: word.length < 2 });
        }
        at = asked.text.indexOf(word, at + 1);
      }
    }
    for (var from = 0; from < asked.text.length; from += 1) {
      for (var to = from + 1; to <= asked.text.length && to <= from + 8; to += 1) {
        var word = asked.text.slice(from, to);
        if (Object.prototype.hasOwnProperty.call(words, word)) {
          found.push({ from: from, to: to, official: words[word] });
        }
      }
    }
    var number = gongkai.pattern("numeral");
    var match;
    while ((match = number.exec(asked.text))) {
      var rest = asked.text.substr(match.index + match[0].length, 1);
      found.push({ from: match.index, to: number.lastIndex + rest.length, official: [DIGITS.indexOf(match[0]) + rest] });
    }
    gongkai.asking.alike.concat(gongkai.asking.places).forEach(function (row) {
      var group = row[0].split("|");
      group.forEach(function (word) {
        add(word, group.filter(function (other) { return other !== word; }), row[1] === "noun");
      });
    });
    return found;
  }

  /** Whether a letter is no part of a longer word that the documents know. */
  function alone(asked, at, seen) {
    return !seen(asked.text.slice(at - 1, at + 1)) && !seen(asked.text.substr(at, 2));
  }

  /** Places of words that say little, when the documents do not have them as part of a word: 搞 of 检查搞了几次. */
  function weak(asked, rarity) {
    var found = asked.light;
    var expression = gongkai.pattern("weak");
    var match;
    while ((match = expression.exec(asked.text))) {
      var from = match.index;
      var known = match[0].length === 1 && (rarity(asked.text.slice(from - 1, from + 1)) || rarity(asked.text.substr(from, 2)));
      for (var at = 0; at < match[0].length && !known; at += 1) {
        found[from + at] = true;
      }
    }
    return found;
  }

  /** The letters of the content with what they weigh: rare ones more. */
  function letters(asked, over, rarity) {
    var found = [];
    var light = weak(asked, rarity);
    asked.runs.forEach(function (run) {
      var signs = run.text.replace(NUMBER, function (word) { return word[0] + "\u0002".repeat(word.length - 1); });
      signs.split("").forEach(function (sign, at) {
        if (sign === "\u0002") {
          return;
        }
        if (sign.charCodeAt(0) < 128) {
          sign = run.text.slice(at).match(NUMBER)[0];
        }
        var near = sign.length > 1 ? [sign] : [run.text.slice(at - 1, at + 1), run.text.substr(at, 2)].filter(function (pair) {
          return pair.length > 1;
        });
        var own = Math.max.apply(null, near.map(rarity).concat(0));
        var place = run.from + at;
        var other = 0;
        var common = false;
        over.forEach(function (one) {
          if (one.from <= place && place < one.to) {
            common = common || one.common;
            other = Math.max.apply(null, one.official.map(rarity).concat(other));
          }
        });
        found.push({
          sign: sign, place: place, common: common, run: run, pairs: near, skip: at && at + 1 < run.text.length ? [run.text[at - 1], run.text[at + 1]] : null,
          verb: light[place] || over.some(function (one) { return one.verb && one.from <= place && place < one.to; }),
          weight: (Math.max(own, other * 0.9) || rarity(sign) * UNSEEN || UNSEEN) * (light[place] ? WEAK : 1), known: own > 0, away: !own && near.some(function (pair) { return asked.others.indexOf(pair) >= 0; }),
          soft: own > 0 ? LETTER : LETTER + (SOFT - LETTER) * rarity(sign)
        });
      });
    });
    return found;
  }

  function evidence(asked, words, texts, sounds) {
    var counted = {};
    function rarity(word) {
      if (!word) {
        return 0;
      }
      if (counted[word] === undefined) {
        var n = texts.filter(function (text) { return text.indexOf(word) >= 0; }).length;
        counted[word] = n ? Math.log(1 + texts.length / n) / Math.log(1 + texts.length) : 0;
      }
      return counted[word];
    }
    function seen(pair) { return pair.length === 2 && rarity(pair) > 0; }
    var over = overlays(asked, words, seen);
    var list = letters(asked, over, rarity);
    var total = list.reduce(function (sum, one) { return sum + one.weight; }, 0);

    function official(one, text) {
      return Math.max.apply(null, one.official.map(function (word, rank) {
        if (text.indexOf(word) >= 0) {
          return one.short ? VERB : OFFICIAL - (one.common || one.verb ? 0 : LATER * rank);
        }
        var pairs = bigrams(word);
        var held = pairs.filter(function (pair) { return text.indexOf(pair) >= 0; }).length;
        return word.length > 2 && held * 2 >= pairs.length ? PARTLY * held / pairs.length : 0;
      }).concat(0));
    }

    /** Whether a text has a pair with one letter that sounds alike: 跨省 for 夸省. */
    function sounding(pair, text) {
      return [0, 1].some(function (same) {
        var wrong = sounds[pair[1 - same]];
        for (var at = text.indexOf(pair[same]); wrong && at >= 0; at = text.indexOf(pair[same], at + 1)) {
          if (sounds[text[at + 1 - 2 * same]] === wrong) {
            return true;
          }
        }
        return false;
      });
    }

    /** For each letter of the content, how well a text holds it: 0 to 1. */
    function credits(text) {
      var other = over.map(function (one) { return official(one, text); });
      return list.map(function (one) {
        if (one.pairs.some(function (pair) { return contains(text, pair); }) ||
            !one.pairs.length && one.sign.charCodeAt(0) < 128 && contains(text, one.sign)) {
          return 1;
        }
        var best = text.indexOf(one.sign) >= 0 ? (one.pairs.length || one.verb ? one.soft : ALONE) : 0;
        over.forEach(function (span, at) {
          if (span.from <= one.place && one.place < span.to) {
            best = Math.max(best, other[at]);
          }
        });
        if (sounds && best < SOUND && one.pairs.some(function (pair) { return sounding(pair, text); })) {
          best = SOUND;
        }
        if (!one.known && best < SHORT && one.pairs.some(function (pair) { return shortened(pair, text); })) {
          best = SHORT;
        }
        if (best < WRONG_LETTER && one.skip) {
          var from = text.indexOf(one.skip[0]);
          while (from >= 0 && text[from + 2] !== one.skip[1]) {
            from = text.indexOf(one.skip[0], from + 1);
          }
          best = from >= 0 ? WRONG_LETTER : best;
        }
        return best;
      });
    }

    /** Whether the letters of a pair stand in order within a longer word: 违建 for 违章建筑. */
    function shortened(pair, text) {
      for (var at = text.indexOf(pair[0]); at >= 0; at = text.indexOf(pair[0], at + 1)) {
        if (text.slice(at + 2, at + 4).indexOf(pair[1]) >= 0) {
          return true;
        }
      }
      return false;
    }

    var known = {};
    function remembered(text) {
      known[text] = known[text] || credits(text);
      return known[text];
    }

    /** Part of the content's weight that fields hold, each [factor, text]; `by` has it letter by letter. */
    function of(fields) {
      var best = list.map(function () { return 0; });
      fields.forEach(function (field) {
        remembered(field[1]).forEach(function (credit, at) {
          best[at] = Math.max(best[at], credit * field[0]);
        });
      });
      var sum = 0;
      list.forEach(function (one, at) { sum += one.weight * best[at]; });
      return { part: total ? sum / total : 0, by: best };
    }

    return { letters: list, total: total, sounded: Boolean(sounds), of: of, rarity: rarity };
  }

  gongkai.evidence = evidence;
})();
