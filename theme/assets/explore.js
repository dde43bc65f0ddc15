/* Explore: filters over all entries, and the answer as a list, on a time line and on a map. The entries come in columns
   (`views/_columns.py`), the words with them (`views/explore.py`); whether an entry falls in a time is decided as
   `falling_in` of `chronology/ranges.py` decides it. What an address asks for is text, never markup. */
(() => {
  "use strict";
  const root = document.querySelector("[data-explore]");
  if (!root || root.dataset.ready) return;
  root.dataset.ready = "true";
  const part = (name) => root.querySelector(`[data-ex-${name}]`);
  const SVG = "http://www.w3.org/2000/svg";
  const PAGE = 50; // rows of the list at a time
  const VALUES = 6; // values of a facet at first
  const FACETS = ["place", "actor", "type", "source"];
  const SHOWS = ["", "certain", "possible"];
  const VIEWS = ["", "timeline", "map"];
  const NO = 0, POSSIBLE = 1, CERTAIN = 2, NOT_ASKED = 3;
  const THROUGHOUT = 2; // a mark; 0 is a known day, 1 once within
  const MANY = 500; // entries of a chronology whose pictures wait for the list
  const TAIL = 24; // pixels of a mark beyond its one known edge: nobody says how far, so always the same

  /* Letters that run against the page say so, as `fasti.language` has it on the other pages. */
  const OTHERS = document.documentElement.dir === "rtl"
    ? [/^[^\p{L}]*\p{Script=Latin}/u, "und-Latn", "ltr"]
    : [/^[^\p{L}]*\p{Script=Arabic}/u, "und-Arab", "rtl"];
  const leftToRight = (text) => (document.documentElement.dir === "rtl" ? `\u2066${text}\u2069` : text); // as its ruler
  const element = (tag, about = {}, ...children) => {
    const made = Object.assign(document.createElement(tag), about);
    if (OTHERS[0].test(about.textContent ?? "")) [, made.lang, made.dir] = OTHERS;
    made.append(...children);
    return made;
  };
  const drawn = (tag, attributes, ...children) => {
    const made = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  };

  /* ---- days: day 1 is 1 January of the year 1, year 0 is 1 BC (as in `edtf/days.py`) ---- */

  const isLeap = (year) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const LENGTHS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const monthLength = (year, month) => (month === 2 && isLeap(year) ? 29 : LENGTHS[month]);
  const dayNumber = (year, month, day) => {
    const before = year - 1;
    let sum = before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) + day;
    for (let m = 1; m < month; m++) sum += monthLength(year, m);
    return sum;
  };
  const civil = (day) => {
    let year = Math.floor((day - 1) / 365.2425) + 1;
    while (dayNumber(year, 1, 1) > day) year--;
    while (dayNumber(year + 1, 1, 1) <= day) year++;
    let month = 1;
    let rest = day - dayNumber(year, 1, 1) + 1;
    while (rest > monthLength(year, month)) rest -= monthLength(year, month++);
    return [year, month, rest];
  };
  const yearText = (year) => {
    const plain = `${year < 0 ? "-" : ""}${String(Math.abs(year)).padStart(4, "0")}`;
    return Math.abs(year) > 9999 ? `Y${plain}` : plain;
  };
  const two = (number) => String(number).padStart(2, "0");

  /* A year, a month or a day as people ask for it: {text, first, last}, or null. */
  const dated = (asked) => {
    const found = /^(?:(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?|Y(-?[1-9]\d{4,8}))$/.exec(asked.trim());
    if (!found || found[1] === "-0000") return null;
    const year = Number(found[1] ?? found[4]);
    const month = Number(found[2]), day = Number(found[3]);
    if (found[2] && (month < 1 || month > 12)) return null;
    if (found[3] && (day < 1 || day > monthLength(year, month))) return null;
    return {
      text: found[0], year, month: found[2] ? month : 0, day: found[3] ? day : 0,
      first: dayNumber(year, month || 1, day || 1),
      last: dayNumber(year, month || 12, day || (found[2] ? monthLength(year, month) : 31)),
    };
  };

  const start = (columns) => {
    const words = columns.said;
    const language = document.documentElement.lang || "en";
    const counting = new Intl.PluralRules(language);
    const numerals = new Intl.NumberFormat(language);
    const number = (n) => numerals.format(n);
    const fill = (text, names) => text.replace(/%\((\w+)\)s/g, (whole, name) => names[name] ?? whole);
    const counted = (forms, n, names = {}) => fill(forms[counting.select(n)] ?? forms.other, { n: number(n), ...names });

    const yearWords = (year) =>
      year > 0 ? (year > 9999 ? number(year) : String(year)) : fill(words.before, { year: year > -9999 ? 1 - year : number(1 - year) });
    const dateWords = ({ year, month, day }, months = words.months) =>
      [day || "", month ? months[month - 1] : "", yearWords(year)].filter(Boolean).join(" ");

    /* ---- the columns, unfolded ---- */

    const total = columns.ids.length;
    const numberOf = new Map(columns.ids.map((id, at) => [id, at]));
    const open = (value, side, day) => (value === null ? side : day + value);
    const day = new Float64Array(total);
    const begunFirst = new Float64Array(total), begunLast = new Float64Array(total);
    const endedFirst = new Float64Array(total), endedLast = new Float64Array(total);
    let before = 0;
    let spanFirst = Infinity, spanLast = -Infinity;
    for (let at = 0; at < columns.dated; at++) {
      before = day[at] = before + columns.day[at];
      begunFirst[at] = open(columns.begun[0][at], -Infinity, before);
      begunLast[at] = open(columns.begun[1][at], Infinity, before);
      endedFirst[at] = open(columns.ended[0][at], -Infinity, before);
      endedLast[at] = open(columns.ended[1][at], Infinity, before);
      for (const known of [columns.begun[0][at], columns.begun[1][at], columns.ended[0][at], columns.ended[1][at]]) {
        if (known === null) continue;
        spanFirst = Math.min(spanFirst, before + known);
        spanLast = Math.max(spanLast, before + known);
      }
    }
    if (spanFirst > spanLast) spanFirst = spanLast = 1;
    const unfolded = (pieces, at) =>
      pieces.map(([a, b, c, d]) => [
        open(a, -Infinity, day[at]), open(b, Infinity, day[at]), open(c, -Infinity, day[at]), open(d, Infinity, day[at]),
      ]);
    const odd = new Map(
      Object.entries(columns.odd).map(([at, told]) => {
        const of = Number(at);
        for (const [a, , , d] of unfolded(told.pieces, of)) {
          if (a > -Infinity) spanFirst = Math.min(spanFirst, a);
          if (d < Infinity) spanLast = Math.max(spanLast, d);
        }
        return [of, {
          each: told.each,
          pieces: unfolded(told.pieces, of),
          ends: unfolded(told.ends ?? [], of),
          loose: unfolded(told.loose ?? [], of),
          months: (told.months ?? []).map(([yearly, a, b]) => [yearly, open(a, -Infinity, day[of]), open(b, Infinity, day[of])]),
        }];
      }),
    );

    /* A table's rows: where each entry's begin in `of`, and how many entries each value has. */
    const table = (rows, values) => {
      const from = new Uint32Array(total + 1);
      for (let at = 0; at < total; at++) from[at + 1] = from[at] + rows.n[at];
      return { from, of: Uint32Array.from(rows.of), how: rows.how, values };
    };
    const placed = table(columns.place, columns.places);
    const acting = table(columns.actor, columns.actors);
    /* A place is asked for with all that lies within it. */
    const wide = { n: [], of: [] };
    for (let at = 0; at < total; at++) {
      const all = new Set();
      for (let i = placed.from[at]; i < placed.from[at + 1]; i++) {
        all.add(placed.of[i]);
        for (const above of columns.places.within[placed.of[i]]) all.add(above);
      }
      wide.n.push(all.size);
      wide.of.push(...all);
    }
    const facets = {
      place: table(wide, columns.places),
      actor: acting,
      type: table({ n: new Uint8Array(total).fill(1), of: columns.type }, columns.types),
      source: table(columns.source, columns.sources),
    };
    for (const facet of Object.values(facets)) {
      facet.number = new Map(facet.values.id.map((id, at) => [id, at]).filter(([id]) => id));
    }
    const isDisputed = Uint8Array.from(columns.dispute, (at) => (columns.disputes[at] ? 1 : 0));

    /* ---- does an entry fall in a time? ---- */

    const fitsOutside = ([a, b, c, d], first, last) =>
      (first > -Infinity && a <= b && Math.min(d, first - 1) >= c) || (last < Infinity && Math.max(a, last + 1) <= b && d >= c);
    const meets = ([a, , , d], first, last) => a <= last && d >= first;
    /* Whether a range of months or of years has one of them wholly in these days. */
    const holdsUnit = ([yearly, a, b], first, last) => {
      const low = Math.max(a, first), high = Math.min(b, last);
      if (!Number.isFinite(low) || !Number.isFinite(high)) return true;
      let [year, month, ofMonth] = civil(low);
      if (yearly) return dayNumber(year + (month > 1 || ofMonth > 1 ? 1 : 0), 12, 31) <= high;
      if (ofMonth > 1) [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
      return dayNumber(year, month, monthLength(year, month)) <= high;
    };
    const falls = (at, first, last) => {
      if (at >= columns.dated) return NOT_ASKED;
      const several = odd.get(at);
      if (!several) {
        const a = begunFirst[at], b = begunLast[at], c = endedFirst[at], d = endedLast[at];
        const out =
          (first > -Infinity && a <= b && Math.min(d, first - 1) >= c) ||
          (last < Infinity && Math.max(a, last + 1) <= b && d >= c);
        return !out ? CERTAIN : a <= last && d >= first ? POSSIBLE : NO;
      }
      const sure = several.pieces.map((piece) => !fitsOutside(piece, first, last));
      const may = several.pieces.some((piece) => meets(piece, first, last));
      if (!several.each) return sure.every(Boolean) ? CERTAIN : may ? POSSIBLE : NO;
      if (
        sure.some(Boolean) ||
        several.ends.some((end) => !fitsOutside(end, first, last)) ||
        several.months.some((unit) => holdsUnit(unit, first, last))
      ) return CERTAIN;
      return may || several.loose.some((piece) => meets(piece, first, last)) ? POSSIBLE : NO;
    };

    /* ---- what is asked ---- */

    const nothing = () => ({
      place: new Set(), actor: new Set(), type: new Set(), source: new Set(),
      disputed: false, from: null, to: null, show: "", sel: null, view: "", rows: PAGE,
    });
    let asked = nothing();
    const timed = () => Boolean(asked.from || asked.to);
    const first = () => (asked.from ? asked.from.first : -Infinity);
    const last = () => (asked.to ? asked.to.last : Infinity);

    const level = new Uint8Array(total);
    const failed = new Uint8Array(total); // how many filters an entry fails
    const failing = new Uint8Array(total); // the last of them: the number of a facet, 4 disputed, 5 time
    let shown = []; // the entries of the answer
    let counts = {};

    const answer = () => {
      failed.fill(0);
      FACETS.forEach((name, facetNumber) => {
        if (!asked[name].size) return;
        const { from, of, values } = facets[name];
        const chosen = new Uint8Array(values.id.length);
        for (const value of asked[name]) chosen[value] = 1;
        for (let at = 0; at < total; at++) {
          let found = 0;
          for (let i = from[at]; i < from[at + 1]; i++) found |= chosen[of[i]];
          if (!found) { failed[at]++; failing[at] = facetNumber; }
        }
      });
      if (asked.disputed) {
        for (let at = 0; at < total; at++) if (!isDisputed[at]) { failed[at]++; failing[at] = 4; }
      }
      if (timed()) {
        const a = first(), b = last();
        for (let at = 0; at < total; at++) {
          level[at] = falls(at, a, b);
          if (level[at] === NO) { failed[at]++; failing[at] = 5; }
        }
      } else level.fill(NOT_ASKED);
      /* Which of certain and possible are listed narrows the rows, not the counts. */
      const listed = (at) =>
        !timed() || !asked.show || (asked.show === "certain" ? level[at] === CERTAIN : level[at] === POSSIBLE);
      shown = [];
      counts = { certain: 0, possible: 0, undated: 0, disputed: [0, 0] };
      for (const name of FACETS) counts[name] = [new Uint32Array(facets[name].values.id.length), new Uint32Array(facets[name].values.id.length)];
      for (let at = 0; at < total; at++) {
        if (failed[at] > 1) continue;
        const which = !timed() || level[at] === CERTAIN ? 0 : level[at] === POSSIBLE ? 1 : -1;
        const only = failed[at] ? failing[at] : -1;
        if (only === -1) {
          if (level[at] === CERTAIN) counts.certain++;
          else if (level[at] === POSSIBLE) counts.possible++;
          if (at >= columns.dated) counts.undated++;
          if (listed(at)) shown.push(at);
        }
        if (which < 0 || only === 5 || !listed(at)) continue;
        for (let n = 0; n < FACETS.length; n++) {
          if (only !== -1 && only !== n) continue;
          const { from, of } = facets[FACETS[n]];
          const count = counts[FACETS[n]][which];
          for (let i = from[at]; i < from[at + 1]; i++) count[of[i]]++;
        }
        if (isDisputed[at] && (only === -1 || only === 4)) counts.disputed[which]++;
      }
    };

    /* ---- the address ---- */

    const valueOf = (name, value) => facets[name].values.id[value];
    const query = () => {
      const told = [];
      for (const name of FACETS) {
        const ids = [...asked[name]].map((value) => valueOf(name, value)).sort();
        if (ids.length) told.push(`${name}=${ids.join(",")}`);
      }
      if (asked.disputed) told.push("disputed=yes");
      if (asked.from) told.push(`from=${asked.from.text}`);
      if (asked.to) told.push(`to=${asked.to.text}`);
      if (asked.show) told.push(`show=${asked.show}`);
      if (asked.sel !== null) told.push(`sel=${columns.ids[asked.sel]}`);
      if (asked.view) told.push(`view=${asked.view}`);
      if (asked.rows > PAGE) told.push(`rows=${asked.rows}`);
      return told.length ? `?${told.join("&")}` : location.pathname;
    };
    /* Reads the address; what it asks for and is not known here is told back and left out. */
    const read = () => {
      const found = nothing();
      const told = [];
      const unknown = (kind, value) => told.push(fill(words.unknown, { kind, value: value.slice(0, 60) }));
      const sent = new URLSearchParams(location.search);
      for (const name of FACETS) {
        for (const id of sent.getAll(name).flatMap((value) => value.split(",")).filter(Boolean).slice(0, 100)) {
          const value = facets[name].number.get(columns.formerly[name]?.[id] ?? id);
          if (value === undefined) unknown(words.kinds[name], id);
          else found[name].add(value);
        }
      }
      const one = (name, allowed) => {
        const value = sent.get(name) ?? "";
        if (allowed.includes(value)) return value;
        unknown(name, value);
        return "";
      };
      found.disputed = one("disputed", ["", "yes"]) === "yes";
      found.show = one("show", SHOWS);
      found.view = one("view", [...VIEWS, "list"]).replace("list", "");
      for (const name of ["from", "to"]) {
        const value = sent.get(name);
        if (!value) continue;
        found[name] = dated(value);
        if (!found[name]) told.push(fill(words["bad date"], { value: value.slice(0, 60) }));
      }
      if (found.from && found.to && found.from.first > found.to.last) {
        told.push(fill(words.turned, { from: dateWords(found.from), to: dateWords(found.to) }));
        found.from = found.to = null;
      }
      const sel = sent.get("sel");
      if (sel) {
        const at = numberOf.get(columns.formerly.event?.[sel] ?? sel);
        if (at === undefined) unknown("sel", sel);
        else found.sel = at;
      }
      const rows = Number(sent.get("rows"));
      if (Number.isInteger(rows) && rows > PAGE) found.rows = Math.min(Math.ceil(rows / PAGE) * PAGE, 1000);
      asked = found;
      return told;
    };
    let rest;
    let moving = false; // whether a time is being drawn: one step back leads before all of it
    const keep = (drawing) => {
      clearTimeout(rest);
      const address = query();
      if (drawing && moving) {
        rest = setTimeout(() => history.replaceState(null, "", query()), 150);
        return;
      }
      moving = drawing;
      const now = location.pathname + location.search;
      if (new URL(address, location.href).href !== new URL(now, location.href).href) history.pushState(null, "", address);
    };
    const settle = () => {
      if (!moving) return;
      moving = false;
      clearTimeout(rest);
      history.replaceState(null, "", query());
    };

    /* ---- the sentence, what is chosen, what the address asked in vain ---- */

    const said = part("said");
    const tell = () => {
      const all = number(total);
      const told = [];
      if (timed()) {
        told.push(counts.certain ? counted(words.certain, counts.certain, { all }) : fill(words["none certain"], { all }));
        told.push(
          counts.possible
            ? counted(counts.certain ? words["more possible"] : words["only possible"], counts.possible)
            : words["none possible"],
        );
        if (counts.undated) told.push(counted(words.undated, counts.undated));
        if (asked.show) told.push(words.shows[asked.show]);
      } else {
        told.push(shown.length === total ? counted(words.all, total) : counted(words.some, shown.length, { all }));
        if (counts.undated) told.push(counted(words["of them undated"], counts.undated));
      }
      const sentence = told.join(" ");
      if (said.textContent !== sentence) said.textContent = sentence;
    };
    const notices = part("notices");
    const notify = (told) => notices.replaceChildren(...told.slice(0, 6).map((text) => element("p", { textContent: text })));

    const chosen = part("chosen");
    const tellChosen = () => {
      const filters = [];
      for (const name of FACETS) {
        for (const value of asked[name]) {
          filters.push([
            fill(words.pair, { kind: words.kinds[name], value: facets[name].values.name[value] }),
            () => asked[name].delete(value),
          ]);
        }
      }
      if (asked.disputed) filters.push([words["disputed only"], () => (asked.disputed = false)]);
      for (const name of ["from", "to"]) {
        if (asked[name]) filters.push([fill(words[name], { date: dateWords(asked[name]) }), () => (asked[name] = null)]);
      }
      chosen.replaceChildren(
        ...filters.map(([text, remove], at) => {
          const button = element("button", { type: "button" }, element("bdi", { textContent: text }), element("span", { textContent: " ×", ariaHidden: "true" }));
          button.setAttribute("aria-label", fill(words.remove, { filter: text }));
          button.addEventListener("click", () => {
            remove();
            change();
            /* What was pressed is gone: on to the next one, or back to the sentence. */
            (chosen.querySelectorAll("button")[Math.min(at, chosen.children.length - 1)] ?? ends.from).focus();
          });
          return element("li", {}, button);
        }),
      );
      part("clear").hidden = !filters.length;
      part("download").hidden = !shown.length;
      part("fold").textContent = filters.length ? counted(words.filters, filters.length) : words["no filters"];
    };

    /* ---- facets ---- */

    const boxes = {};
    for (const name of FACETS) {
      const box = root.querySelector(`[data-ex-facet="${name}"]`);
      if (!box) continue;
      const { values } = facets[name];
      const folded = values.name.map((text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase());
      const it = (boxes[name] = {
        list: box.querySelector("[data-ex-values]"),
        find: box.querySelector("[data-ex-find]"),
        all: box.querySelector("[data-ex-all]"),
        known: values.id.map((id, at) => at).filter((at) => values.id[at]),
        folded, rows: new Map(), order: [], open: false,
      });
      it.find?.addEventListener("input", () => tellFacet(name, true));
      it.all?.addEventListener("click", () => {
        it.open = !it.open;
        tellFacet(name, true);
      });
      box.addEventListener("focusout", (event) => {
        if (!box.contains(event.relatedTarget)) tellFacet(name, true);
      });
      it.list.addEventListener("change", (event) => {
        const value = Number(event.target.value);
        if (event.target.checked) asked[name].add(value);
        else asked[name].delete(value);
        change();
      });
    }
    const valueRow = (name, value) => {
      const box = element("input", { type: "checkbox", value });
      const count = element("span", { className: "ex-count" });
      const label = element("label", { className: "ex-value" }, box, " ", element("bdi", { className: "ex-name", textContent: facets[name].values.name[value], title: facets[name].values.name[value] }), " ", count);
      return { row: element("li", {}, label), box, count, told: "" };
    };
    /* `3` or, where time is asked, `3 + 2`: the second number is only possible. */
    const tellCount = (span, certain, possible) => {
      const key = `${certain} ${possible} ${timed()}`;
      if (span.dataset.told === key) return;
      span.dataset.told = key;
      const spoken = timed()
        ? [counted(words.certainly, certain), possible ? counted(words["and possibly"], possible) : ""].filter(Boolean).join(words.comma)
        : counted(words.entries, certain);
      span.replaceChildren(
        element("span", { ariaHidden: "true", textContent: number(certain) }),
        element("span", { ariaHidden: "true", className: "ex-possible", textContent: possible ? ` + ${number(possible)}` : "" }),
        element("span", { className: "visually-hidden", textContent: spoken }),
      );
    };
    /* The order is taken anew only when nobody is in the facet, so that nothing moves under a finger. */
    const tellFacet = (name, anew) => {
      const it = boxes[name];
      if (!it) return;
      const [certain, possible] = counts[name];
      const inside = it.list.contains(document.activeElement);
      if (!it.order.length || !inside) {
        const sum = (value) => certain[value] + possible[value];
        it.order = it.known.slice().sort((a, b) => sum(b) - sum(a) || a - b);
      }
      const sought = (it.find?.value ?? "").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
      let list;
      if (sought) list = it.order.filter((value) => it.folded[value].includes(sought)).slice(0, it.open ? undefined : 40);
      else if (it.open) list = it.order;
      else if (inside && !anew) list = [...it.shown, ...[...asked[name]].filter((value) => !it.shown.includes(value))];
      else {
        const some = new Set(asked[name]);
        for (const value of it.order) {
          if (some.size >= Math.max(VALUES, asked[name].size)) break;
          some.add(value);
        }
        list = it.order.filter((value) => some.has(value));
      }
      const same = it.shown && list.length === it.shown.length && list.every((value, at) => value === it.shown[at]);
      it.shown = list;
      for (const value of list) {
        if (!it.rows.has(value)) it.rows.set(value, valueRow(name, value));
        const row = it.rows.get(value);
        row.box.checked = asked[name].has(value);
        row.row.classList.toggle("ex-none", !certain[value] && !possible[value]);
        tellCount(row.count, certain[value], possible[value]);
      }
      if (!same) {
        const focused = inside ? document.activeElement : null;
        it.list.replaceChildren(...list.map((value) => it.rows.get(value).row));
        focused?.focus({ preventScroll: true });
      }
      if (it.all) {
        const left = it.known.length - list.length;
        it.all.hidden = Boolean(sought) || (!it.open && left <= 0);
        it.all.textContent = it.open ? words.fewer : counted(words.values, left);
        it.all.setAttribute("aria-expanded", it.open);
      }
    };
    const disputedBox = part("disputed");
    disputedBox?.addEventListener("change", () => {
      asked.disputed = disputedBox.checked;
      change();
    });

    /* ---- the marks of dates ---- */

    /* [kind, first, last, fades at the start, fades at the end] with open sides infinite */
    const unfoldedMarks = [];
    const marksOf = (at) =>
      (unfoldedMarks[at] ??= (columns.marks[at] ?? (columns.mark[0][at] == null ? [] : [columns.mark.map((column) => column[at])])).map(
        ([code, from, to]) => [code % 3, open(from, -Infinity, day[at]), open(to, Infinity, day[at]), Math.floor(code / 3) % 2 === 1, code >= 6],
      ));
    const FADES = [0.7, 0.45, 0.2];
    /* Draws marks into path texts: `solid`, `hollow`, `fade0` to `fade2`. A side that goes on has no line. */
    const draw = (into, kind, left, right, top, high, fadeStart, fadeEnd, before = false, beyond = false) => {
      if (kind === 0) {
        into.solid += `M${left} ${top}h2v${high}h-2z`;
        return;
      }
      let from = left, to = right;
      const wide = right - left;
      const step = Math.min(2, wide / 8);
      if (fadeStart) {
        from += 3 * step;
        for (let i = 0; i < 3; i++) into[`fade${i}`] += `M${from - (i + 1) * step} ${top}h${step * 0.7}v${high}h${-step * 0.7}z`;
      }
      if (fadeEnd) {
        to -= 3 * step;
        for (let i = 0; i < 3; i++) into[`fade${i}`] += `M${to + i * step + step * 0.3} ${top}h${step * 0.7}v${high}h${-step * 0.7}z`;
      }
      if (kind === THROUGHOUT) into.solid += `M${from} ${top}H${Math.max(to, from + 1)}v${high}H${from}z`;
      else {
        const a = from + 0.5, b = Math.max(to - 0.5, from + 1.5), y = top + 0.5, y2 = top + high - 0.5;
        into.hollow += `M${a} ${y}H${b}M${a} ${y2}H${b}`;
        if (!fadeStart && !before) into.hollow += `M${a} ${y}V${y2}`;
        if (!fadeEnd && !beyond) into.hollow += `M${b} ${y}V${y2}`;
      }
    };
    const sheet = () => ({ solid: "", hollow: "", fade0: "", fade1: "", fade2: "" });
    const paths = (told, className) =>
      Object.entries(told)
        .filter(([, d]) => d)
        .map(([name, d]) => drawn("path", { class: `${className} ex-${name === "hollow" ? "hollow" : "solid"}`, d, ...(name.startsWith("fade") ? { opacity: FADES[name[4]] } : {}) }));

    /* The ruler of a date chip: 72 pixels that are a month, a year or some years (as in `views/_chip.py`). */
    const ruler = (at) => {
      const marks = marksOf(at);
      const known = marks.flatMap(([, a, b]) => [a, b]).filter(Number.isFinite);
      if (!known.length) return [];
      const low = Math.min(...known), high = Math.max(...known);
      const [year, month] = civil(low), [year2, month2] = civil(high);
      const whole = marks.some(([, a, b]) => !Number.isFinite(a) || !Number.isFinite(b));
      const monthly = year === year2 && month === month2 && !whole;
      const from = monthly ? dayNumber(year, month, 1) : dayNumber(year, 1, 1);
      const to = monthly ? dayNumber(year, month, monthLength(year, month)) : dayNumber(year2, 12, 31);
      const scale = 72 / (to - from + 1);
      const told = sheet();
      for (const [kind, a, b, fadeStart, fadeEnd] of marks) {
        const x = Number.isFinite(a) ? Math.round((a - from) * scale) : 0;
        const x2 = Number.isFinite(b) ? Math.round((b + 1 - from) * scale) : 72;
        const left = Math.min(x, kind === 0 ? 70 : 68);
        draw(told, kind, left, Math.max(x2, left + 4), kind === 0 ? 0 : 1, kind === 0 ? 9 : 6, fadeStart, fadeEnd);
      }
      const label = monthly
        ? `${words.short[month - 1]} ${yearWords(year)}`
        : year === year2 ? yearWords(year) : leftToRight(`${yearWords(year)}–${yearWords(year2)}`);
      return [
        drawn("svg", { class: "ruler", width: 72, height: 10, viewBox: "0 0 72 10", "aria-hidden": "true", focusable: "false" },
          drawn("path", { class: "ruler-line", d: "M0 9.5H72M.5 6.5V9.5M71.5 6.5V9.5" }), ...paths(told, "ex-sure")),
        element("span", { className: "chip-scale", ariaHidden: "true", textContent: label }),
      ];
    };

    /* ---- the list ---- */

    const address = (kind, id) => `${columns.base}${kind}/${id}/`;
    const named = (kind, values, value) => {
      const text = element("bdi", { textContent: values.name[value] });
      return values.id[value] ? element("a", { href: address(kind, values.id[value]) }, text) : element("span", {}, text);
    };
    const listed = (nodes) => nodes.flatMap((node, at) => (at ? [words.comma, node] : [node]));
    const tags = (told) =>
      told.flatMap(([label, id], at) => {
        const tag = element("span", { className: id ? `tag actor-${id}` : "tag" });
        if (id) tag.append(element("span", { className: "swatch", ariaHidden: "true" }));
        tag.append(label);
        return at ? [words.comma, tag] : [tag];
      });
    /* Whether an entry was at the place of a row, and does not only speak of it. */
    const isThere = (row) => (placed.how?.[row] ?? 0) < words.leads.length;
    const placesOf = (at) => {
      const found = [];
      for (let i = placed.from[at]; i < placed.from[at + 1]; i++) if (isThere(i)) found.push(placed.of[i]);
      return found;
    };
    const rows = new Map(); // the entries that are in the page, each once in the list and perhaps once as the marked one
    const entry = (at, heading) => {
      const id = columns.ids[at];
      const type = columns.type[at];
      const chip = element("button", { type: "button", className: "chip ex-chip" }, element("span", { className: "chip-words", textContent: columns.words[at] }), ...ruler(at), element("span", { className: "visually-hidden", textContent: `${words.comma}${words.mark}` }));
      chip.setAttribute("aria-pressed", asked.sel === at);
      const line = [element("span", { textContent: columns.types.name[type] })];
      if (timed() && level[at] === POSSIBLE) line.unshift(element("span", { className: "ex-perhaps", textContent: words.possibly }));
      const standing = columns.standing[at];
      if (columns.standings.words[standing]) {
        line.push(element("span", { className: columns.standings.happened[standing], textContent: columns.standings.words[standing] }));
      }
      const where = new Map();
      for (let i = placed.from[at]; i < placed.from[at + 1]; i++) {
        const lead = placed.how?.[i] ?? 0;
        if (isThere(i)) where.set(lead, [...(where.get(lead) ?? []), placed.of[i]]);
      }
      if (where.size) {
        line.push(element("span", {}, ...[...where].sort(([a], [b]) => a - b).flatMap(([lead, places], n) => [
          `${n ? words.comma : ""}${words.leads[lead]}${words.leads[lead] ? " " : ""}`,
          ...listed(places.map((place) => named("places", columns.places, place))),
        ])));
      }
      const actors = [];
      for (let i = acting.from[at]; i < acting.from[at + 1]; i++) {
        if (!acting.how?.[i]) actors.push(named("actors", columns.actors, acting.of[i]));
      }
      if (actors.length) line.push(element("span", {}, ...listed(actors)));
      const dispute = columns.disputes[columns.dispute[at]];
      if (dispute && dispute !== "-") {
        line.push(element("span", {}, element("span", { className: "disputed", textContent: words.disputed }), `: ${dispute}`));
      }
      const text = element("div", { className: "entry-text" },
        element(heading, { className: "entry-title" }, element("a", { href: address("events", id), textContent: columns.titles[at] })),
        element("p", { className: "entry-line" }, ...line.flatMap((node, n) => (n ? [" · ", node] : [node]))));
      for (const [place, from, to] of columns.hands[at] ?? []) {
        text.append(element("p", { className: "entry-change" },
          ...(columns.hands[at].length > 1 ? [element("span", { className: "change-place", textContent: place }), " "] : []),
          ...tags(from), " ", element("span", { className: "arrow", textContent: document.documentElement.dir === "rtl" ? "←" : "→" }), " ", ...tags(to)));
      }
      const row = element("li", { className: `entry${columns.types.said[type] ? " said" : ""}` }, chip, text);
      row.dataset.at = at;
      row.dataset.id = id;
      row.classList.toggle("ex-sel", asked.sel === at);
      return row;
    };
    const list = part("list");
    const tellList = () => {
      rows.clear();
      const some = shown.slice(0, asked.rows);
      const made = document.createDocumentFragment();
      let undated = false;
      for (const at of some) {
        if (timed() && at >= columns.dated && !undated) {
          undated = true;
          made.append(element("li", { className: "ex-group", textContent: words["not asked"] }));
        }
        const row = entry(at, "h3");
        rows.set(at, row);
        made.append(row);
      }
      if (!some.length) made.append(element("li", { className: "ex-group", textContent: words.nothing }));
      list.replaceChildren(made);
      const more = part("more");
      const left = shown.length - some.length;
      more.hidden = !left;
      more.textContent = left ? counted(words.more, Math.min(PAGE, left)) : "";
      part("showing").textContent = left ? fill(words.showing, { n: number(some.length), all: number(shown.length) }) : "";
    };
    part("more").addEventListener("click", () => {
      const from = asked.rows;
      asked.rows += PAGE;
      tellList();
      tellMarked();
      keep(false);
      rows.get(shown[from])?.querySelector("a").focus();
    });

    /* ---- the columns of time, and the part of it that is asked for ---- */

    const strip = part("strip");
    const ends = { from: root.querySelector('[data-ex-end="from"]'), to: root.querySelector('[data-ex-end="to"]') };
    const UNITS = [["day", 1], ["month", 1], ["month", 3], ["year", 1], ["year", 5], ["year", 10], ["year", 50], ["year", 100], ["year", 1000], ["year", 10000]];
    const HIGH = 64, FOOT = 20;
    /* Where columns of a unit begin: they hold the whole span, and one day more says where the last ends. */
    const edges = ([unit, every]) => {
      const [year, month] = civil(spanFirst);
      const found = [];
      for (let n = 0; found.length < 2000; n++) {
        let begin;
        if (unit === "day") begin = spanFirst + n;
        else if (unit === "month") {
          const at = Math.floor((month - 1) / every) * every + n * every;
          begin = dayNumber(year + Math.floor(at / 12), (at % 12) + 1, 1);
        } else begin = dayNumber((Math.floor(year / every) + n) * every, 1, 1);
        found.push(begin);
        if (begin > spanLast) break;
      }
      return found;
    };
    let bins = [];
    let unit = UNITS[0];
    let stripWide = 0;
    let densityKey = "";
    /* Sizes are asked for before anything is changed, so that nothing is laid out twice. */
    const measure = () => {
      const width = Math.max(240, Math.floor(strip.clientWidth));
      measureLine();
      if (width !== stripWide) layStrip(width);
    };
    const layStrip = (width) => {
      stripWide = width;
      const most = Math.max(12, Math.floor(stripWide / 6));
      unit = UNITS.find((it) => (spanLast - spanFirst) / ({ day: 1, month: 30.44, year: 365.25 }[it[0]] * it[1]) <= most) ?? UNITS.at(-1);
      bins = edges(unit);
      densityKey = "";
    };
    const xOf = (when) => {
      const low = bins[0], high = bins.at(-1);
      return Math.min(Math.max((when - low) / (high - low), 0), 1) * stripWide;
    };
    const binAt = (x) => {
      const when = bins[0] + (x / stripWide) * (bins.at(-1) - bins[0]);
      let low = 0, high = bins.length - 2;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (bins[middle] <= when) low = middle;
        else high = middle - 1;
      }
      return low;
    };
    const binOf = (when) => binAt(xOf(when));
    const asDate = (when) => {
      const [year, month, ofMonth] = civil(when);
      const text = yearText(year);
      if (unit[0] === "year" || (Math.abs(year) > 9999)) return dated(text);
      return dated(unit[0] === "month" ? `${text}-${two(month)}` : `${text}-${two(month)}-${two(ofMonth)}`);
    };
    const setTime = (from, to, drawing) => {
      const whole = from <= 0 && to >= bins.length - 2;
      asked.from = whole ? null : asDate(bins[from]);
      asked.to = whole ? null : asDate(bins[to + 1] - 1);
      change(drawing);
    };
    const picture = drawn("svg", { class: "ex-columns", "aria-hidden": "true", focusable: "false" });
    const columnsOfTime = drawn("g", {});
    const band = drawn("rect", { class: "ex-band", y: 0, height: HIGH });
    picture.append(band, columnsOfTime);
    const handles = ["from", "to"].map((name) => {
      const handle = element("div", { className: "ex-handle", tabIndex: 0 });
      handle.setAttribute("role", "slider");
      handle.setAttribute("aria-label", name === "from" ? words.begin : words.end);
      handle.setAttribute("aria-orientation", "horizontal");
      handle.addEventListener("keydown", (event) => {
        const forward = getComputedStyle(strip).direction === "rtl" ? -1 : 1;
        const step = { ArrowLeft: -forward, ArrowRight: forward, ArrowDown: -1, ArrowUp: 1, PageDown: -12, PageUp: 12, Home: -1e9, End: 1e9 }[event.key];
        if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        let [from, to] = range();
        if (name === "from") from = Math.min(Math.max(from + step, 0), to);
        else to = Math.max(Math.min(to + step, bins.length - 2), from);
        setTime(from, to, true);
      });
      handle.addEventListener("blur", settle);
      return handle;
    });
    strip.append(picture, ...handles);
    /* The columns that the asked time covers. */
    const range = () => [
      asked.from ? binOf(asked.from.first) : 0,
      asked.to ? binOf(asked.to.last) : bins.length - 2,
    ];
    const tellStrip = () => {
      const key = JSON.stringify([...FACETS.map((name) => [...asked[name]]), asked.disputed]);
      if (key !== densityKey) {
        densityKey = key;
        drawColumns();
      }
      const a = asked.from ? xOf(asked.from.first) : 0;
      const b = asked.to ? xOf(asked.to.last + 1) : stripWide;
      band.setAttribute("x", a);
      band.setAttribute("width", timed() ? Math.max(b - a, 1) : 0);
      const [from, to] = range();
      handles.forEach((handle, n) => {
        handle.style.insetInlineStart = `${n ? b : a}px`;
        handle.setAttribute("aria-valuemin", 0);
        handle.setAttribute("aria-valuemax", bins.length - 2);
        handle.setAttribute("aria-valuenow", n ? to : from);
        const end = n ? asked.to : asked.from;
        handle.setAttribute("aria-valuetext", end ? dateWords(end) : words.open);
      });
    };
    const drawColumns = () => {
      const certain = new Uint32Array(bins.length - 1), possible = new Uint32Array(bins.length - 1);
      for (let at = 0; at < columns.dated; at++) {
        if (failed[at] > 1 || (failed[at] && failing[at] !== 5)) continue;
        const several = odd.get(at);
        const low = several ? Math.min(...several.pieces.map(([a]) => a)) : begunFirst[at];
        const high = several ? Math.max(...several.pieces.map(([, , , d]) => d)) : endedLast[at];
        const closed = Number.isFinite(low) && Number.isFinite(high); // else it may lie anywhere, which no column shows
        const to = binOf(high);
        for (let n = binOf(low); n <= to; n++) {
          const found = falls(at, bins[n], bins[n + 1] - 1);
          if (found === CERTAIN) certain[n]++;
          else if (found === POSSIBLE && closed) possible[n]++;
        }
      }
      let most = 1;
      for (let n = 0; n < certain.length; n++) most = Math.max(most, certain[n] + possible[n]);
      const scale = (HIGH - 4) / most;
      let solid = "", hollow = "", ticks = "";
      const labels = [];
      let labelled = -Infinity;
      for (let n = 0; n < certain.length; n++) {
        const left = xOf(bins[n]) + 0.5, wide = Math.max(xOf(bins[n + 1]) - left - 1, 1.5);
        const sure = certain[n] ? Math.max(certain[n] * scale, 1.5) : 0;
        if (sure) solid += `M${left.toFixed(1)} ${HIGH}h${wide.toFixed(1)}v${(-sure).toFixed(1)}h${(-wide).toFixed(1)}z`;
        const may = possible[n] * scale;
        if (may > 0) hollow += `M${(left + 0.5).toFixed(1)} ${(HIGH - sure).toFixed(1)}v${(-may).toFixed(1)}h${Math.max(wide - 1, 0.5).toFixed(1)}v${may.toFixed(1)}`;
      }
      /* Years are named where there is room, months between them. */
      bins.slice(0, -1).forEach((begin, n) => {
        const [year, month, ofMonth] = civil(begin);
        const head = unit[0] === "year" || (month === 1 && (unit[0] === "month" || ofMonth === 1)) || n === 0;
        const x = xOf(begin);
        if (head) ticks += `M${x.toFixed(1)} ${HIGH}v5`;
        if (!head && !(unit[0] === "day" && ofMonth === 1)) return;
        const text = unit[0] === "year" || month === 1 ? yearWords(year) : dateWords({ year, month }, words.short);
        if (x - labelled < text.length * 7 + 14 || x + text.length * 7 > stripWide) return;
        labelled = x;
        labels.push(drawn("text", { x: x + 3, y: HIGH + 16 }, text));
      });
      picture.setAttribute("viewBox", `0 0 ${stripWide} ${HIGH + FOOT}`);
      columnsOfTime.replaceChildren(
        drawn("path", { class: "ex-base", d: `M0 ${HIGH + 0.5}H${stripWide}${ticks}` }),
        drawn("path", { class: "ex-sure ex-solid", d: solid }),
        drawn("path", { class: "ex-sure ex-hollow", d: hollow }),
        ...labels,
      );
    };
    let drag = null;
    const pointed = (event) => {
      const box = picture.getBoundingClientRect();
      return binAt(((event.clientX - box.left) / box.width) * stripWide);
    };
    strip.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      const n = pointed(event);
      const [from, to] = range();
      const grip = handles.indexOf(event.target);
      drag = { anchor: grip === 0 ? to : grip === 1 ? from : n, moved: grip >= 0 };
      strip.setPointerCapture(event.pointerId);
      if (grip < 0) setTime(n, n, true);
    });
    strip.addEventListener("pointermove", (event) => {
      if (!drag) return;
      const n = pointed(event);
      if (n === drag.at) return;
      drag.at = n;
      setTime(Math.min(n, drag.anchor), Math.max(n, drag.anchor), true);
    });
    for (const name of ["pointerup", "pointercancel"]) {
      strip.addEventListener(name, () => {
        drag = null;
        settle();
      });
    }
    const fault = part("fault");
    const complain = (text, ...fields) => {
      fault.textContent = text;
      fault.hidden = !text;
      for (const field of Object.values(ends)) field.setAttribute("aria-invalid", fields.includes(field));
    };
    for (const [name, field] of Object.entries(ends)) {
      field.addEventListener("change", () => {
        const text = field.value.trim();
        const found = text ? dated(text) : null;
        if (text && !found) return complain(fill(words["bad date"], { value: text }), field);
        const other = { ...asked, [name]: found };
        if (other.from && other.to && other.from.first > other.to.last) {
          return complain(fill(words.turned, { from: dateWords(other.from), to: dateWords(other.to) }), ends.from, ends.to);
        }
        asked[name] = found;
        /* The other field may hold what was refused together with this one. */
        change();
      });
    }
    for (const radio of root.querySelectorAll('[name="ex-show"]')) {
      radio.addEventListener("change", () => {
        asked.show = radio.value;
        change();
      });
    }

    /* ---- the time line ---- */

    const line = part("marks");
    let lanes = []; // by lane, the entries in it: {at, left, right}
    let spots = new Map(); // entry -> where its mark is
    let laneHigh = 10;
    let lineWide = 0;
    const measureLine = () => {
      const width = Math.floor(line.clientWidth);
      if (width) lineWide = Math.max(240, width);
      return lineWide;
    };
    const tellLine = () => {
      const wide = lineWide || measureLine() || stripWide;
      const low = Math.max(Number.isFinite(first()) ? first() : bins[0], bins[0]);
      const high = Math.min(Number.isFinite(last()) ? last() + 1 : bins.at(-1), bins.at(-1));
      const from = low < high ? low : bins[0], to = low < high ? high : bins.at(-1);
      const scale = wide / (to - from);
      const at = (when) => Math.round(Math.min(Math.max((when - from) * scale, 0), wide) * 10) / 10;
      const items = [];
      for (const number of shown) {
        if (number >= columns.dated) break; // the undated stand last
        let left = Infinity, right = -Infinity;
        const marks = [];
        for (const [kind, a, b, fadeStart, fadeEnd] of marksOf(number)) {
          const begun = a > -Infinity, ended = b < Infinity;
          if (!begun && !ended) continue;
          const x = Math.min(begun ? at(a) : at(b + 1) - TAIL, wide - 3);
          const x2 = Math.max(ended ? at(b + 1) : x + TAIL, x + 3);
          /* What goes on beyond the picture has no end there. */
          marks.push([kind, x, Math.min(x2, wide), fadeStart, fadeEnd, begun && a < from, ended && b >= to]);
          if (x < left) left = x;
          if (x2 > right) right = x2;
        }
        if (marks.length) items.push({ number, marks, left, right, lane: 0 });
      }
      items.sort((a, b) => a.left - b.left || a.number - b.number);
      lanes = [];
      const taken = new Float64Array(items.length); // up to where each lane is
      for (const item of items) {
        let n = 0;
        while (n < lanes.length && taken[n] + 2 > item.left) n++;
        (lanes[n] ??= []).push(item);
        taken[n] = item.right;
        item.lane = n;
      }
      laneHigh = lanes.length > 60 ? 4 : lanes.length > 30 ? 6 : 10;
      const high_ = lanes.length * laneHigh;
      const sure = sheet(), perhaps = sheet();
      spots = new Map();
      for (const item of items) {
        const into = timed() && level[item.number] === POSSIBLE ? perhaps : sure;
        spots.set(item.number, item);
        for (const [kind, left, right, ...ends] of item.marks) draw(into, kind, left, right, item.lane * laneHigh + 1, laneHigh - 2, ...ends);
      }
      const svg = drawn("svg", { viewBox: `0 0 ${wide} ${high_ + FOOT}`, height: high_ + FOOT, class: "ex-timeline", "aria-hidden": "true", focusable: "false" });
      let ticks = `M0 ${high_ + 0.5}H${wide}`;
      const labels = [];
      for (const [when, text] of scaleOf(from, to, wide)) {
        const x = at(when);
        ticks += `M${x.toFixed(1)} 0V${high_ + 5}`;
        if (x + text.length * 7 < wide) labels.push(drawn("text", { x: x + 3, y: high_ + 16 }, text));
      }
      svg.append(drawn("path", { class: "ex-base", d: ticks }), ...paths(perhaps, "ex-perhaps"), ...paths(sure, "ex-sure"), ...labels, drawn("g", { "data-ex-over": "" }));
      line.replaceChildren(svg);
      root.querySelector("[data-ex-line]").hidden = !items.length;
      const [fy, fm, fd] = civil(from), [ty, tm, td] = civil(to - 1);
      part("line-words").textContent = fill(words.line, {
        from: dateWords({ year: fy, month: fm, day: fd }), to: dateWords({ year: ty, month: tm, day: td }),
      });
    };
    /* Ticks at whole years, months or days, whichever leaves room for its words. */
    const scaleOf = (from, to, wide) => {
      const found = [];
      const [year] = civil(from);
      const years = (to - from) / 365.25;
      const room = wide / 76;
      if (years < room && years * 12 >= room) {
        for (let y = year; dayNumber(y, 1, 1) < to; y++) found.push([dayNumber(y, 1, 1), yearWords(y)]);
      } else if (years * 12 < room) {
        const daily = (to - from) < room * 2;
        for (let y = year; dayNumber(y, 1, 1) < to; y++) {
          for (let m = 1; m <= 12; m++) {
            const begin = dayNumber(y, m, 1);
            found.push([begin, dateWords({ year: y, month: m }, words.short)]);
            if (daily) for (let d = 8; d <= monthLength(y, m); d += 7) found.push([begin + d - 1, `${d} ${words.short[m - 1]}`]);
          }
        }
      } else {
        const every = [2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000, 10000].find((n) => years / n < room) ?? 100000;
        for (let y = Math.ceil(year / every) * every; dayNumber(y, 1, 1) < to; y += every) found.push([dayNumber(y, 1, 1), yearWords(y)]);
      }
      return found.filter(([when]) => when >= from && when < to);
    };
    const onLine = (event) => {
      const box = line.getBoundingClientRect();
      const lane = lanes[Math.floor((event.clientY - box.top) / laneHigh)];
      const x = event.clientX - box.left;
      return lane?.find((item) => item.left - 3 <= x && x <= item.right + 3)?.number ?? null;
    };
    line.addEventListener("pointermove", (event) => light("pointer", onLine(event)));
    line.addEventListener("pointerleave", () => light("pointer"));
    line.addEventListener("click", (event) => {
      const at = onLine(event);
      if (at !== null) select(at === asked.sel ? null : at);
    });

    /* ---- the map ---- */

    const map = part("map");
    const dots = new Map(); // place -> its dots: one in the map, perhaps another in the part that is drawn larger
    const disc = (r) => `M${r},0A${r},${r},0,1,1,${-r},0A${r},${r},0,1,1,${r},0Z`;
    const size = (entries) => Math.min(2.2 + 1.15 * Math.sqrt(entries), 10).toFixed(2);
    const layDots = () => {
      if (dots.size) return;
      for (const mark of map.querySelectorAll("svg [data-place]")) layDot(mark);
      map.querySelector("svg").setAttribute("role", "group"); // no picture any more: its dots are to be pressed
      map.querySelector("figcaption").textContent = words.dots;
    };
    const layDot = (mark) => {
      const place = facets.place.number.get(mark.dataset.place);
      if (place === undefined) return;
      const parts = [["ex-ring", ""], ["ex-spot", ""], ["ex-reach", disc(12)]].map(([name, d]) => drawn("path", { class: name, d }));
      const group = drawn("g", { transform: mark.getAttribute("transform") ?? "", class: "ex-dot" }, ...parts, drawn("title", {}));
      mark.replaceWith(group);
      if (!dots.has(place)) {
        dots.set(place, []);
        group.setAttribute("role", "button");
        group.setAttribute("tabindex", -1);
      }
      dots.get(place).push(group);
      group.addEventListener("click", () => choosePlace(place));
      group.addEventListener("pointerenter", () => light("pointer", null, place));
      group.addEventListener("pointerleave", () => light("pointer"));
      group.addEventListener("focus", () => light("focus", null, place));
      group.addEventListener("blur", () => light("focus"));
      group.addEventListener("keydown", (event) => {
        if (event.key === "Enter" || event.key === " ") {
          event.preventDefault();
          choosePlace(place);
          return;
        }
        const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
        if (!step) return;
        event.preventDefault();
        const reached = [...dots].filter(([, [dot]]) => !dot.classList.contains("ex-none")).map(([number]) => number);
        const next = reached[(reached.indexOf(place) + step + reached.length) % reached.length];
        if (next === undefined) return;
        for (const [number, [dot]] of dots) dot.setAttribute("tabindex", number === next ? 0 : -1);
        dots.get(next)[0].focus();
      });
    };
    const choosePlace = (place) => {
      const only = asked.place.size === 1 && asked.place.has(place);
      asked.place = new Set(only ? [] : [place]);
      change();
    };
    const tellMap = () => {
      if (!dots.size) return;
      const sure = new Uint32Array(columns.places.id.length), may = new Uint32Array(columns.places.id.length);
      for (const at of shown) {
        const count = timed() && level[at] === POSSIBLE ? may : sure;
        for (let i = placed.from[at]; i < placed.from[at + 1]; i++) if (isThere(i)) count[placed.of[i]]++;
      }
      let reachable = false;
      for (const [place, groups] of dots) {
        const certain = sure[place], possible = may[place];
        const here = !reachable && certain + possible > 0;
        if (here) reachable = true;
        groups[0].setAttribute("tabindex", here ? 0 : -1);
        groups[0].setAttribute("aria-pressed", asked.place.has(place));
        const key = `${certain} ${possible} ${timed()}`;
        if (groups.told === key) continue;
        groups.told = key;
        const spoken = timed()
          ? [counted(words.certainly, certain), possible ? counted(words["and possibly"], possible) : ""].filter(Boolean).join(words.comma)
          : counted(words.entries, certain);
        const label = `${columns.places.name[place]}: ${spoken}`;
        groups[0].setAttribute("aria-label", label);
        for (const group of groups) {
          const [ring, spot, , title] = group.children;
          ring.setAttribute("d", possible ? disc(size(certain + possible)) : "");
          spot.setAttribute("d", certain ? disc(size(certain)) : possible ? "" : disc(1.6));
          spot.setAttribute("class", certain ? "ex-spot" : "ex-empty");
          title.textContent = label;
          group.classList.toggle("ex-none", !certain && !possible);
        }
      }
    };

    /* ---- one marked, in all three ---- */

    /* What the pointer is on, and what has the focus: an entry, or a place. One does not put out the other. */
    const lights = { pointer: {}, focus: {} };
    const light = (by, at = null, place = null) => {
      if (lights[by].at === at && lights[by].place === place) return;
      lights[by] = { at, place };
      tellOver();
    };
    const tellOver = () => {
      const lit = new Set(), there = new Set();
      for (const { at = null, place = null } of [...Object.values(lights), { at: asked.sel }]) {
        if (at !== null) {
          lit.add(at);
          for (const one of placesOf(at)) there.add(one);
        }
        if (place !== null) {
          there.add(place);
          for (const one of shown) if (placesOf(one).includes(place)) lit.add(one);
        }
      }
      for (const [at, row] of rows) row.classList.toggle("ex-lit", lit.has(at));
      const boxes = [];
      for (const at of lit) {
        const spot = spots.get(at);
        if (spot) boxes.push(drawn("rect", { class: at === asked.sel ? "ex-over ex-sel" : "ex-over", x: spot.left - 2.5, y: spot.lane * laneHigh - 1.5, width: spot.right - spot.left + 5, height: laneHigh + 3 }));
      }
      line.querySelector("[data-ex-over]")?.replaceChildren(...boxes);
      for (const [place, groups] of dots) for (const group of groups) group.classList.toggle("ex-lit", there.has(place));
    };
    for (const [name, by] of [["pointerover", "pointer"], ["focusin", "focus"]]) {
      list.addEventListener(name, (event) => {
        const row = event.target.closest("[data-at]");
        light(by, row ? Number(row.dataset.at) : null);
      });
    }
    list.addEventListener("pointerleave", () => light("pointer"));
    list.addEventListener("focusout", () => light("focus"));
    const select = (at) => {
      asked.sel = at;
      tellMarked();
      keep(false);
    };
    for (const place of [list, part("marked-entry")]) {
      place.addEventListener("click", (event) => {
        const chip = event.target.closest(".ex-chip");
        if (!chip) return;
        const at = Number(chip.closest("[data-at]").dataset.at);
        select(at === asked.sel ? null : at);
        (rows.get(at)?.querySelector(".ex-chip") ?? said).focus();
      });
    }
    for (const button of root.querySelectorAll("[data-ex-step]")) {
      button.addEventListener("click", () => {
        const step = Number(button.dataset.exStep);
        if (!step) {
          const at = asked.sel;
          select(null);
          (rows.get(at)?.querySelector(".ex-chip") ?? list.querySelector("a"))?.focus();
          return;
        }
        const here = shown.indexOf(asked.sel);
        const next = shown[here < 0 ? 0 : here + step];
        if (next !== undefined) select(next);
      });
    }
    const tellMarked = () => {
      const at = asked.sel;
      part("marked").hidden = at === null;
      for (const [number, row] of rows) {
        row.classList.toggle("ex-sel", number === at);
        row.querySelector(".ex-chip").setAttribute("aria-pressed", number === at);
      }
      if (at !== null) {
        const here = shown.indexOf(at);
        const row = entry(at, "h3");
        if (here < 0) row.querySelector(".entry-line").prepend(element("span", { className: "ex-perhaps", textContent: words.gone }), " ");
        part("marked-entry").replaceChildren(row);
        for (const button of root.querySelectorAll("[data-ex-step]")) {
          const step = Number(button.dataset.exStep);
          button.setAttribute("aria-disabled", step !== 0 && (here < 0 ? !shown.length : shown[here + step] === undefined));
        }
      }
      tellOver();
    };

    /* ---- these rows as a table: those of the export, so that columns, bounds and guarded cells are its own ---- */

    const records = (text) => {
      const found = [];
      let from = 0, quoted = false;
      for (let at = 0; at < text.length; at++) {
        if (text[at] === '"') quoted = !quoted;
        else if (text[at] === "\n" && !quoted) {
          found.push(text.slice(from, at + 1));
          from = at + 1;
        }
      }
      return found;
    };
    part("download").addEventListener("click", async () => {
      const wanted = new Set(shown.map((at) => columns.ids[at]));
      const name = [words.file, ...FACETS.flatMap((kind) => [...asked[kind]].map((value) => valueOf(kind, value)).sort()),
        ...(asked.disputed ? ["disputed"] : []),
        ...["from", "to"].flatMap((end) => (asked[end] ? [end, asked[end].text] : [])), ...(timed() && asked.show ? [asked.show] : [])];
      try {
        const sent = await fetch(root.dataset.csv);
        if (!sent.ok) throw new Error(String(sent.status));
        const [head, ...lines] = records(await sent.text());
        const kept = lines.filter((row) => wanted.has(row.slice(0, row.indexOf(","))));
        const link = element("a", {
          href: URL.createObjectURL(new Blob([head, ...kept], { type: "text/csv;charset=utf-8" })),
          download: `${name.join("-").slice(0, 120)}.csv`,
        });
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 60000);
      } catch {
        notify([words["no file"]]);
      }
    });

    /* ---- all of it ---- */

    const show = () => {
      root.dataset.view = asked.view;
      measure();
      for (const name of ["from", "to"]) {
        const text = asked[name]?.text ?? "";
        if (ends[name].value !== text) ends[name].value = text;
      }
      complain("");
      part("show").disabled = !timed();
      for (const radio of root.querySelectorAll('[name="ex-show"]')) radio.checked = radio.value === asked.show;
      for (const radio of root.querySelectorAll('[name="ex-view"]')) radio.checked = radio.value === asked.view;
      answer();
      tell();
      tellChosen();
      for (const name of FACETS) tellFacet(name, false);
      if (disputedBox) {
        disputedBox.checked = asked.disputed;
        tellCount(part("disputed-count"), ...counts.disputed);
      }
      tellStrip();
      tellList();
      tellMarked();
      /* Many marks and dots are drawn when the list is already there to be read. */
      cancelAnimationFrame(picturing);
      clearTimeout(waiting);
      if (total < MANY && root.dataset.loaded) pictures();
      else picturing = requestAnimationFrame(() => (waiting = setTimeout(pictures)));
    };
    let picturing, waiting;
    const pictures = () => {
      if (line.clientWidth) tellLine();
      if (map?.clientWidth) {
        layDots();
        tellMap();
      }
      tellOver();
      root.dataset.loaded = "true";
    };
    const change = (drawing = false) => {
      asked.rows = PAGE;
      notify([]);
      show();
      keep(drawing);
    };
    const follow = () => {
      moving = false;
      clearTimeout(rest);
      const told = read();
      show();
      notify(told);
    };
    part("clear").addEventListener("click", () => {
      asked = { ...nothing(), view: asked.view, sel: asked.sel };
      change();
      ends.from.focus();
    });
    part("fold").addEventListener("click", () => {
      const unfolded = part("filters").classList.toggle("ex-open");
      part("fold").setAttribute("aria-expanded", unfolded);
    });
    for (const radio of root.querySelectorAll('[name="ex-view"]')) {
      radio.addEventListener("change", () => {
        asked.view = radio.value;
        root.dataset.view = asked.view;
        measure();
        pictures();
        keep(false);
      });
    }
    addEventListener("popstate", follow);
    let resized;
    new ResizeObserver(() => {
      cancelAnimationFrame(resized);
      resized = requestAnimationFrame(() => {
        const before = stripWide;
        measure();
        if (stripWide === before) return;
        tellStrip();
        pictures();
      });
    }).observe(strip);
    setTimeout(follow); // a turn of its own: unfolding and showing are each short
  };

  fetch(root.dataset.columns)
    .then((sent) => (sent.ok ? sent.json() : Promise.reject(new Error(String(sent.status)))))
    .then(start)
    .catch((fault) => {
      part("said").textContent = root.dataset.failed;
      console.error(fault);
    });
})();
