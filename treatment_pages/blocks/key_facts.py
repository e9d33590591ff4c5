"""The facts a visitor looks for first, typed so that pages can be compared."""

from decimal import Decimal
from typing import NamedTuple

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import BlockGroup

from treatment_pages.blocks.base import ContentBlock
from treatment_pages.blocks.ranges import DurationBlock, DurationUnit, IntegerRangeBlock, PriceBlock


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
            self._timed("downtime", gettext("Back to normal"), "downtime_time", at_once=gettext("the same day")),
            Fact("anaesthesia", gettext("Numbing"), self.get("anaesthesia") or ""),
            self._timed("onset", gettext("First results"), "onset_time"),
            self._timed("longevity", gettext("Lasts"), "longevity_time"),
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

    @property
    def price_from(self) -> Decimal | None:
        """The lowest price, whatever its currency and unit."""
        return (self.get("price") or {}).get("amount_from")

    @property
    def most_minutes(self) -> int | None:
        """Minutes that a session takes at most."""
        minutes = self.get("session_minutes")
        return minutes.most if minutes else None

    @property
    def most_recovery_days(self) -> int | None:
        """Days until the visitor is back to normal at the latest."""
        time = self.get("downtime_time")
        return time.most_days if time else None

    def _timed(self, key: str, label: str, time_field: str, at_once: str = "") -> Fact:
        """A fact with its time, its words, or the time with the words as a note; `at_once` stands for a time of 0."""
        time, words = self.get(time_field), self.get(key) or ""
        text = at_once if time and time.most == 0 else str(time or "")
        return Fact(key, label, text or words, words if text else "")

    def _minutes(self) -> str:
        minutes = self.get("session_minutes")
        return minutes.in_minutes if minutes else ""

    def _sessions(self) -> str:
        sessions, spacing = self.get("sessions"), self.get("spacing_weeks")
        if not (sessions and spacing):
            return str(sessions or "")
        text = ngettext(
            "%(sessions)s, with %(weeks)s week between",
            "%(sessions)s, with %(weeks)s weeks between",
            spacing.plural_number,
        )
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
    downtime_time = DurationBlock(label=_("Back to normal after"), required=False)
    downtime = blocks.CharBlock(
        label=_("Back to normal, in words"),
        required=False,
        max_length=120,
        help_text=_("What people notice until then, such as redness like mild sunburn."),
        default="",
    )
    anaesthesia = blocks.CharBlock(
        label=_("Numbing"),
        required=False,
        max_length=120,
        help_text=_("Such as numbing cream, 30 minutes before."),
        default="",
    )
    onset_time = DurationBlock(label=_("First results after"), required=False)
    onset = blocks.CharBlock(
        label=_("First results, in words"),
        required=False,
        max_length=120,
        help_text=_("What shows first, such as softer texture."),
        default="",
    )
    longevity_time = DurationBlock(label=_("Results last"), required=False)
    longevity = blocks.CharBlock(
        label=_("How long results last, in words"),
        required=False,
        max_length=120,
        help_text=_("What it depends on, such as with one session a year."),
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
                [
                    "downtime_time",
                    "downtime",
                    "onset_time",
                    "onset",
                    "longevity_time",
                    "longevity",
                    "anaesthesia",
                    "areas",
                ],
                heading=_("Recovery and results"),
                icon="calendar-check",
                classname="tp-pairs",
                label_format="",
            ),
            "price",
        ]
        preview_value = {
            "session_minutes": {"minimum": 30, "maximum": 60},
            "sessions": {"minimum": 3, "maximum": 6},
            "downtime_time": {"minimum": 2, "maximum": 3, "unit": DurationUnit.DAYS.value},
            "downtime": _("redness like mild sunburn"),
            "price": {"amount_from": Decimal(180), "unit": _("per session"), "conditions": _("face; more with neck")},
        }
