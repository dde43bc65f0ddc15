"""The rules of every family but evidence and derived, whose rules stand in the file of the check that finds them.

Families: 1 reading, 2 records, 3 corpus, 4 chronology, 7 writing, 9 the house itself. Every rule has a page in the
diagnostics reference, whose severity line repeats the summary given here.
Invariant: a code is never used for another rule, not even after its own has gone.
"""

from __future__ import annotations

from fasti.diagnostics.model import Rule, Severity

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

# 1 reading: the file itself
UNREADABLE_YAML = Rule("FST101", "unreadable-yaml", _ERROR, "A file does not follow the rules of YAML.")
REPEATED_KEY = Rule("FST102", "repeated-key", _ERROR, "A record gives the same field twice.")
UNCLOSED_FRONT_MATTER = Rule(
    "FST103", "unclosed-front-matter", _ERROR, "The line of three dashes that ends the fields is missing."
)
BAD_FILE_NAME = Rule("FST104", "bad-file-name", _ERROR, "The name of a file cannot be the id of a record.")
EMPTY_FILE = Rule("FST105", "empty-file", _ERROR, "A record's file holds nothing.")
NOT_TEXT = Rule("FST106", "not-text", _ERROR, "A file holds something other than plain, visible text.")
YAML_FEATURE_REFUSED = Rule(
    "FST107", "yaml-feature-refused", _ERROR, "A record uses a part of YAML that fasti refuses."
)
FILE_TOO_LARGE = Rule("FST108", "file-too-large", _ERROR, "A record's file is larger than 1 MiB.")
NOT_A_PLAIN_FILE = Rule(
    "FST109", "not-a-plain-file", _ERROR, "Something that is not a plain file stands among the records."
)
TAB_INDENTATION = Rule("FST110", "tab-indentation", _ERROR, "A line is indented with a tab.")
MISSING_FRONT_MATTER = Rule(
    "FST111", "missing-front-matter", _ERROR, "A Markdown record does not begin with its fields."
)
BODY_TWICE = Rule("FST112", "body-twice", _ERROR, "A record has its prose in two places.")
UNEXPECTED_FILE = Rule("FST113", "unexpected-file", _ERROR, "A file among the records is neither `.md` nor `.yml`.")
UNREADABLE_SETTINGS = Rule("FST114", "unreadable-settings", _ERROR, "A file of settings does not have its proper form.")

# 2 records: the fields of one record
MISSING_FIELD = Rule("FST201", "missing-field", _ERROR, "A record lacks a field that it must have.")
UNKNOWN_FIELD = Rule("FST202", "unknown-field", _ERROR, "A record has a field that its kind does not know.")
WRONG_TYPE = Rule("FST203", "wrong-type", _ERROR, "A field holds another sort of value than it takes.")
UNREADABLE_DATE = Rule("FST204", "unreadable-date", _ERROR, "A date is not one that fasti can read.")
VALUE_NOT_ALLOWED = Rule("FST205", "value-not-allowed", _ERROR, "A field that takes one of a few words has another.")
UNREADABLE_QUANTITY = Rule("FST206", "unreadable-quantity", _ERROR, "A number is not one that fasti can read.")
UNREADABLE_GAP = Rule("FST207", "unreadable-gap", _ERROR, "A length of time is not one that fasti can read.")
UNREADABLE_CITATION = Rule("FST208", "unreadable-citation", _ERROR, "A citation is not one that fasti can read.")
FIELDS_CONFLICT = Rule("FST209", "fields-conflict", _ERROR, "Two fields exclude each other, or one needs another.")
BAD_RIVAL = Rule("FST210", "bad-rival", _ERROR, "A rival does not say plainly what it is a rival to.")

# 3 corpus: records together
UNKNOWN_REFERENCE = Rule("FST301", "unknown-reference", _ERROR, "A record names another that does not exist.")
REPEATED_ID = Rule("FST302", "repeated-id", _ERROR, "Two records of one kind have the same id.")
AMBIGUOUS_TOPONYM = Rule("FST303", "ambiguous-toponym", _WARNING, "Two places have the same name.")
RESERVED_ID_USED = Rule("FST304", "reserved-id-used", _ERROR, "A reserved word stands where a record must be named.")
BROKEN_RECORD_LINK = Rule(
    "FST305", "broken-record-link", _ERROR, "A link in prose leads to a record that does not exist."
)
BAD_CHART = Rule("FST306", "bad-chart", _ERROR, "Prose asks for a chart that cannot be drawn.")
NOT_IN_VOCABULARY = Rule(
    "FST307", "not-in-vocabulary", _ERROR, "A record uses a word that the vocabulary does not declare."
)
REFERENCE_TO_DRAFT = Rule(
    "FST308",
    "reference-to-draft",
    _WARNING,
    "A published record names one that is still a draft, or is placed by an event that is withdrawn.",
)
MISSING_MEDIA = Rule("FST309", "missing-media", _ERROR, "A record shows a picture that is not there.")
CIRCULAR_REFERENCE = Rule(
    "FST310", "circular-reference", _ERROR, "A record lies within, copies or follows itself through others."
)

# 4 chronology: the order of events
IMPOSSIBLE_ORDER = Rule(
    "FST401", "impossible-order", _ERROR, "What records say of the order of events goes in a circle."
)
ORDER_CONTRADICTS_DATES = Rule(
    "FST402", "order-contradicts-dates", _ERROR, "An event is said to follow one that its date precedes."
)
GAP_CONTRADICTS_DATES = Rule(
    "FST403", "gap-contradicts-dates", _ERROR, "The time between two events is not what their dates allow."
)
RIVAL_CANNOT_HOLD = Rule(
    "FST404", "rival-cannot-hold", _WARNING, "A rival date or statement is not possible beside what other records say."
)

# 7 writing: the site
COLLIDING_ADDRESS = Rule("FST701", "colliding-address", _ERROR, "Two pages would have the same address.")
UNSAFE_OUTPUT_PATH = Rule("FST702", "unsafe-output-path", _ERROR, "A page would be written outside the site's folder.")
PAGE_NOT_ALLOWED = Rule(
    "FST703", "page-not-allowed", _ERROR, "The folder of pages holds something that may not be published."
)
STALE_SHELL = Rule("FST704", "stale-shell", _ERROR, "The theme lost the place where a page's content belongs.")
CHART_NOT_DRAWN = Rule("FST705", "chart-not-drawn", _ERROR, "A chart could not be drawn.")

# 9 the house itself
NEEDLESS_ACCEPTANCE = Rule("FST901", "needless-acceptance", _WARNING, "An accepted fault is not there.")
ACCEPTANCE_WITHOUT_REASON = Rule("FST902", "acceptance-without-reason", _ERROR, "A fault is accepted without a reason.")
NOT_ONLY_RECORDS = Rule(
    "FST903", "not-only-records", _ERROR, "A change that may touch only records touches something else."
)
INTERNAL_ERROR = Rule("FST999", "internal-error", _ERROR, "The program itself made a mistake.")

RULES = (
    UNREADABLE_YAML,
    REPEATED_KEY,
    UNCLOSED_FRONT_MATTER,
    BAD_FILE_NAME,
    EMPTY_FILE,
    NOT_TEXT,
    YAML_FEATURE_REFUSED,
    FILE_TOO_LARGE,
    NOT_A_PLAIN_FILE,
    TAB_INDENTATION,
    MISSING_FRONT_MATTER,
    BODY_TWICE,
    UNEXPECTED_FILE,
    UNREADABLE_SETTINGS,
    MISSING_FIELD,
    UNKNOWN_FIELD,
    WRONG_TYPE,
    UNREADABLE_DATE,
    VALUE_NOT_ALLOWED,
    UNREADABLE_QUANTITY,
    UNREADABLE_GAP,
    UNREADABLE_CITATION,
    FIELDS_CONFLICT,
    BAD_RIVAL,
    UNKNOWN_REFERENCE,
    REPEATED_ID,
    AMBIGUOUS_TOPONYM,
    RESERVED_ID_USED,
    BROKEN_RECORD_LINK,
    BAD_CHART,
    NOT_IN_VOCABULARY,
    REFERENCE_TO_DRAFT,
    MISSING_MEDIA,
    CIRCULAR_REFERENCE,
    IMPOSSIBLE_ORDER,
    ORDER_CONTRADICTS_DATES,
    GAP_CONTRADICTS_DATES,
    RIVAL_CANNOT_HOLD,
    COLLIDING_ADDRESS,
    UNSAFE_OUTPUT_PATH,
    PAGE_NOT_ALLOWED,
    STALE_SHELL,
    CHART_NOT_DRAWN,
    NEEDLESS_ACCEPTANCE,
    ACCEPTANCE_WITHOUT_REASON,
    NOT_ONLY_RECORDS,
    INTERNAL_ERROR,
)
