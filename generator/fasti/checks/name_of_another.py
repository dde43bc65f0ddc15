"""The words of a link are not the name of another place or actor than the one it leads to (FST512).

Input: the edition. Output: faults at the words. Invariant: words that are nobody's name, such as `the city`, are free.
"""

from __future__ import annotations

from collections.abc import Iterator

from fasti.checks._base import Check, Fault
from fasti.checks._prose import passages
from fasti.checks._spelling import POSSESSIVE, Spellings
from fasti.corpus import folded
from fasti.derive import Edition
from fasti.diagnostics import Related, Rule, Severity
from fasti.prose import linked_words


def names_of_others(edition: Edition) -> Iterator[Fault]:
    """The links whose words and target are two records."""
    spellings = Spellings.of_corpus(edition.corpus)
    for passage in passages(edition):
        for link in linked_words(passage.text):
            if (link.kind, link.id) not in spellings.of:
                continue
            words = POSSESSIVE.sub("", " ".join(link.words.strip("*_ \n").split()))
            bare = words.removeprefix("the ").removeprefix("The ")
            names = (folded(words), folded(bare))
            bearers = {key for name in names for key in spellings.names.get(name, ()) if key[0] == link.kind}
            own = " ".join(("", *map(folded, spellings.of[link.kind, link.id]), ""))
            # `army` is a word, and `Raqqa` may be short for the target's own name, `Raqqa province`.
            free = bare[:1].islower() or f" {names[1]} " in own
            if bearers and not free and (link.kind, link.id) not in bearers:
                other = min(bearers)[1]
                entry = edition.corpus.entry(link.kind, other)
                related = (Related(entry.path, entry.span(("names",), key=True), "its names"),) if entry else ()
                message = f"`{words}` is a name of `{other}`, and the link leads to `{link.id}`"
                hint = f"link to `{link.kind}:{other}`, or add the name to those of `{link.id}`"
                span = passage.at(link.start, link.end)
                yield Fault((), message, hint, related, span=span, path=passage.path)


CHECK = Check(
    rule=Rule("FST512", "name-of-another", Severity.WARNING, "The words of a link are the name of another record."),
    over="edition",
    run=names_of_others,
)
