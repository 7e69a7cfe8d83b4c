/* House rules that are stricter than an inspector's; the rest is asked of window.inspection. Installed before any page script as
   window.probe. */
(() => {
  const shown = (el) => {
    const box = el.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && el.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  const name = (el) => `${el.tagName.toLowerCase()}.${el.className} ${(el.innerText || "").trim().slice(0, 20)}`;
  const all = (selector) => [...document.querySelectorAll(selector)];
  window.probe = {
    tiny: () =>
      all("body *")
        .filter((el) => shown(el) && [...el.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
        .filter((el) => parseFloat(getComputedStyle(el).fontSize) < 16 && !el.closest("code, pre"))
        .map(name),
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
    /* share of the window that bars stuck to its upper half cover */
    stuck: () =>
      Math.max(
        0,
        ...all("body *")
          .filter((el) => /fixed|sticky/.test(getComputedStyle(el).position) && shown(el))
          .map((el) => el.getBoundingClientRect())
          .filter((box) => box.width > innerWidth * 0.6 && box.top < innerHeight / 2 && box.bottom > 0)
          .map((box) => (box.bottom - Math.max(0, box.top)) / innerHeight)
      ),
    structure: () => {
      const heads = all("h1,h2,h3,h4,h5,h6").filter(shown);
      const levels = heads.map((head) => Number(head.tagName[1]));
      const ids = all("[id]").map((el) => el.id);
      return {
        h1: levels.filter((level) => level === 1).length,
        jumps: levels.filter((level, place) => place && level > levels[place - 1] + 1).length,
        doubled: ids.filter((id, place) => ids.indexOf(id) !== place),
        unnamed: all("nav").filter((nav) => !nav.getAttribute("aria-label") && !nav.getAttribute("aria-labelledby")).length,
        untold: all("img:not([alt])").length,
        tables: all("main table")
          .filter((table) => !table.caption || all("th").some((cell) => !cell.scope) || (table.rows.length > 2 && !table.querySelector("tbody th")))
          .map((table) => (table.caption || table).innerText.slice(0, 20)),
      };
    },
    moving: () =>
      all("*").filter((el) => {
        const style = getComputedStyle(el);
        return style.animationName !== "none" || parseFloat(style.transitionDuration) > 0 || style.scrollBehavior === "smooth";
      }).length,
    colours: () => [document.body, document.querySelector("main")].map((el) => getComputedStyle(el).backgroundColor + getComputedStyle(el).color),
  };
})();
