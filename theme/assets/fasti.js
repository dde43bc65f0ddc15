/* What a page does once it is there: the palette button and the bar. Charts are in fasti-charts.js. Nothing here is needed to read. */
(() => {
  "use strict";
  const toggle = document.querySelector("[data-scheme-toggle]");

  if (toggle) {
    const word = toggle.querySelector("[data-scheme-word]");
    const say = () => {
      const dark = document.documentElement.dataset.mdColorScheme === "slate";
      word.textContent = dark ? "Light" : "Dark";
      toggle.setAttribute("aria-label", dark ? "Light colours" : "Dark colours");
    };
    toggle.hidden = false;
    toggle.addEventListener("click", () => window.fasti.toggleScheme());
    document.addEventListener("fasti:scheme", say);
    say();
  }

  /* On a phone the bar's row of pages may scroll within itself; the page we are on is then brought into sight. */
  const here = document.querySelector(".bar-nav [aria-current]");
  const row = here && here.closest("ul");
  if (row && row.scrollWidth > row.clientWidth) {
    row.scrollLeft = here.offsetLeft - (row.clientWidth - here.offsetWidth) / 2;
  }
})();
