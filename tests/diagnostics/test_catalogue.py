"""The catalogue: every rule once, under a name that follows from the constant, in the order of the codes."""

from __future__ import annotations

import re

from fasti.diagnostics import Rule, catalogue

# Codes are never reused and names never change, since people search for both. Only add to this list.
PROMISED = """
FST101 unreadable-yaml, FST102 repeated-key, FST103 unclosed-front-matter, FST104 bad-file-name, FST105 empty-file,
FST106 not-text, FST107 yaml-feature-refused, FST108 file-too-large, FST109 not-a-plain-file, FST110 tab-indentation,
FST111 missing-front-matter, FST112 body-twice, FST113 unexpected-file, FST114 unreadable-settings,
FST201 missing-field, FST202 unknown-field, FST203 wrong-type, FST204 unreadable-date, FST205 value-not-allowed,
FST206 unreadable-quantity, FST207 unreadable-gap, FST208 unreadable-citation, FST209 fields-conflict,
FST210 bad-rival,
FST301 unknown-reference, FST302 repeated-id, FST303 ambiguous-toponym, FST304 reserved-id-used,
FST305 broken-record-link, FST306 bad-chart, FST307 not-in-vocabulary, FST308 reference-to-draft, FST309 missing-media,
FST310 circular-reference,
FST401 impossible-order, FST402 order-contradicts-dates, FST403 gap-contradicts-dates, FST404 rival-cannot-hold,
FST701 colliding-address,
FST702 unsafe-output-path, FST703 page-not-allowed, FST704 stale-shell, FST705 chart-not-drawn,
FST901 needless-acceptance, FST902 acceptance-without-reason, FST903 not-only-records, FST999 internal-error
"""


def test_codes_and_names_are_those_that_were_promised_in_their_order():
    promised = [tuple(entry.split()) for entry in PROMISED.replace("\n", " ").split(",")]
    assert [(rule.code, rule.name) for rule in catalogue.RULES] == promised


def test_every_constant_is_in_the_catalogue_and_named_after_its_rule():
    constants = {name: rule for name, rule in vars(catalogue).items() if isinstance(rule, Rule)}
    assert constants == {rule.name.upper().replace("-", "_"): rule for rule in catalogue.RULES}


def test_a_summary_is_one_sentence():
    for rule in catalogue.RULES:
        assert re.fullmatch(r"[A-Z].*[^.]\.", rule.summary), rule.code
