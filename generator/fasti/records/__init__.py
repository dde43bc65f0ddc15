"""The records that people author: frozen values, validated, references as ids. Public names of this floor."""

from fasti.records.actor import LINKS, Actor, ActorLink, Role
from fasti.records.base import FlowDict, FlowList, Model, refuse
from fasti.records.chart_call import CHARTS, ChartCall, chart_call
from fasti.records.citation import Citation, Locator
from fasti.records.claims import Attributed, Evidence, Media, RivalBase, Statement
from fasti.records.control import ControlStatement
from fasti.records.event import Event, Whereabouts, control_of, figure_key
from fasti.records.figure import Figure, moment
from fasti.records.figure import Point as FigurePoint
from fasti.records.gap import Gap
from fasti.records.ids import (
    KINDS,
    RESERVED,
    ActorId,
    EventId,
    Loc,
    PlaceId,
    RecordId,
    SeriesId,
    SourceId,
    references,
    slug_fault,
    slugged,
)
from fasti.records.names import Toponym
from fasti.records.order import RELATIONS, OrderStatement
from fasti.records.place import Place, Point
from fasti.records.quantity import Quantity, plain, read_quantity
from fasti.records.record import Record, article
from fasti.records.series import Series
from fasti.records.source import Source
from fasti.records.vocabulary import EventType, Measure, Vocabulary
from fasti.records.when import Piece, When, read_date

RECORD_TYPES: dict[str, type[Record]] = {
    "event": Event,
    "place": Place,
    "actor": Actor,
    "source": Source,
    "series": Series,
}

__all__ = [
    "CHARTS", "KINDS", "LINKS", "RECORD_TYPES", "RELATIONS", "RESERVED", "Actor", "ActorId", "ActorLink", "Attributed",
    "ChartCall", "Citation", "ControlStatement", "Event", "EventId", "EventType", "Evidence", "Figure", "FigurePoint",
    "FlowDict", "FlowList", "Gap", "Loc", "Locator", "Measure", "Media", "Model", "OrderStatement", "Piece", "Place",
    "PlaceId", "Point", "Quantity", "Record", "RecordId", "RivalBase", "Role", "Series", "SeriesId", "Source",
    "SourceId", "Statement", "Toponym", "Vocabulary", "When", "Whereabouts", "article", "chart_call", "control_of",
    "figure_key", "moment", "plain", "read_date", "read_quantity", "references", "refuse", "slug_fault", "slugged",
]  # fmt: skip
