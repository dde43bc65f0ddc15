/* The buttons that copy a citation. Without scripts there are none: the text can be selected. */
(() => {
  "use strict";
  const said = document.createElement("p");
  said.className = "visually-hidden";
  said.setAttribute("role", "status"); // says what was copied, without moving the focus

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false; // no clipboard on this page (no HTTPS), or the reader refused
    }
  };
  const select = (part) => {
    const range = document.createRange();
    range.selectNodeContents(part);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  };

  document.addEventListener("click", async ({ target }) => {
    const button = target.closest("[data-copy]");
    if (!button) return;
    const part = document.getElementById(button.dataset.copy);
    const done = await copy(part.textContent);
    if (!done) select(part);
    said.textContent = done ? button.dataset.copied : button.dataset.failed;
    button.dataset.said = said.textContent; // shown beside it until the next time
    setTimeout(() => (said.textContent = ""), 4000);
  });
  document.body.append(said);
})();
