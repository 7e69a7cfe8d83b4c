/* The control 朗读全文: shown where this browser can speak, loads the reader when it is first used. */
(function () {
  "use strict";

  if (!window.speechSynthesis || !window.SpeechSynthesisUtterance) {
    return;
  }
  document.querySelectorAll("[data-aloud]").forEach(function (button) {
    button.parentNode.hidden = false;
    button.addEventListener("click", function () {
      gongkai.load("aloud.js", function (ok) {
        if (ok) {
          gongkai.aloud.toggle();
        } else {
          gongkai.say("朗读没有读到。请检查网络后再试。");
        }
      });
    });
  });
})();
