/* The search: a dialog over the indexes that `writing/search.py` publishes, read by pagefind. Loaded when a reader
   first searches. What stands in an index is contributed text: it is put into the page as text, never as HTML. */

const site = window.fasti.base;
const home = new URL("assets/search/", site);
const PAUSE = 40; // ms without a key before it searches
const SHOWN = { place: 5, actor: 5, event: 5, source: 3, series: 3, page: 4 }; // of each group at first
const READ = { names: 12, events: 6, pages: 4 }; // results whose text is fetched at first: to be ranked, some to be shown
const AT_ONCE = 6; // of the names those that may be shown before the rest has come
const MORE = 10;
const EXCERPT = 26; // words
const KINDS = { places: "place", actors: "actor", events: "event", sources: "source", figures: "series" };
const PART = { event: "events", page: "pages" }; // the kinds that have a part of the index to themselves
const BETWEEN = "\u241e";
const RANKING = { metaWeights: { title: 6, keys: 4, names: 2, when: 2, about: 0.4, label: 1, langs: 0 } };
const REMEMBERED = `${new URL(site).pathname}.search`;

/* ---- names as readers type them: the same tables as `writing/spellings.py` ---- */

const ARTICLES = new Set("al el ul ad ed ar er as es ash esh at et an en az ez the".split(" "));
const ALIKE = new Map(
  Object.entries({
    ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ħ: "h", ı: "i", ς: "σ",
    ٱ: "ا", ى: "ي", ی: "ي", ک: "ك", ة: "ه", ە: "ه", ء: "",
  }),
);
for (const first of [0x660, 0x6f0]) {
  for (let digit = 0; digit < 10; digit += 1) ALIKE.set(String.fromCharCode(first + digit), String(digit));
}
for (const mark of "'’‘`´ʹʺʻʼʽʾʿˈـ\u200c\u200d\u200e\u200f\u2066\u2067\u2068\u2069") ALIKE.set(mark, "");
const SOUNDS = { q: "k", c: "k", g: "j", " ": "" };
const ONE_WORD = 3; // names of so many words have a sound
const MARKS = /[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08ff]/g;

export const fold = (text) =>
  [...text.normalize("NFKD").replace(MARKS, "").toLowerCase()]
    .map((letter) => ALIKE.get(letter) ?? letter)
    .join("")
    .replace(/(?<=\p{Nd})[.,](?=\p{Nd})/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const bare = (words) => {
  const left = words.filter((word) => !ARTICLES.has(word));
  return left.length ? left : words;
};

/* A name as one word, without the article that Arabic writes in one with its noun. */
const joinedOf = (words) => words.map((word) => (/^ال.../u.test(word) ? word.slice(2) : word)).join("");

/* The consonants of a name in Latin letters: Deir ez-Zor and Dayr az-Zawr are both `drzr`. */
export const sound = (words) => {
  const text = bare(words)
    .join(" ")
    .replace(/[aeiouwy]|h\b/g, "")
    .replace(/[qcg ]/g, (letter) => SOUNDS[letter])
    .replace(/(.)\1+/g, "$1");
  return /^[a-z]{3,}$/.test(text) ? text : "";
};

const tiny = (word) => /^[a-z]{1,2}$/.test(word);

/* What is looked for: the words as folded, without articles if anything else is left. */
const asked = (text) => {
  const words = bare(fold(text).split(" ").filter(Boolean));
  /* The beginning of a word is no word: half of all pages have one that begins so. Alone it must be the whole word. */
  const long = words.filter((word) => !tiny(word));
  return {
    words: long.length ? long : words,
    text: long.length ? long.join(" ") : words.length ? `"${words.join(" ")}"` : "",
    joined: joinedOf(words),
    sound: words.length <= ONE_WORD ? sound(words) : "",
  };
};

/* ---- making elements ---- */

const element = (tag, about = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(about)) if (value !== undefined) made.setAttribute(name, value);
  made.append(...children.filter((child) => child !== undefined && child !== ""));
  return made;
};

const styles = () =>
  new Promise((resolve, reject) => {
    const link = element("link", { rel: "stylesheet", href: new URL("assets/search-dialog.css", site).href });
    link.addEventListener("load", resolve);
    link.addEventListener("error", () => reject(new Error(`${link.href} did not load`)));
    document.head.append(link);
  });

/* ---- the indexes ---- */

const beginning = async () => {
  const answer = await fetch(new URL("search.json", home), { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return answer.json();
};

/* For each part of the site an engine of its own, its indexes merged. They share one program in one worker: the first
   engine brings it, and may be asked before the others are there. */
const engineOf = async (begun) => {
  const [pagefind, { indexes }] = await Promise.all([import(new URL("pagefind.js", home).href), begun]);
  const about = { baseUrl: "/", ranking: RANKING };
  const engine = async (part) => {
    const [first, ...others] = indexes.filter((it) => it.part === part).map(({ path }) => new URL(path, home).pathname);
    const made = pagefind.createInstance({ basePath: first });
    await Promise.all([made.options(about), ...others.map((path) => made.mergeIndex(path, about))]);
    return made;
  };
  const parts = [...new Set(indexes.map(({ part }) => part))];
  const first = engine(parts[0]);
  const engines = new Map(parts.map((part, at) => [part, at ? first.then(() => engine(part)) : first]));
  for (const one of engines.values()) one.catch(() => {}); // told to who asks it
  const search = async (part, text) => (await (await engines.get(part)).search(text)).results;
  await first;
  return {
    parts,
    search,
    /* Names that sound so, but those that were found already. */
    async alike(sound, known) {
      const ids = new Set(known.map(({ id }) => id));
      const heard = parts.includes("names") ? await search("names", `_${sound}`) : [];
      return heard.filter(({ id, matchedMetaFields }) => matchedMetaFields?.includes("keys") && !ids.has(id));
    },
  };
};

/* ---- one result ---- */

/* How well a name fits: 0 it is the name, 1 it begins so or sounds so, 2 the words are in it, 3 they are elsewhere. */
const nearly = (word, other) => other.length > 3 && word.startsWith(other) && word.length - other.length < 3;
const fit = (name, query) => {
  const words = bare(fold(name).split(" "));
  const joined = joinedOf(words);
  if (joined === query.joined) return 0;
  if (joined.startsWith(query.joined)) return 1;
  if (nearly(query.joined, joined)) return 1.1;
  if (query.sound && query.sound === sound(words)) return 1.2;
  return query.words.every((word) => words.some((other) => other.startsWith(word) || nearly(word, other))) ? 2 : 3;
};

/* Where nothing has a word, pagefind takes shorter and shorter beginnings of it: whether any word is really there. */
const meant = (query, text) => {
  const there = fold(text).split(" ").map((word) => word.replace(/y$/, "i"));
  const long = query.words.filter((word) => word.length > 2);
  const begins = (long.length ? long : query.words).map((word) => word.slice(0, Math.max(4, word.length - 3)).replace(/y$/, "i"));
  return begins.some((begin) => there.some((word) => word.startsWith(begin)));
};

const wordsOf = (content) => content.split(/\s+/);

const read = async (result, part, query) => {
  const { raw_url: address, content, locations, meta } = await result.data();
  const kind = part === "pages" ? "page" : KINDS[address.split("/")[0]];
  const title = meta.title ?? address;
  const langs = (meta.langs ?? "").split(" ");
  const names = meta.names
    ? meta.names.split(` ${BETWEEN} `).map((text, at) => ({ text, lang: (langs[at] ?? "").slice(1).replaceAll("_", "-") }))
    : [];
  const own = fit(title, query);
  const other = names
    .map((name) => ({ ...name, fit: fit(name.text, query) }))
    .reduce((best, name) => (name.fit < best.fit ? name : best), { fit: 3 });
  return {
    kind, title, address, content, locations, when: meta.when, label: meta.label, standing: meta.standing,
    meant: meant(query, `${Object.values(meta).join(" ")} ${wordsOf(content).filter((_, at) => locations.includes(at)).join(" ")}`),
    lang: names.find(({ text }) => text === title)?.lang,
    fit: Math.min(own, other.fit),
    rank: Math.min(own, other.fit + 0.5),
    also: other.fit < own ? other : undefined,
  };
};

/* Letters that run against the page say so, as `fasti.language` has it on the other pages. */
const [AGAINST, OTHERS] = document.documentElement.dir === "rtl"
  ? [/^[^\p{L}]*\p{Script=Latin}/u, "und-Latn"]
  : [/^[^\p{L}]*\p{Script=Arabic}/u, "und-Arab"];
const langOf = (text) => (AGAINST.test(text) ? OTHERS : undefined);

/* A stretch of the text around the first word that was found, the words found marked. */
const excerpt = ({ content, locations, title }) => {
  const all = wordsOf(content);
  const head = wordsOf(title).length; // the text begins with the title
  const found = new Set(locations.filter((at) => at >= head && at < all.length));
  const first = found.size ? Math.min(...found) : head;
  const start = Math.max(head, Math.min(first - 6, all.length - EXCERPT));
  const shown = all.slice(start, start + EXCERPT);
  if (!shown.length) return undefined;
  const made = element("p", { class: "search-excerpt", dir: "auto", lang: langOf(shown.join(" ")) }, start > head ? "… " : "");
  shown.forEach((word, at) => {
    made.append(at ? " " : "", found.has(start + at) ? element("mark", {}, word) : word);
  });
  if (start + EXCERPT < all.length) made.append(" …");
  return made;
};

const apart = (text, lang, about = {}) => element("bdi", { ...about, lang: lang || langOf(text) }, text);

const row = (it, said) => {
  const line = element("p", { class: "search-line" });
  const parts = [it.label, it.standing, it.when].filter(Boolean).map((text) => apart(text));
  if (it.also) {
    const name = apart(it.also.text, it.also.lang, { class: "search-also" });
    parts.push(element("span", {}, `${said.also} `, name));
  }
  parts.forEach((part, at) => line.append(at ? " · " : "", part));
  const title = apart(it.title, it.lang);
  return element(
    "li",
    { class: "search-row" },
    element("a", { class: "search-title", href: new URL(it.address, site).href }, title),
    parts.length ? line : undefined,
    excerpt(it),
  );
};

/* ---- the dialog ---- */

export const make = async () => {
  const begun = beginning();
  let engine;
  const ready = () => {
    engine ||= engineOf(begun);
    engine.catch(() => (engine = undefined));
    return engine;
  };
  ready().catch(() => {}); // on its way while the dialog is made; it is told when it is asked for
  const [{ words }] = await Promise.all([begun, styles()]);
  const language = document.documentElement.lang || "en";
  const plural = new Intl.PluralRules(language);
  const local = (n) => n.toLocaleString(language);
  const counted = (forms, n) => (forms[plural.select(n)] ?? forms.other).replace("%(n)s", local(n));

  const input = element("input", {
    class: "search-input", type: "search", id: "search-input", autocomplete: "off", autocapitalize: "off",
    autocorrect: "off", spellcheck: "false", enterkeyhint: "search", maxlength: "200", dir: "auto",
    "aria-describedby": "search-keys",
  });
  const close = element("button", { class: "search-close", type: "button" }, words.close);
  const status = element("p", { class: "search-status", role: "status" });
  const list = element("div", { class: "search-results" });
  const dialog = element(
    "dialog",
    { class: "search", "aria-labelledby": "search-name" },
    element("h2", { class: "visually-hidden", id: "search-name" }, words.title),
    element(
      "form",
      { class: "search-form", role: "search" },
      element("label", { class: "search-label", for: "search-input" }, words.label),
      input,
      close,
    ),
    status,
    list,
    element("p", { class: "search-keys", id: "search-keys" }, words.keys),
  );
  document.body.append(dialog);

  const say = (text) => {
    if (status.textContent !== text) status.textContent = text;
  };

  const nothing = (text) => {
    const link = (to, label) => element("a", { href: new URL(to, site).href }, label);
    say(words.none.replace("%(query)s", text));
    list.replaceChildren(
      element("p", { class: "search-hint" }, `${words.spellings} `, link("places/", words.places), words.comma, link("actors/", words.actors)),
    );
  };

  const group = (kind, members, more) => {
    let shown = Math.min(SHOWN[kind], members.length);
    const rows = element("ul", { class: "search-rows" }, ...members.slice(0, shown).map((it) => row(it, words)));
    const number = more.number === undefined ? "" : element("span", { class: "search-number" }, local(more.number));
    const heading = element("h3", { id: `search-${kind}` }, words.groups[kind], " ", number);
    const made = element("section", { class: "search-group", "aria-labelledby": heading.id }, heading, rows);
    if (shown === more.number) return made;
    const button = element("button", { class: "search-more", type: "button" });
    const label = () => {
      button.textContent = more.number === undefined ? words.further : counted(words.more, Math.min(MORE, more.number - shown));
    };
    label();
    button.addEventListener("click", async () => {
      button.disabled = true;
      if (shown + MORE > members.length) await more.fetch();
      const added = members.slice(shown, shown + MORE).map((it) => row(it, words));
      rows.append(...added);
      shown += added.length;
      button.disabled = false;
      if (added.length < MORE || shown === more.number) button.remove();
      else label();
      added[0]?.querySelector("a").focus();
    });
    made.append(button);
    return made;
  };

  let round = 0;
  const pause = () => new Promise((done) => setTimeout(done, PAUSE));
  const search = async () => {
    const text = input.value.trim();
    const query = asked(text);
    const mine = ++round;
    list.setAttribute("aria-busy", "true");
    try {
      sessionStorage.setItem(REMEMBERED, text);
    } catch {
      /* storage may be forbidden: then nothing is remembered */
    }
    if (!query.joined) {
      say("");
      list.replaceChildren();
      list.removeAttribute("aria-busy");
      return;
    }
    const slow = setTimeout(() => mine === round && say(words.waiting), 400);
    try {
      const [pagefind] = await Promise.all([ready(), pause()]);
      if (mine === round) await find(pagefind, query, text, () => mine === round);
    } catch (fault) {
      if (mine === round) broken(fault);
    } finally {
      clearTimeout(slow);
      if (mine === round) list.removeAttribute("aria-busy");
    }
  };

  /* Names are looked for first: where one fits, it is shown before the rest has come, and stays on top. */
  const find = async (pagefind, query, text, current) => {
    const parts = pagefind.parts.map((part) => ({ part, left: [], total: 0 }));
    const groups = new Map(Object.keys(SHOWN).map((kind) => [kind, []]));
    const next = async (it, number) => {
      const some = it.left.slice(0, number);
      it.left = it.left.slice(number);
      const all = await Promise.all(some.map((result) => read(result, it.part, query)));
      const kept = all.filter(({ fit, meant }) => meant || fit < 3);
      for (const one of kept) groups.get(one.kind).push(one);
      it.total -= all.length - kept.length;
      if (!kept.length) {
        it.total -= it.left.length; // nor do those mean what was asked
        it.left = [];
      }
    };
    const begin = async (it) => {
      it.left = await pagefind.search(it.part, query.text);
      it.total = it.left.length;
    };
    const fits = () => [...groups.values()].flat().some(({ kind, fit }) => fit <= 1 && kind !== "page");
    const [names, others] = [parts.find(({ part }) => part === "names"), parts.filter(({ part }) => part !== "names")];
    let [alike, known] = [[], []];
    if (names) {
      await begin(names);
      known = names.left;
      await next(names, AT_ONCE);
      if (!current()) return;
    }
    /* Not before: one worker does it all, and a word that stands in every event keeps it busy for long. */
    const rest = Promise.all(others.map((it) => begin(it).then(() => next(it, READ[it.part]))));
    rest.catch(() => {}); // told below
    if (names) {
      if (fits()) draw(query, groups, parts, next);
      await next(names, READ.names - AT_ONCE);
      if (!fits() && query.sound) {
        const heard = pagefind.alike(query.sound, known);
        alike = heard.then((some) => Promise.all(some.slice(0, READ.names).map((result) => read(result, "names", query))));
        alike.catch(() => {}); // told below
      }
    }
    await rest;
    if (!fits()) {
      for (const one of (await alike).filter(({ fit }) => fit < 2)) {
        groups.get(one.kind).push(one);
        names.total += 1;
      }
    }
    if (!current()) return;
    const total = parts.reduce((sum, it) => sum + it.total, 0);
    if (!total) {
      nothing(text);
      return;
    }
    say(counted(words.found, total));
    draw(query, groups, parts, next);
  };

  const draw = (query, groups, parts, next) => {
    const made = [...groups]
      .filter(([, members]) => members.length)
      .map(([kind, members]) => {
        members.sort((a, b) => a.rank - b.rank); // within a rank pagefind's own order stays
        const it = parts.find(({ part }) => part === (PART[kind] ?? "names"));
        const more = {
          /* Where a part of the index is one group, it is known how many there are before they are read. */
          number: kind in PART ? it.total : it.left.length ? undefined : members.length,
          async fetch() {
            const had = members.length;
            while (it.left.length && members.length < had + MORE) await next(it, MORE);
          },
        };
        return { best: Math.floor(members[0].rank), node: group(kind, members, more) };
      })
      .sort((a, b) => a.best - b.best); // equals stay in the order of the groups
    const at = list.contains(document.activeElement) ? document.activeElement.href : undefined;
    list.replaceChildren(...made.map(({ node }) => node));
    list.scrollTop = 0;
    if (at) ([...list.querySelectorAll("a")].find(({ href }) => href === at) ?? input).focus();
  };

  const broken = (fault) => {
    engine = undefined; // the next time it may be reached
    const again = element("button", { class: "search-more", type: "button" }, words.again);
    again.addEventListener("click", search);
    say(words.failed);
    list.replaceChildren(again);
    console.warn(fault);
  };

  /* ---- what the reader does ---- */

  input.addEventListener("input", (event) => event.isComposing || search());
  input.addEventListener("compositionend", search);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close(); // beside it
    const link = event.target.closest("a");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.button) dialog.close();
  });
  dialog.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    await search();
    list.querySelector("a")?.click();
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape") {
      event.preventDefault(); // a search field would be emptied by it first
      dialog.close();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const stops = [input, ...list.querySelectorAll("a, button")];
    const at = stops.indexOf(document.activeElement);
    if (at < 0) return;
    event.preventDefault();
    stops[Math.max(0, Math.min(stops.length - 1, at + step))].focus();
  });
  addEventListener("pagehide", () => dialog.close()); // going back finds the page, not the dialog

  return {
    open() {
      if (dialog.open) {
        input.select();
        return;
      }
      let last = "";
      try {
        last = sessionStorage.getItem(REMEMBERED) ?? "";
      } catch {
        /* as above */
      }
      dialog.showModal();
      if (!input.value && last) input.value = last;
      input.select();
      input.focus();
      if (input.value && !list.childElementCount) search();
      else ready().catch(broken);
    },
  };
};
