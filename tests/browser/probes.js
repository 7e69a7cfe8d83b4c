/* What the tests ask of a page. Installed before any page script as window.probe. */
(() => {
  const FOCUSABLE = "a[href],button,input:not([type=hidden]),select,textarea,summary,[tabindex]";
  const shown = (el) => {
    const box = el.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && el.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  const name = (el) => `${el.tagName.toLowerCase()}.${el.className} ${(el.innerText || "").trim().slice(0, 20)}`;
  const all = (selector) => [...document.querySelectorAll(selector)];
  const controls = () => all(FOCUSABLE).filter((el) => shown(el) && !el.disabled && el.tabIndex >= 0);
  /* WCAG 2.5.8: a link in a line of other text is exempt */
  const inSentence = (el) => {
    if (el.tagName !== "A" || getComputedStyle(el).display !== "inline") return false;
    const block = el.parentElement.closest("p,li,td,th,dd,figcaption,div");
    return block.innerText.replace(el.innerText, "").replace(/[\s·]/g, "").length > 3;
  };
  const look = (el) => {
    const style = getComputedStyle(el);
    return [style.outlineStyle + style.outlineWidth + style.outlineColor, style.boxShadow, style.backgroundColor].join("|");
  };

  window.probe = {
    sideways: () => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth,
    small: (least) =>
      controls()
        .filter((el) => !inSentence(el) && el.getBoundingClientRect().right > 0)
        .filter((el) => Math.min(el.getBoundingClientRect().width, el.getBoundingClientRect().height) < least - 0.5)
        .map(name),
    tiny: () =>
      all("body *")
        .filter((el) => shown(el) && [...el.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
        .filter((el) => parseFloat(getComputedStyle(el).fontSize) < 16 && !el.closest("code, pre"))
        .map(name),
    unreached: () => controls().filter((el) => !el.hasAttribute("data-reached")).map(name),
    stop: () => {
      const el = document.activeElement;
      if (!el || el === document.body) return null;
      const again = el.hasAttribute("data-reached");
      el.setAttribute("data-reached", "");
      const box = el.getBoundingClientRect();
      const on = look(el);
      el.blur();
      const off = look(el);
      el.focus({ preventScroll: true });
      return { again, name: name(el), href: el.getAttribute("href"), ring: on !== off, seen: box.width > 1 && box.right > 0 };
    },
    /* lines of running text: characters a line, and figures parted from their unit at a line's end */
    lines: () => {
      let longest = 0;
      const split = [];
      for (const block of all("article p, .lead p")) {
        if (!shown(block) || block.closest(".aside-note")) continue;
        const size = parseFloat(getComputedStyle(block).fontSize);
        longest = Math.max(longest, Math.floor(block.clientWidth / size));
        const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        let top = null;
        let before = "";
        for (let node; (node = walk.nextNode()); ) {
          if (node.parentElement.closest("sup")) continue;
          for (let place = 0; place < node.data.length; place++) {
            const range = document.createRange();
            range.setStart(node, place);
            range.setEnd(node, place + 1);
            const box = range.getBoundingClientRect();
            if (!box.height) continue;
            if (top !== null && box.top > top + size * 0.7 && /[\d.]/.test(before) && /[%％件项条次个笔人余万亿元]/.test(node.data[place]))
              split.push(block.innerText.slice(0, 20));
            top = box.top;
            before = node.data[place];
          }
        }
      }
      return { longest, split };
    },
    text: () => document.querySelector("main").innerText.replace(/\s/g, ""),
    colours: () => [document.body, document.querySelector("main")].map((el) => getComputedStyle(el).backgroundColor + getComputedStyle(el).color),
  };
})();
