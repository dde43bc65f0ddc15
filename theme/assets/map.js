/* The map as of any day. The page holds it drawn and listed for one day; this steps through the others. It decides
   nothing: every dot's look and every word comes ready made from the JSON in the page (`views/map.py`, `charts/map.py`). */
(() => {
  "use strict";
  const control = document.querySelector("[data-map-control]");
  const figure = document.querySelector(".map-picture figure");
  if (!control) return;
  const read = (selector) => JSON.parse(document.querySelector(selector).content.textContent);
  const ledger = read("[data-map-ledger]");
  const drawn = figure && read("[data-chart-live]");
  const part = (name) => document.querySelector(`[data-map-${name}]`);
  const range = part("range");
  const field = part("day");
  const first = Number(range.min);
  const last = Number(range.max);
  const FIRST = 0, WHO = 1, BASIS = 2, UNKNOWN = 3, ACTORS = 4, SINCE = 5, EVENT = 6, CHANGED = 7;

  /* ---- days: day 1 is 1 January of the year 1, as in the ledger ---- */

  const EPOCH = 719163; // 1 January 1970
  const date = (day) => new Date((day - EPOCH) * 86400000);
  const iso = (day) => {
    const it = date(day);
    const year = it.getUTCFullYear();
    const two = (number) => String(number).padStart(2, "0");
    return `${year < 0 ? "-" : ""}${String(Math.abs(year)).padStart(4, "0")}-${two(it.getUTCMonth() + 1)}-${two(it.getUTCDate())}`;
  };
  const number = (text) => {
    const found = /^(-?\d{4,6})-(\d\d)-(\d\d)$/.exec(text.trim());
    if (!found) return null;
    const it = new Date(0);
    it.setUTCFullYear(Number(found[1]), Number(found[2]) - 1, Number(found[3]));
    const day = it.getTime() / 86400000 + EPOCH;
    return iso(day) === text.trim() ? day : null;
  };
  const words = (day) => {
    const it = date(day);
    const year = it.getUTCFullYear();
    if (Math.abs(year) > 9999) return iso(day);
    return `${it.getUTCDate()} ${ledger.months[it.getUTCMonth()]} ${year > 0 ? year : ledger.before.replace("{year}", 1 - year)}`;
  };

  /* The last of some stretches that has begun; the first one is from ever. */
  const at = (stretches, day) => {
    let low = 0;
    let high = stretches.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (stretches[middle][0] <= day) low = middle;
      else high = middle;
    }
    return stretches[low];
  };

  /* ---- the dots ---- */

  const SVG = "http://www.w3.org/2000/svg";
  const dots = new Map(); // place -> {stretches, look, groups}: one group for each time that it is drawn
  for (const mark of figure ? figure.querySelectorAll("svg [data-place]") : []) {
    const place = mark.dataset.place;
    if (!dots.has(place)) dots.set(place, { stretches: drawn.places[place], look: null, groups: [] });
    const groups = dots.get(place).groups;
    const before = mark.previousElementSibling;
    /* The parts of one dot stand together and at one point. */
    if (before && groups.at(-1) === before && before.getAttribute("transform") === mark.getAttribute("transform")) {
      mark.remove();
      continue;
    }
    const group = document.createElementNS(SVG, "g");
    for (const name of ["transform", "data-place"]) group.setAttribute(name, mark.getAttribute(name));
    mark.replaceWith(group);
    groups.push(group);
  }
  const path = (attributes) => {
    const made = document.createElementNS(SVG, "path");
    /* What a group around it says for other dots must not colour this one. */
    const all = { "stroke": "none", "stroke-width": 0, "stroke-dasharray": "none", "fill-opacity": 1, ...attributes };
    for (const [name, value] of Object.entries(all)) made.setAttribute(name, value);
    return made;
  };
  const dot = (it, day) => {
    const look = at(it.stretches, day)[1];
    if (look === it.look) return;
    it.look = look;
    for (const group of it.groups) group.replaceChildren(...drawn.looks[look].map(path));
  };

  /* ---- the table ---- */

  const rows = [...part("rows").rows].map((row) => ({
    row,
    stretches: ledger.places[row.dataset.place],
    shown: null,
    name: row.cells[0].querySelector("bdi").textContent,
  }));
  const element = (tag, about, text) => Object.assign(document.createElement(tag), about, { textContent: text });
  const tell = (it, stretch) => {
    if (stretch === it.shown) return;
    it.shown = stretch;
    const [, who, basis, word] = it.row.cells;
    const actors = ledger.texts[stretch[ACTORS]].split(" ").filter(Boolean);
    who.replaceChildren(
      ...actors.map((actor) => element("span", { className: `swatch actor-${actor}` }, "")),
      element("span", {}, ledger.texts[stretch[WHO]]),
    );
    basis.textContent = ledger.texts[stretch[BASIS]];
    const event = ledger.events[stretch[EVENT]];
    word.replaceChildren(...(event ? [element("a", { href: event }, ledger.texts[stretch[SINCE]])] : []));
  };

  const named = (places) => {
    const told = places.slice(0, ledger.named).join(ledger.comma);
    const left = places.length - ledger.named;
    return left > 0 ? ledger.more.replace("{places}", told).replace("{number}", left) : told;
  };

  /* ---- one day ---- */

  let today = null;
  const show = (day) => {
    if (day === today) return;
    today = day;
    for (const it of dots.values()) dot(it, day);
    let unknown = 0;
    const changed = [];
    for (const it of rows) {
      const stretch = at(it.stretches, day);
      tell(it, stretch);
      unknown += stretch[UNKNOWN];
      const fresh = stretch[CHANGED] === 1 && stretch[FIRST] === day;
      it.row.classList.toggle("map-fresh", fresh);
      if (fresh) changed.push(it.name);
    }
    const said = words(day);
    part("words").textContent = said;
    part("unknown").textContent = ledger.unknown.replace("{unknown}", unknown).replace("{all}", rows.length);
    part("changed").textContent = changed.length ? ledger.changed.replace("{places}", named(changed)) : "";
    if (figure) figure.querySelector("figcaption").textContent = drawn.caption.replace("{day}", said);
    range.value = day;
    range.setAttribute("aria-valuetext", said);
    if (document.activeElement !== field || number(field.value) !== day) field.value = iso(day);
    for (const button of control.querySelectorAll("[data-map-step]")) {
      button.setAttribute("aria-disabled", change(Number(button.dataset.mapStep)) === null);
    }
  };

  /* The nearest change before (-1) or after (1) the day that is shown, or null. */
  const change = (way) => {
    const found = way < 0 ? ledger.changes.findLast((day) => day < today) : ledger.changes.find((day) => day > today);
    return found === undefined || found < first || found > last ? null : found;
  };

  /* ---- the address: it follows when stepping rests, so that each day one stopped at can be gone back to ---- */

  const asked = () => {
    const day = number(decodeURIComponent(location.hash.slice(1)));
    return day === null ? null : Math.min(Math.max(day, first), last);
  };
  let rest;
  const go = (day) => {
    if (day === null || Number.isNaN(day)) return;
    show(Math.min(Math.max(day, first), last));
    clearTimeout(rest);
    rest = setTimeout(() => {
      const address = `#${iso(today)}`;
      if (location.hash !== address) history.pushState(null, "", address);
    }, 250);
  };
  const follow = () => {
    clearTimeout(rest);
    show(asked() ?? last);
  };

  /* ---- what the reader does ---- */

  control.addEventListener("click", (event) => {
    const button = event.target.closest("[data-map-step]");
    if (button) go(change(Number(button.dataset.mapStep)));
  });
  range.addEventListener("input", () => go(Number(range.value)));
  field.addEventListener("change", () => go(number(field.value)));
  control.addEventListener("keydown", (event) => {
    if (event.target === field || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    const leap = { PageDown: -1, PageUp: 1 }[event.key] || (event.shiftKey && step);
    const end = { Home: first, End: last }[event.key];
    if (!step && !leap && end === undefined) return;
    event.preventDefault();
    go(end !== undefined ? end : leap ? change(leap) : today + step);
  });
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("[data-map-to]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    go(number(link.dataset.mapTo));
    control.scrollIntoView({ block: "start" });
    range.focus({ preventScroll: true });
  });
  addEventListener("popstate", follow);
  addEventListener("hashchange", follow);

  /* Without scripts an address with a day leads to its line in the list; with them it is the day of the map. */
  const sent = asked() !== null;
  for (const line of document.querySelectorAll(".map-changes > [id]")) line.removeAttribute("id");
  control.hidden = false;
  follow();
  if (sent) control.scrollIntoView({ block: "start" });
})();
