"""How wide words are in Source Sans 3, so that charts place labels without asking a font of the machine.

Input: text, size in pixels; output: pixels, or text broken or cut to fit. `tests/charts/test_text.py` holds the table
against the font files in `theme/assets/fonts/`.
Invariant: letters outside the table are counted wide, so a label may get more room than it needs, never less.
"""

from __future__ import annotations

# Advance widths of U+0020 to U+007E in thousandths of the size.
REGULAR = (
    200, 289, 426, 497, 497, 824, 609, 249, 303, 303, 418, 497, 249, 311, 249, 350, 497, 497, 497, 497, 497, 497, 497,
    497, 497, 497, 249, 249, 497, 497, 497, 425, 847, 543, 588, 571, 615, 527, 494, 617, 652, 263, 479, 579, 486, 727,
    647, 664, 566, 664, 569, 534, 536, 645, 515, 786, 513, 476, 539, 303, 350, 303, 497, 500, 542, 504, 553, 456, 555,
    496, 292, 504, 544, 246, 247, 495, 255, 829, 547, 542, 555, 555, 347, 419, 338, 544, 467, 719, 446, 467, 425, 303,
    241, 303, 497,
)  # fmt: skip
SEMIBOLD = (
    200, 315, 482, 513, 513, 841, 639, 275, 324, 324, 438, 513, 275, 322, 275, 344, 513, 513, 513, 513, 513, 513, 513,
    513, 513, 513, 275, 275, 513, 513, 513, 444, 875, 558, 597, 576, 625, 538, 510, 628, 663, 282, 494, 597, 502, 745,
    657, 674, 582, 674, 592, 545, 546, 655, 536, 800, 541, 501, 540, 324, 344, 324, 513, 500, 549, 516, 563, 462, 564,
    507, 317, 520, 558, 262, 263, 522, 271, 843, 560, 549, 564, 564, 373, 431, 361, 556, 495, 748, 481, 495, 443, 324,
    255, 324, 513,
)  # fmt: skip
_WIDE = 1000  # East Asian letters are a full square
_UNSEEN = "\u2066\u2067\u2068\u2069"  # isolates, which only say which way words run
_OTHER = 600  # accented Latin, Greek, Cyrillic, Arabic


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide `text` is at `size` pixels."""
    table = SEMIBOLD if bold else REGULAR
    total = 0
    for letter in text:
        if letter in _UNSEEN:
            continue
        code = ord(letter) - 32
        total += table[code] if 0 <= code < 95 else _WIDE if code > 0x2E00 else _OTHER
    return total * size / 1000


def cut(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """`text`, or as much of it as fits into `room` pixels and an ellipsis."""
    if width(text, size, bold=bold) <= room:
        return text
    while text and width(text + "…", size, bold=bold) + 0.4 * size > room:
        text = text[:-1]
    return text.rstrip(" ,;:-") + "…"


def broken(text: str, room: float, size: float, *, bold: bool = False, most: int = 3) -> list[str]:
    """`text` in at most `most` lines of `room` pixels; the last is cut if there is more."""
    lines: list[str] = []
    words = text.split()
    while words and len(lines) < most - 1:
        taken = 1
        while taken < len(words) and width(" ".join(words[: taken + 1]), size, bold=bold) <= room:
            taken += 1
        lines.append(cut(" ".join(words[:taken]), room, size, bold=bold))
        words = words[taken:]
    if words:
        lines.append(cut(" ".join(words), room, size, bold=bold))
    return lines
