"""The script that readers load when they ask to explore a chart: Vega with its interpreter, and one function of ours.

Input: the copy of Vega inside vl_convert, so nothing is fetched; output: the text of `assets/fasti-vega.js`.
Invariant: the bundle puts one function on `window`, `fastiEmbed`, and never a Vega view, whose reach from a page is
what made CVE-2025-59840 dangerous; no part of it can load from another address.
"""

from __future__ import annotations

from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

# `ast` runs expressions in Vega's interpreter instead of compiling them, which `script-src 'self'` forbids.
# The loader refuses every address: our specifications carry their data.
_SNIPPET = """
window.fastiEmbed = async (element, spec) => {
  const refuse = () => Promise.reject(new Error("charts of this site carry their data"));
  const result = await vegaEmbed(element, spec, {
    mode: "vega",
    ast: true,
    renderer: "canvas",
    actions: false,
    defaultStyle: false,
    tooltip: { disableDefaultStyle: true, id: "fasti-tip" },
    loader: { load: refuse, sanitize: refuse, http: refuse, file: refuse },
  });
  return () => result.finalize();
};
"""


def bundle(cache: Path | None = None) -> str:
    """The script, about 900 KB; made once per version of vl_convert and kept in `cache`, which may be deleted."""
    made_of = f"vl-convert {version('vl-convert-python')}\n{_SNIPPET}"
    kept = cache and cache / f"vega-{sha256(made_of.encode()).hexdigest()[:20]}.js"
    if kept and kept.is_file():
        return kept.read_text("utf-8")
    import vl_convert

    # The bundle is written as a module; within a function its hundreds of names stay off `window`.
    script = f"(() => {{\n{vl_convert.javascript_bundle(_SNIPPET)}\n}})();\n"
    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        spare = kept.with_suffix(".tmp")
        spare.write_text(script, "utf-8")
        spare.replace(kept)
    return script
