/* The control 朗读全文 loads the reader when it is first used; settings.js has it shown where this browser can speak. */
(function () {
  "use strict";

  if (!window.speechSynthesis || !window.SpeechSynthesisUtterance) {
    return;
  }
  document.querySelectorAll("[data-aloud]").forEach(function (button) {
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
