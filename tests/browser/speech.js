/* A voice that speaks at once, or fails in the ways that voices do: window.speech decides how. Installed before any page script.
   mode: speak | silent (no event at all) | error; stuckAt: the n-th never ends; deafAt: the n-th ends and does not tell;
   hold: each is begun and never ends. */
(() => {
  const speech = (window.speech = { voices: [{ name: "中文", lang: "zh-CN", localService: true }], mode: "speak", said: [], cancels: 0, ...window.speechWish });
  let queue = [];
  let busy = null;
  const fire = (utterance, kind, more) => {
    const handler = utterance["on" + kind];
    if (handler) handler(Object.assign(new Event(kind), more));
  };
  const next = () => {
    if (busy || !queue.length) return;
    const utterance = (busy = queue.shift());
    if (speech.mode === "silent") return;
    setTimeout(() => {
      if (busy !== utterance) return;
      if (speech.mode === "error") {
        busy = null;
        fire(utterance, "error", { error: "synthesis-failed" });
        return;
      }
      speech.said.push({
        text: utterance.text, lang: utterance.lang, rate: utterance.rate, voice: utterance.voice.name,
        marked: CSS.highlights ? [...(CSS.highlights.get("reading") || [])].map(String).join("") : "",
        blocks: document.querySelectorAll("[data-being-read]").length,
      });
      fire(utterance, "start");
      fire(utterance, "boundary", { charIndex: 0, charLength: 2, name: "word" });
      if (speech.stuckAt === speech.said.length) {
        speech.stuckAt = 0;
        return;
      }
      if (speech.hold) return;
      setTimeout(() => {
        if (busy !== utterance) return;
        busy = null;
        if (speech.deafAt !== speech.said.length) fire(utterance, "end");
        next();
      }, 2);
    }, 2);
  };
  class Utterance {
    constructor(text) {
      Object.assign(this, { text, lang: "", rate: 1, voice: null });
    }
  }
  const synth = Object.assign(new EventTarget(), {
    getVoices: () => speech.voices,
    speak: (utterance) => {
      queue.push(utterance);
      next();
    },
    cancel: () => {
      speech.cancels += 1;
      const was = busy;
      queue = [];
      busy = null;
      if (was) fire(was, "error", { error: "canceled" });
    },
    resume: () => {},
  });
  Object.defineProperty(synth, "speaking", { get: () => Boolean(busy) });
  Object.defineProperty(synth, "pending", { get: () => queue.length > 0 });
  Object.defineProperty(window, "speechSynthesis", { value: synth, configurable: true });
  window.SpeechSynthesisUtterance = Utterance;
})();
