"""The report as SARIF 2.1.0: whole documents, and what the standard demands of any."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from fasti.diagnostics import Related, Span, render_sarif
from tests.kit.diagnostics import a_diagnostic

ANYTHING = st.text(st.characters(exclude_categories=()), max_size=40)


def the_run(*faults):
    return json.loads(render_sarif(faults, version="1.2.3", meaning="what {} means".format))["runs"][0]


def test_a_fault_is_a_result_of_its_rule_at_its_place():
    fault = a_diagnostic(
        path="content/events/a b.md",
        span=Span(6, 8, 6, 14),
        related=(Related("b.md", Span(4, 2, 4, 3), "there"), Related("c.md", None, "and there")),
    )
    assert json.loads(render_sarif([fault], version="1.2.3", meaning="what {} means".format)) == {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "fasti",
                        "version": "1.2.3",
                        "rules": [
                            {
                                "id": "FST301",
                                "name": "unknown-reference",
                                "shortDescription": {"text": fault.rule.summary},
                                "help": {"text": "what FST301 means"},
                                "defaultConfiguration": {"level": "error"},
                            }
                        ],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {"PROJECT": {"description": {"text": "The folder that holds mkdocs.yml."}}},
                "results": [
                    {
                        "ruleId": "FST301",
                        "ruleIndex": 0,
                        "level": "error",
                        "message": {"text": "no place is called `mosull`\nhint: did you mean `mosul`?"},
                        "locations": [
                            {
                                "physicalLocation": {
                                    "artifactLocation": {"uri": "content/events/a%20b.md", "uriBaseId": "PROJECT"},
                                    "region": {"startLine": 6, "startColumn": 8, "endLine": 6, "endColumn": 14},
                                }
                            }
                        ],
                        "partialFingerprints": {"fasti/v1": "9ec8dbf0394939c0a14a45d0d8a9683d:1"},
                        "relatedLocations": [
                            {
                                "id": 0,
                                "physicalLocation": {
                                    "artifactLocation": {"uri": "b.md", "uriBaseId": "PROJECT"},
                                    "region": {"startLine": 4, "startColumn": 2, "endLine": 4, "endColumn": 3},
                                },
                                "message": {"text": "there"},
                            },
                            {
                                "id": 1,
                                "physicalLocation": {"artifactLocation": {"uri": "c.md", "uriBaseId": "PROJECT"}},
                                "message": {"text": "and there"},
                            },
                        ],
                    }
                ],
            }
        ],
    }


def test_of_no_faults_there_is_a_whole_document_without_results():
    run = the_run()
    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])


def test_a_fault_is_known_again_further_down_and_two_of_the_same_words_are_two():
    above, below = a_diagnostic(span=Span(1, 1, 1, 2)), a_diagnostic(span=Span(9, 1, 9, 2))
    both = [result["partialFingerprints"]["fasti/v1"] for result in the_run(above, below)["results"]]
    alone = the_run(below)["results"][0]["partialFingerprints"]["fasti/v1"]
    assert alone == both[0] != both[1]


def test_no_message_is_a_link_or_a_placeholder():
    fault = a_diagnostic(message="`[go](https://e.example)` {0}", hint="`[a]`", related=(Related("b", None, "[x](0)"),))
    (result,) = the_run(fault)["results"]
    assert result["message"]["text"] == r"`\[go\](https://e.example)` {{0}}" + "\n" + r"hint: `\[a\]`"
    assert result["relatedLocations"][0]["message"]["text"] == r"\[x\](0)"


@given(ANYTHING, ANYTHING)
def test_any_text_makes_a_document_that_programs_can_read_and_logs_can_hold(message: str, path: str):
    text = render_sarif([a_diagnostic(message=message, path=path)], version="1", meaning=str)
    assert text.isascii()
    assert "##[" not in text
    assert json.loads(text)["runs"][0]["results"][0]["ruleId"] == "FST301"
