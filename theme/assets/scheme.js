/* Light or dark before the first paint. Loaded in the head of every page, without defer, so that nothing flashes.

   The choice is kept only when it differs from the system's; with no choice the page follows the system. The site's root comes from
   this file's own address, so that two sites on one host keep two choices. */
(() => {
  "use strict";
  const root = document.documentElement;
  const base = new URL("..", document.currentScript.src);
  const key = `${base.pathname}.scheme`;
  const system = matchMedia("(prefers-color-scheme: dark)");

  const stored = () => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // storage may be forbidden: then the system decides
    }
  };
  const preferred = () => (system.matches ? "slate" : "default");
  const current = () => stored() || preferred();

  const apply = () => {
    root.dataset.mdColorScheme = current();
    if (document.body) document.body.dataset.mdColorScheme = current();
    document.dispatchEvent(new CustomEvent("fasti:scheme"));
  };

  root.classList.replace("no-js", "js");
  apply();
  system.addEventListener("change", apply);
  document.addEventListener("DOMContentLoaded", apply);
  addEventListener("storage", (change) => change.key === key && apply());
  addEventListener("pageshow", (shown) => shown.persisted && apply());

  window.fasti = Object.freeze({
    base: base.href,
    scheme: current,
    toggleScheme() {
      const next = current() === "slate" ? "default" : "slate";
      try {
        if (next === preferred()) localStorage.removeItem(key);
        else localStorage.setItem(key, next);
      } catch {
        root.dataset.mdColorScheme = next;
        document.body.dataset.mdColorScheme = next;
        document.dispatchEvent(new CustomEvent("fasti:scheme"));
        return;
      }
      apply();
    },
  });
})();
