/* On the page for addresses that lead nowhere: the pages whose addresses and titles are nearest to what was asked for, from
   a list that only this page loads. The address comes from outside, so it is shown as text and never as anything else. */
(() => {
  "use strict";
  const site = new URL("..", document.currentScript.src);
  const section = document.querySelector("[data-lost]");
  if (!section) return;
  const words = JSON.parse(section.dataset.words);
  const MOST = 5; // suggestions
  const NEAR = 0.5; // of 1: less is no likeness
  const LONGEST = 100; // letters of an address that are looked at

  const made = (tag, text, className) => {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    if (className) element.className = className;
    return element;
  };

  const asked = () => {
    const { pathname } = location;
    const path = pathname.startsWith(site.pathname) ? pathname.slice(site.pathname.length) : pathname;
    try {
      return decodeURIComponent(path);
    } catch {
      return path; // no UTF-8
    }
  };

  const split = (text) =>
    text
      .slice(0, LONGEST)
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean);

  /* How many letters to change, add, drop or swap with the next. */
  const distance = (a, b) => {
    let before = [];
    let last = [];
    let row = Array.from({ length: b.length + 1 }, (_, at) => at);
    for (let i = 1; i <= a.length; i += 1) {
      [before, last, row] = [last, row, [i]];
      for (let j = 1; j <= b.length; j += 1) {
        const same = a[i - 1] === b[j - 1];
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
    }
    return row[b.length];
  };

  const alike = (a, b) => {
    const long = Math.max(a.length, b.length);
    if (!long || Math.abs(a.length - b.length) > long * (1 - NEAR)) return 0;
    return 1 - distance(a, b) / long;
  };

  /* The share of the words asked for that a page has; a beginning of four letters counts for most of a word. */
  const shared = (wanted, has) => {
    if (!wanted.length) return 0;
    const found = wanted.map((word) => {
      if (has.includes(word)) return 1;
      const begun = (other) => Math.min(word.length, other.length) >= 4 && (other.startsWith(word) || word.startsWith(other));
      return has.some(begun) ? 0.8 : 0;
    });
    const own = has.length > wanted.length ? wanted.length / has.length : 1;
    return (found.reduce((sum, share) => sum + share, 0) / wanted.length) * (0.8 + 0.2 * own);
  };

  const rank = (path, list) => {
    const parts = path.replace(/\/?index\.\w+$/, "").replace(/\.(html?|md|ya?ml|json)\/?$/, "").split("/").filter(Boolean);
    const wanted = split(parts.at(-1) || "");
    const whole = wanted.join("");
    const near = (address) => {
      const own = address.split("/").filter(Boolean);
      const name = split(own.at(-1));
      const kin = own.length > 1 && parts.length > 1 && own[0] === parts[0] ? 0.1 : 0;
      return { name, score: alike(whole, name.join("")) + kin, kin };
    };
    return list
      .split("\n")
      .filter(Boolean)
      .map((line) => {
        const [address, title, ...former] = line.split("\t");
        const here = near(address);
        const byWords = shared(wanted, [...new Set([...here.name, ...split(title)])]) * 0.95 + here.kin;
        const score = Math.max(here.score, byWords, ...former.map((other) => near(other).score));
        return { address, title, score };
      })
      .filter((page) => page.score >= NEAR + 0.05)
      .sort((a, b) => b.score - a.score || (a.address < b.address ? -1 : 1))
      .slice(0, MOST);
  };

  const show = (path, found, none) => {
    const said = made("p");
    const [before, after] = words.asked.split("%(address)s");
    const shown = path.length > LONGEST ? `${path.slice(0, LONGEST)}…` : path;
    said.append(before, Object.assign(made("code", shown), { dir: "ltr" }), after ?? "");
    section.append(said);
    if (!found.length) {
      section.append(made("p", none));
    } else {
      section.append(made("h2", words.near));
      const rows = made("ul", "", "rows");
      for (const page of found) {
        const row = made("li");
        const link = made("a", page.title || page.address);
        link.href = new URL(page.address, site).href;
        row.append(link, Object.assign(made("span", page.address, "row-line"), { dir: "ltr" }));
        rows.append(row);
      }
      section.append(rows);
    }
  };

  /* Search needs scripts, so its row among the ways on is made by one. */
  const search = document.querySelector("[data-search]");
  if (search) {
    const row = made("li");
    const open = made("button", words.search, "explore");
    open.type = "button";
    open.addEventListener("click", () => search.click());
    row.append(open);
    document.querySelector("[data-lost-ways]").append(row);
  }

  const path = asked();
  fetch(new URL("assets/addresses.txt", site))
    .then((answer) => {
      if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
      return answer.text();
    })
    .then((list) => show(path, rank(path, list), words.none))
    .catch(() => show(path, [], words.fault));
})();
