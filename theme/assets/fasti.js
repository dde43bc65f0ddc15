/* What a page does once it is there: the palette button, and where in the strip we are. Charts are in fasti-charts.js. Nothing here is needed to read. */
(() => {
  "use strict";
  const toggle = document.querySelector("[data-scheme-toggle]");

  if (toggle) {
    const word = toggle.querySelector("[data-scheme-word]");
    const words = JSON.parse(toggle.dataset.words);
    const say = () => {
      const dark = document.documentElement.dataset.mdColorScheme === "slate";
      word.textContent = dark ? words.light : words.dark;
      toggle.setAttribute("aria-label", dark ? words["to light"] : words["to dark"]);
    };
    toggle.hidden = false;
    toggle.addEventListener("click", () => window.fasti.toggleScheme());
    document.addEventListener("fasti:scheme", say);
    say();
  }

  /* The stretch of time that is being read is marked in the density strip. */
  const strip = document.querySelector("[data-strip]");
  if (strip && "IntersectionObserver" in window) {
    const links = new Map();
    strip.querySelectorAll("a[href^='#']").forEach((link) => {
      const heading = document.getElementById(link.hash.slice(1));
      if (heading) links.set(heading.parentElement, link);
    });
    const seen = new Set();
    let marked = null;
    const mark = () => {
      const first = [...links.keys()].find((section) => seen.has(section));
      if (!first || links.get(first) === marked) return;
      if (marked) marked.removeAttribute("aria-current");
      marked = links.get(first);
      marked.setAttribute("aria-current", "location");
      if (strip.scrollHeight > strip.clientHeight) marked.scrollIntoView({ block: "nearest" });
    };
    const watch = new IntersectionObserver((entries) => {
      entries.forEach((entry) => (entry.isIntersecting ? seen.add(entry.target) : seen.delete(entry.target)));
      mark();
    }, { rootMargin: "-48px 0px -60% 0px" });
    links.forEach((_, section) => watch.observe(section));
  }
})();

/* The page that a reader is about to open is fetched while the pointer still rests on its link, so that it is there at once.
   Only of this site, one at a time as they are meant, and not for readers who save data. */
(() => {
  "use strict";
  const SURE = 80; // milliseconds: a pointer that only passes asks for nothing
  const connection = navigator.connection || {};
  const base = window.fasti && window.fasti.base;
  const asked = new Set([location.href.replace(/#.*/, "")]);
  let waiting = 0;

  const meant = (target) => {
    const link = target instanceof Element && target.closest("a[href]");
    if (!link || link.target || link.hasAttribute("download")) return "";
    const address = link.href.replace(/#.*/, "");
    const page = /^https?:/.test(address) && address.startsWith(base) && address.endsWith("/");
    return page && !asked.has(address) ? address : "";
  };

  const ask = (address) => {
    if (connection.saveData || /2g/.test(connection.effectiveType || "")) return;
    asked.add(address);
    fetch(address, { priority: "low" }).catch(() => asked.delete(address));
  };

  const intend = (event, after) => {
    clearTimeout(waiting);
    const address = base && meant(event.target);
    if (address) waiting = setTimeout(ask, after, address);
  };

  document.addEventListener("pointerover", (event) => intend(event, SURE), { passive: true });
  document.addEventListener("focusin", (event) => intend(event, SURE));
  document.addEventListener("touchstart", (event) => intend(event, 0), { passive: true });
  document.addEventListener("pointerout", () => clearTimeout(waiting), { passive: true });
})();

/* For print what is folded is opened; browsers that know its content as a part do it by the stylesheet. */
(() => {
  "use strict";
  if (CSS.supports("selector(::details-content)")) return;
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")].filter((part) => !part.querySelector(":scope > .picture"));
    opened.forEach((part) => (part.open = true));
  });
  addEventListener("afterprint", () => opened.forEach((part) => (part.open = false)));
})();
