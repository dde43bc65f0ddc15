"""Feeds as Atom, read back by a feed reader and by an XML parser."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import feedparser
import pytest

from fasti.language import speaking
from fasti.views import Feed, FeedEntry
from fasti.writing.atom import atom
from tests.hostile.test_payloads import PAYLOAD
from tests.kit.reports import read_files

SITE = "https://example.org/fasti/"
ENTRY = FeedEntry(
    "events/fall/#added-0123456789", "events/fall/", "The fall", "Added. 29 May 1453.", "event", 1_767_268_800
)
FEED = Feed(
    "changes/added.atom", "New entries", "A chronology: new entries", "changes/", "A chronology", "CC BY 4.0", "en", 1_767_268_800, (ENTRY,)
)  # fmt: skip
NAMES = {"a": "http://www.w3.org/2005/Atom"}


def test_a_feed_is_written_whole():
    assert atom(FEED, SITE).decode() == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">\n'
        "<id>https://example.org/fasti/changes/added.atom</id>\n"
        "<title>A chronology: new entries</title>\n"
        "<updated>2026-01-01T12:00:00Z</updated>\n"
        "<author><name>A chronology</name></author>\n"
        '<link rel="self" type="application/atom+xml" href="https://example.org/fasti/changes/added.atom"/>\n'
        '<link rel="alternate" type="text/html" href="https://example.org/fasti/changes/"/>\n'
        "<rights>CC BY 4.0</rights>\n"
        "<entry>\n"
        "<id>https://example.org/fasti/events/fall/#added-0123456789</id>\n"
        "<title>The fall</title>\n"
        "<updated>2026-01-01T12:00:00Z</updated>\n"
        '<link rel="alternate" type="text/html" href="https://example.org/fasti/events/fall/"/>\n'
        '<category term="event"/>\n'
        "<summary>Added. 29 May 1453.</summary>\n"
        "</entry>\n"
        "</feed>\n"
    )


def test_a_feed_reader_finds_everything_in_it():
    read = feedparser.parse(atom(FEED, SITE.rstrip("/")))
    assert (read.bozo, read.version, read.feed.id, read.feed.updated) == (
        False,
        "atom10",
        "https://example.org/fasti/changes/added.atom",
        "2026-01-01T12:00:00Z",
    )
    assert [(e.id, e.link, e.title, e.summary) for e in read.entries] == [
        ("https://example.org/fasti/events/fall/#added-0123456789", "https://example.org/fasti/events/fall/", "The fall", "Added. 29 May 1453.")
    ]  # fmt: skip


def test_hostile_words_come_back_as_they_were_and_begin_nothing():
    words = f"{PAYLOAD} ]]> <!-- &amp; &#0; <?x?> مدينة"
    feed = replace(FEED, title=words, author=words, rights=words, entries=(replace(ENTRY, title=words, summary=words),))
    root = ElementTree.fromstring(atom(feed, SITE))
    found = [root.findtext(path, namespaces=NAMES) for path in (
        "a:title", "a:author/a:name", "a:rights", "a:entry/a:title", "a:entry/a:summary",
    )]  # fmt: skip
    assert found == [words] * 5
    assert [element.tag.partition("}")[2] for element in root.iter()] == (
        "feed id title updated author name link link rights entry id title updated link category summary".split()
    )


@pytest.mark.parametrize("code", [*range(0x20), 0x7F, 0x85, 0xFFFE, 0xFFFF])
def test_no_letter_that_xml_forbids_passes_the_reader(code: int):
    if chr(code) in "\t\n\r":
        return
    given = read_files({"events/a.yml": f"title: A {chr(code)} B\ntype: battle\nwhen: 1453\n".encode()})
    assert given.reading.entries == ()
    assert given.lines


def test_the_last_second_that_is_told_can_be_written():
    feed = replace(FEED, updated=253_402_300_799, entries=())
    assert "<updated>9999-12-31T23:59:59Z</updated>" in atom(feed, SITE).decode()


def test_words_in_other_letters_than_the_feeds_say_so():
    told = replace(FEED, entries=(replace(ENTRY, title="سقوط المدينة", summary="Added. سقوط."),))
    lines = atom(told, SITE).decode().splitlines()
    assert [line for line in lines if "سقوط" in line] == [
        '<title xml:lang="und-Arab">سقوط المدينة</title>',
        "<summary>Added. سقوط.</summary>",
    ]
    with speaking("en", "ar"):
        assert '<title xml:lang="ar">سقوط المدينة</title>' in atom(told, SITE).decode().splitlines()
