"""The facts a visitor looks for first, typed so that pages can be compared."""

from typing import NamedTuple

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import BlockGroup

from treatment_pages.blocks.base import ContentBlock
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
        price = self.get("price") or {}
        facts = [
            Fact("session", gettext("One session"), self._minutes()),
            Fact("sessions", gettext("Sessions"), self._sessions()),
            Fact("price", gettext("Price"), str(price or ""), price.get("conditions") or ""),
            Fact("downtime", gettext("Back to normal"), self.get("downtime") or ""),
            Fact("anaesthesia", gettext("Numbing"), self.get("anaesthesia") or ""),
            Fact("onset", gettext("First results"), self.get("onset") or ""),
            Fact("longevity", gettext("Lasts"), self.get("longevity") or ""),
            Fact("maintenance", gettext("Maintenance"), self._maintenance()),
            Fact("areas", gettext("Areas"), ", ".join(area for area in self.get("areas") or [] if area)),
            Fact("consultation", gettext("Consultation"), self._consultation()),
        ]
        return [fact for fact in facts if fact.text]

    @property
    def card_rows(self) -> list[Fact]:
        """The facts of a card in a listing, three at most."""
        wanted = ("session", "sessions", "downtime")
        return [fact for fact in self.rows if fact.key in wanted]

    def _minutes(self) -> str:
        minutes = self.get("session_minutes")
        return minutes.in_minutes if minutes else ""

    def _sessions(self) -> str:
        sessions, spacing = self.get("sessions"), self.get("spacing_weeks")
        if not (sessions and spacing):
            return str(sessions or "")
        text = ngettext("%(sessions)s, %(weeks)s week apart", "%(sessions)s, %(weeks)s weeks apart", spacing.most)
        return text % {"sessions": sessions, "weeks": spacing}

    def _maintenance(self) -> str:
        times = self.get("maintenance_per_year")
        return ngettext("once a year", "%(times)s times a year", times) % {"times": times} if times else ""

    def _consultation(self) -> str:
        price = self.get("price")
        return price.get("consultation_fee") or "" if price is not None else ""


class KeyFactsBlock(ContentBlock):
    """Typed key facts; shown as a card at the top of the page wherever the block stands."""

    session_minutes = IntegerRangeBlock(label=_("Minutes a session"), required=False)
    sessions = IntegerRangeBlock(label=_("Sessions"), required=False)
    spacing_weeks = IntegerRangeBlock(label=_("Weeks between"), required=False)
    maintenance_per_year = blocks.IntegerBlock(
        label=_("Maintenance sessions a year"), required=False, min_value=0, max_value=52
    )
    downtime = blocks.CharBlock(
        label=_("Back to normal"),
        required=False,
        max_length=120,
        help_text=_("Such as 2–3 days of redness."),
        default="",
    )
    anaesthesia = blocks.CharBlock(
        label=_("Numbing"),
        required=False,
        max_length=120,
        help_text=_("Such as numbing cream, 30 minutes before."),
        default="",
    )
    onset = blocks.CharBlock(
        label=_("First results"),
        required=False,
        max_length=120,
        help_text=_("Such as after 4 weeks."),
        default="",
    )
    longevity = blocks.CharBlock(
        label=_("How long results last"),
        required=False,
        max_length=120,
        help_text=_("Such as 6–12 months."),
        default="",
    )
    areas = blocks.ListBlock(blocks.CharBlock(label=_("Area"), max_length=60, default=""), label=_("Areas"), default=[])
    price = PriceBlock(required=False)

    class Meta:
        icon = "table"
        label = _("Key facts")
        description = _("Duration, sessions, recovery and price: the card at the top of the page.")
        value_class = KeyFactsValue
        template = "treatment_pages/blocks/key_facts.html"
        label_format = ""
        form_layout = [
            BlockGroup(
                ["session_minutes", "sessions", "spacing_weeks", "maintenance_per_year"],
                heading=_("Time"),
                help_text=_("For a single number leave “To” empty."),
                icon="time",
                classname="tp-columns",
                label_format="",
            ),
            BlockGroup(
                ["downtime", "anaesthesia", "onset", "longevity", "areas"],
                heading=_("Recovery and results"),
                icon="calendar-check",
                classname="tp-columns",
                label_format="",
            ),
            "price",
        ]
        preview_value = {
            "session_minutes": {"minimum": 30, "maximum": 60},
            "sessions": {"minimum": 3, "maximum": 6},
            "downtime": _("a few days of redness"),
        }
