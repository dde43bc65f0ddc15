/* A chart taken away: the picture with its colours, name and credit in it, or its table. Loaded when a reader asks for it. Both
   are made here from what the page shows; as files they would be two more for every chart of ten thousand pages. */
const SVG = "http://www.w3.org/2000/svg";
const LETTER = 6.2; // pixels that a letter of 12 pixels takes, rather more than less

/* The colours of paper, whatever the page shows now: what the stylesheets say of the root, without a condition. */
const colours = () => {
  const found = new Map();
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (rule.selectorText !== ":root") continue;
      for (const name of rule.style) if (name.startsWith("--")) found.set(name, rule.style.getPropertyValue(name).trim());
    }
  }
  return found;
};

const lines = (text, room) => {
  const found = [""];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = `${found.at(-1)} ${word}`.trim();
    if (longer.length * LETTER <= room || !found.at(-1)) found[found.length - 1] = longer;
    else found.push(word);
  }
  return found.filter(Boolean);
};

const element = (name, attributes, text = "") => {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
};

const text = (node) => (node ? node.textContent.replace(/\s+/g, " ").trim() : "");

const credit = (figure) => {
  const address = document.querySelector('link[rel="canonical"]');
  return [text(figure.querySelector(".chart-credit")), text(document.querySelector(".foot-site")), address ? address.href : location.href]
    .filter(Boolean)
    .map((part) => (/[.!?…]$/.test(part) || part.startsWith("http") ? part : `${part}.`))
    .join(" ");
};

const picture = (figure) => {
  const wide = figure.clientWidth >= 860 && figure.querySelector(".only-wide svg");
  const shown = wide || figure.querySelector(".only-narrow svg, .any-width svg");
  const copy = shown.cloneNode(true);
  const [width, height] = [Number(shown.getAttribute("width")), Number(shown.getAttribute("height"))];
  const caption = text(figure.querySelector(".chart-caption"));
  const right = document.documentElement.dir === "rtl";
  for (const name of ["aria-labelledby", "aria-describedby", "class", "style"]) copy.removeAttribute(name);
  const below = [...lines(caption, width), ...lines(credit(figure), width)];
  const tall = height + 14 + below.length * 16;
  copy.setAttribute("height", tall);
  copy.setAttribute("viewBox", `-12 -12 ${width + 24} ${tall + 24}`);
  copy.setAttribute("width", width + 24);
  copy.setAttribute("height", tall + 24);
  copy.setAttribute("font-family", "'Source Sans 3', 'Source Sans Pro', system-ui, sans-serif");
  copy.prepend(
    element("title", {}, caption),
    element("desc", {}, `${text(figure.querySelector(".chart-words"))} ${credit(figure)}`.trim()),
    element("rect", { x: -12, y: -12, width: width + 24, height: tall + 24, fill: "var(--paper)" }),
  );
  below.forEach((line, at) => {
    const place = { x: right ? width : 0, y: height + 18 + at * 16, "text-anchor": right ? "end" : "start" };
    copy.append(element("text", { ...place, "font-size": 12, fill: "var(--muted)" }, line));
  });
  const known = colours();
  const plain = new XMLSerializer().serializeToString(copy);
  return `${plain.replace(/var\((--[\w-]+)\)/g, (_, name) => known.get(name) || "#000")}\n`;
};

/* As the downloads of the site are: RFC 4180 with line feeds, and no cell that a spreadsheet would take for a formula. */
const cell = (node) => {
  const said = text(node);
  const safe = /^[=+\-@]/.test(said) && !/^-\d{4,}(-\d\d){0,2}$/.test(said) ? `'${said}` : said;
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const table = (figure) => {
  const rows = document.querySelector("[data-map-rows]");
  const found = figure.querySelector("table") || (rows && rows.closest("table"));
  return [...found.rows].map((row) => `${[...row.cells].map(cell).join(",")}\n`).join("");
};

const hand = (content, type, name) => {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
};

/* Give a figure's chart to the reader as a file, `svg` or `csv`. */
export const save = (figure, kind) => {
  const page = location.pathname.split("/").filter(Boolean).at(-1) || "home";
  const name = `${page}-${figure.id}.${kind}`;
  if (kind === "svg") hand(picture(figure), "image/svg+xml", name);
  else hand(table(figure), "text/csv;charset=utf-8", name);
};
