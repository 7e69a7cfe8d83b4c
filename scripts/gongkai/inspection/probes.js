/* What an inspector asks of a page; knows no class names. Installed before any script of the page as `inspection`. */
(() => {
  const CONTROLS = "a[href],area[href],button,input:not([type=hidden]),select,textarea,summary,[contenteditable=true],[tabindex],[role=button],[role=link],[role=checkbox],[role=switch]";
  const all = (selector) => [...document.querySelectorAll(selector)];
  const shown = (el) => {
    if (!el.isConnected || el.closest("[inert]")) return false;
    const box = el.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && el.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });
  };
  const kind = (el) => el.tagName.toLowerCase() + (el.id ? `#${el.id}` : [...el.classList].slice(0, 2).map((name) => `.${name}`).join(""));
  const words = (el) => (el.getAttribute("aria-label") || el.innerText || el.value || el.alt || "").trim().replace(/\s+/g, " ").slice(0, 24);
  const named = (el) => (words(el) ? `${kind(el)} “${words(el)}”` : kind(el));
  const main = () => document.querySelector("main,[role=main]") || document.body;
  const controls = () => all(CONTROLS).filter((el) => shown(el) && !el.disabled);
  const owned = (node, edge) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    return edge(box);
  };

  const blocked = [];
  addEventListener("securitypolicyviolation", (event) => blocked.push(`${event.effectiveDirective} ${event.blockedURI}`.slice(0, 100)));

  /* WCAG 2.5.8: a link within a line of other text is exempt */
  const inSentence = (el) => {
    if (el.tagName !== "A" || getComputedStyle(el).display !== "inline") return false;
    const block = el.parentElement.closest("p,li,td,th,dd,dt,figcaption,caption,blockquote,h1,h2,h3,h4,h5,h6,div");
    return block.innerText.replace(el.innerText, "").replace(/[\s·|/]/g, "").length > 3;
  };
  const look = (el) => {
    const pick = (s) => [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.borderColor, s.borderWidth, s.backgroundColor, s.textDecorationLine, s.textDecorationThickness, s.color].join("|");
    return [el, el.parentElement].filter(Boolean).map((one) => pick(getComputedStyle(one)) + pick(getComputedStyle(one, "::after"))).join("#");
  };

  /* The walk: what has focus is noted when the next Tab goes down, for by then the page has scrolled to it. */
  const walk = { stops: [], done: false, trap: "" };
  const seen = new Map();
  const note = () => {
    const el = document.activeElement;
    if (walk.done || !el || el === document.body || el === document.documentElement) {
      walk.done = walk.done || walk.stops.length > 0;
      return;
    }
    if (seen.has(el)) {
      walk.done = true;
      walk.trap = el === walk.stops[0].el ? "" : named(el);
      return;
    }
    const box = el.getClientRects()[0] || el.getBoundingClientRect();
    const out = !shown(el) || box.right <= 0 || box.bottom <= 0 || box.left >= innerWidth || box.top >= innerHeight;
    const points = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.8], [0.1, 0.8], [0.9, 0.2]];
    const hit = points.some(([x, y]) => {
      const top = document.elementFromPoint(box.x + box.width * x, box.y + box.height * y);
      return top && (top === el || el.contains(top) || top.contains(el));
    });
    seen.set(el, true);
    walk.stops.push({ el, unseen: out, covered: !out && !hit, on: look(el) });
  };
  addEventListener("keydown", (event) => { if (event.key === "Tab") note(); }, true);
  const sameGroup = (el) => el.type === "radio" && el.name && [...seen.keys()].some((other) => other.name === el.name && other.type === "radio");
  const roving = (el) => el.tabIndex < 0 && !/^(button|link|checkbox|switch)$/.test(el.getAttribute("role") || "");

  window.inspection = {
    blocked,
    /* what a choice of colours, and what a state, must change */
    colours: () => all("html, body, main h1, main p, main a, main td").slice(0, 40).map((el) => getComputedStyle(el).color + getComputedStyle(el).backgroundColor).join(),
    shape: () => all("html, body, main h1, main p, main a, main td").slice(0, 40).map((el) => getComputedStyle(el).fontSize + getComputedStyle(el).lineHeight).join() + controls().length,
    /* whether the page is in a state, mode=elder, that it was not asked for */
    chosen: (query) => document.documentElement.getAttribute(`data-${query.split("=")[0]}`) === query.split("=")[1],
    forced: () => matchMedia("(forced-colors: active)").matches,
    walked: () => walk.done,
    walk: () => ({
      stops: walk.stops.map(({ el, unseen, covered, on }) => ({ name: named(el), unseen, covered, ring: document.activeElement === el || on !== look(el) })),
      trap: walk.trap,
      left: controls().filter((el) => !seen.has(el) && !roving(el) && !sameGroup(el)).map(named),
    }),
    /* what has focus: does it lead within the page, and is it past the header? */
    focus: () => {
      const el = document.activeElement;
      const past = main().contains(el) || Boolean(main().compareDocumentPosition(el) & 4);
      return { jumps: Boolean(el.hash) && el.href.split("#")[0] === location.href.split("#")[0], shown: shown(el), past: el === document.body || past };
    },
    small: (least) =>
      controls()
        .filter((el) => el.tabIndex >= 0 && !inSentence(el))
        .filter((el) => {
          /* a picture in a link can be pressed, too, where it is larger than the link's line */
          const boxes = [el, ...el.querySelectorAll("img,svg")].map((one) => one.getBoundingClientRect());
          const [box] = boxes;
          const side = Math.max(...boxes.map((one) => Math.min(one.width, one.height)));
          return box.right > 0 && box.left < innerWidth && side < least - 0.5;
        })
        .map(named),
    sideways: () => {
      const root = document.scrollingElement;
      if (root.scrollWidth - root.clientWidth <= 1) return [];
      /* a box, or the text that stands out of it */
      const beyond = (box) => box.right > root.clientWidth + 1;
      const out = (el) => beyond(el.getBoundingClientRect()) || [...el.childNodes].some((node) => node.nodeType === 3 && owned(node, beyond));
      const wide = all("body *").filter((el) => {
        if (!shown(el) || !out(el)) return false;
        for (let up = el.parentElement; up && up !== document.body; up = up.parentElement) {
          if (getComputedStyle(up).overflowX !== "visible") return false;
        }
        return true;
      });
      const outer = wide.filter((el) => !wide.some((other) => other !== el && other.contains(el)));
      return outer.length ? outer.slice(0, 5).map(named) : ["body"];
    },
    stuck: () =>
      all("body *")
        .filter((el) => /fixed|sticky/.test(getComputedStyle(el).position) && shown(el))
        .filter((el) => {
          const box = el.getBoundingClientRect();
          return box.width > innerWidth * 0.6 && box.top < innerHeight && box.bottom > 0 && box.height > innerHeight / 3;
        })
        .map(named),
    clipped: () =>
      all("body *")
        .filter((el) => {
          const style = getComputedStyle(el);
          const x = /hidden|clip/.test(style.overflowX) && el.scrollWidth > el.clientWidth + 2;
          const y = /hidden|clip/.test(style.overflowY) && el.scrollHeight > el.clientHeight + 2;
          const box = el.getBoundingClientRect();
          if (style.clipPath !== "none" || !(x || y) || box.width <= 2 || box.height <= 2 || !shown(el)) return false;
          const walker = document.createTreeWalker(el, NodeFilter.SHOW_TEXT);
          for (let node; (node = walker.nextNode()); ) {
            if (!node.data.trim() || !shown(node.parentElement)) continue;
            if (owned(node, (text) => (x && text.right > box.right + 2) || (y && text.bottom > box.bottom + 2))) return true;
          }
          return false;
        })
        .map(named),
    restyle: (css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    },
    /* pieces of text that readers see, less controls and what is only told to screen readers */
    pieces: () => {
      const walker = document.createTreeWalker(main(), NodeFilter.SHOW_TEXT);
      const found = [];
      for (let node; (node = walker.nextNode()); ) {
        const parent = node.parentElement;
        if (!node.data.trim() || parent.closest("button,summary,label,select,form,dialog,[role=dialog],[role=toolbar],[role=status],[aria-live],rt")) continue;
        if (parent.checkVisibility({ visibilityProperty: true })) found.push(node.data.replace(/\s/g, ""));
      }
      return found;
    },
    text: () => main().innerText.replace(/\s/g, ""),
  };
})();
