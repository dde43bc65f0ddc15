"""A chart as an author asks for it: `![caption](chart:control?places=raqqa,mayadin&from=2017-06)`.

Input: the address after `chart:`. Output: `ChartCall`, or what is wrong with it.
Invariant: authors name charts and parameters of this table only; they never supply specifications.
"""

from dataclasses import dataclass
from urllib.parse import parse_qsl

# What each parameter holds: the id of a record of that kind (a list unless it says one), a date, one day, or a code.
CHARTS: dict[str, dict[str, str]] = {
    "control": {"places": "place", "from": "date", "to": "date"},
    "figures": {"series": "series", "actor": "one actor", "place": "one place"},
    "entries": {"place": "one place", "actor": "one actor", "from": "date", "to": "date"},
    "timeline": {"place": "one place", "actor": "one actor", "from": "date", "to": "date"},
    "map": {"places": "place", "place": "one place", "day": "one day"},
}


@dataclass(frozen=True, slots=True, order=True)
class ChartCall:
    """One chart with its parameters, in the order of their names."""

    name: str
    params: tuple[tuple[str, str], ...] = ()

    @property
    def text(self) -> str:
        """The address without its scheme."""
        query = "&".join(f"{key}={value}" for key, value in self.params)
        return f"{self.name}?{query}" if query else self.name

    def get(self, key: str) -> str | None:
        """The value of a parameter, or None."""
        return dict(self.params).get(key)

    def ids(self, key: str) -> tuple[str, ...]:
        """The ids a parameter lists."""
        value = self.get(key)
        return tuple(part.strip() for part in value.split(",") if part.strip()) if value else ()


def chart_call(address: str) -> ChartCall:
    """The call behind an address such as `control?places=raqqa`; parameters sorted, nothing checked yet."""
    name, _, query = address.partition("?")
    return ChartCall(name.strip(), tuple(sorted(parse_qsl(query, keep_blank_values=True))))
