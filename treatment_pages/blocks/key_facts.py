"""The facts a visitor looks for first, typed so that pages can be compared."""

from typing import NamedTuple

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from treatment_pages.blocks.ranges import IntegerRangeBlock, PriceBlock


class Fact(NamedTuple):
    """One line of the card: `key` names the icon."""

    key: str
    label: str
    text: str
    note: str = ""


class KeyFactsValue(blocks.StructValue):
    """The facts; `rows` holds those that are known, in reading order."""

    @property
    def rows(self) -> list[Fact]:
        facts = [
            Fact("session", gettext("One session"), self._minutes()),
            Fact("sessions", gettext("Sessions"), self._sessions()),
            Fact("price", gettext("Price"), str(self["price"]), self["price"].get("conditions") or ""),
            Fact("downtime", gettext("Back to normal"), self["downtime"]),
            Fact("anaesthesia", gettext("Numbing"), self["anaesthesia"]),
            Fact("onset", gettext("First results"), self["onset"]),
            Fact("longevity", gettext("Lasts"), self["longevity"]),
            Fact("maintenance", gettext("Maintenance"), self._maintenance()),
            Fact("areas", gettext("Areas"), ", ".join(self["areas"])),
            Fact("consultation", gettext("Consultation"), self["price"].get("consultation_fee") or ""),
        ]
        return [fact for fact in facts if fact.text]

    @property
    def card_rows(self) -> list[Fact]:
        """The three facts of a card in a listing."""
        wanted = ("session", "sessions", "downtime")
        return [fact for fact in self.rows if fact.key in wanted]

    def _minutes(self) -> str:
        minutes = self["session_minutes"]
        return gettext("%(range)s minutes") % {"range": minutes} if minutes else ""

    def _sessions(self) -> str:
        sessions, spacing = self["sessions"], self["spacing_weeks"]
        if not sessions:
            return ""
        text = str(sessions)
        if spacing:
            text = gettext("%(sessions)s, %(weeks)s weeks apart") % {"sessions": text, "weeks": spacing}
        return text

    def _maintenance(self) -> str:
        times = self["maintenance_per_year"]
        return ngettext("once a year", "%(times)s times a year", times) % {"times": times} if times else ""


class KeyFactsBlock(blocks.StructBlock):
    """Typed key facts; shown as a card at the top of the page wherever the block stands."""

    session_minutes = IntegerRangeBlock(label=_("One session (minutes)"), required=False)
    sessions = IntegerRangeBlock(label=_("Sessions (number)"), required=False)
    spacing_weeks = IntegerRangeBlock(label=_("Between sessions (weeks)"), required=False)
    maintenance_per_year = blocks.IntegerBlock(
        label=_("Maintenance sessions a year"), required=False, min_value=0, max_value=52
    )
    downtime = blocks.CharBlock(label=_("Back to normal"), required=False, max_length=120)
    anaesthesia = blocks.CharBlock(label=_("Numbing"), required=False, max_length=120)
    onset = blocks.CharBlock(label=_("First results"), required=False, max_length=120)
    longevity = blocks.CharBlock(label=_("How long results last"), required=False, max_length=120)
    areas = blocks.ListBlock(blocks.CharBlock(label=_("Area"), max_length=60), label=_("Areas"), default=[])
    price = PriceBlock(required=False)

    class Meta:
        icon = "table"
        label = _("Key facts")
        description = _("Duration, sessions, recovery and price: the card at the top of the page.")
        value_class = KeyFactsValue
        template = "treatment_pages/blocks/key_facts.html"
        preview_value = {
            "session_minutes": {"minimum": 30, "maximum": 60},
            "sessions": {"minimum": 3, "maximum": 6},
            "downtime": _("a few days of redness"),
        }
