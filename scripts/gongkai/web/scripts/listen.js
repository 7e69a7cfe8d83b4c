/* Reading aloud is loaded when it is first used; settings.js shows the control 朗读全文 where this browser can speak. */
(function () {
  "use strict";

  /** Call `then(reader)` with what reads aloud, or say that it did not come. */
  function withReader(then) {
    gongkai.load("aloud.js", function (ok) {
      if (ok) {
        then(gongkai.aloud);
      } else {
        gongkai.say("朗读没有读到。请检查网络后再试。");
      }
    });
  }

  function read() {
    withReader(function (reader) { reader.toggle(); });
  }

  gongkai.withReader = withReader;
  gongkai.read = read;
  document.querySelectorAll("[data-aloud]").forEach(function (button) {
    button.addEventListener("click", read);
  });
})();
