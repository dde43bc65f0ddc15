/* The way into the search: a button in the bar, the key / and Ctrl or Cmd with K. Nothing of the search itself is
   loaded before a reader asks for it. Without scripts the button is not there, and Places lists every spelling. */
(() => {
  "use strict";
  const button = document.querySelector("[data-search]");
  if (!button) return;
  const word = button.querySelector("[data-search-word]");
  const named = word.textContent;
  const script = new URL("assets/search-dialog.js", window.fasti.base).href;
  const engine = new URL("assets/search/pagefind.js", window.fasti.base).href;
  let dialog;

  const open = async () => {
    button.setAttribute("aria-busy", "true");
    try {
      if (!dialog) import(engine).catch(() => {}); // on its way with the dialog, which asks for it again
      dialog ||= import(script).then((module) => module.make());
      (await dialog).open();
      word.textContent = named;
    } catch (fault) {
      dialog = undefined; // the next time it may be reached
      word.textContent = button.dataset.failed;
      console.warn(fault);
    }
    button.removeAttribute("aria-busy");
  };

  const writing = (target) =>
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

  button.hidden = false;
  button.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.altKey || event.isComposing) return;
    const commanded = event.ctrlKey || event.metaKey;
    const asked = commanded
      ? event.key.toLowerCase() === "k" && !event.shiftKey
      : event.key === "/" && !writing(event.target) && !document.querySelector("dialog[open]");
    if (!asked) return;
    event.preventDefault();
    open();
  });
})();
