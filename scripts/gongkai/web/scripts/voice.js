/* One utterance through the Chinese voice of this device. It survives late voices, no voice, errors, silence, a voice
   that stops in the middle, and one that never tells that it has ended. */
(function () {
  "use strict";

  var NO_VOICE = "这台设备没有中文语音，不能朗读。可以在系统设置里添加中文语音。";
  var FAILED = "朗读不可用。请关掉其他正在说话的程序，或者重新打开浏览器再试。";
  var LOOKS = 10; // for voices that come late, 200 ms apart
  var START = 4; // seconds until the first event
  var SLOW = 0.45; // seconds a character, at most
  var GAP = 60; // milliseconds: some browsers lose what is said right behind a cancel
  var synth = window.speechSynthesis;
  var turn = 0;
  var timer = 0;
  var works = false;
  var current = null; // kept, or Chrome forgets it before it ends

  /** Mainland ones first; null when there is none. */
  function choose() {
    var mine = synth.getVoices().filter(function (found) { return /^(zh|cmn)/i.test(found.lang) && found.localService; });
    return mine.filter(function (found) { return /CN|Hans|^cmn$|^zh$/i.test(found.lang); })[0] || mine[0] || null;
  }

  function find(then, fail, looks) {
    var voice = choose();
    if (voice) {
      then(voice);
    } else if (looks < LOOKS) {
      timer = setTimeout(function () { find(then, fail, looks + 1); }, 200);
    } else {
      fail(NO_VOICE);
    }
  }

  /** Nothing more comes from what was said before: cancelling tells it of an error. */
  function leave() {
    turn += 1;
    clearTimeout(timer);
    current = null;
  }

  function hush() {
    var busy = Boolean(current);
    leave();
    if (busy) {
      synth.cancel();
    }
    return busy;
  }

  function utter(words, voice, again) {
    var mine = turn;
    var heard = false;
    var left = START;
    var quiet = 0;
    var utterance = current = new SpeechSynthesisUtterance(words.text);

    function on(name, act) {
      utterance["on" + name] = function (event) {
        if (mine === turn) {
          act(event);
        }
      };
    }
    function alive(characters) {
      heard = works = true;
      left = START + characters * SLOW / words.rate;
    }
    function done() {
      leave();
      words.end();
    }
    function lost() {
      hush();
      if (again || !works) {
        words.fail(FAILED);
      } else {
        timer = setTimeout(function () { utter(words, voice, true); }, GAP);
      }
    }
    function look() {
      left -= 1;
      quiet = synth.speaking || synth.pending ? 0 : quiet + 1;
      if (heard && quiet > 1) {
        done();
      } else if (left <= 0) {
        lost();
      } else {
        timer = setTimeout(look, 1000);
      }
    }

    utterance.lang = "zh-CN";
    utterance.voice = voice;
    utterance.rate = words.rate;
    on("start", function () { alive(words.text.length); });
    on("boundary", function (event) {
      alive(words.text.length - event.charIndex);
      words.word(event.charIndex, event.charLength || 2);
    });
    on("end", done);
    on("error", lost);
    timer = setTimeout(look, 1000);
    synth.speak(utterance);
  }

  /** Say {text, rate, word(place, length), end(), fail(why)} instead of what is being said; one of end and fail is called once. */
  function speak(words) {
    var busy = hush();
    find(function (voice) {
      if (busy) {
        timer = setTimeout(function () { utter(words, voice, false); }, GAP);
      } else {
        utter(words, voice, false);
      }
    }, words.fail, 0);
  }

  // what another page of the site was saying, or had left paused
  synth.cancel();
  synth.resume();
  gongkai.voice = { speak: speak, hush: hush };
})();
