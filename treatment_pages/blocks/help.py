"""Signs that need help after a treatment, and what to do about each."""

from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from treatment_pages import conf
from treatment_pages.blocks.base import ContentBlock


class Urgency(models.TextChoices):
    """How fast a sign needs help, the fastest first."""

    EMERGENCY = "emergency", _("Emergency: phone the emergency number now")
    URGENT = "urgent", _("Urgent: see a doctor today")
    CALL_CLINIC = "call_clinic", _("Call the clinic")


class HelpGroup(NamedTuple):
    """The signs of one urgency under what to do about them."""

    urgency: str
    title: str
    advice: str
    items: list


class HelpValue(blocks.StructValue):
    """The signs by urgency, whatever order an editor gave them."""

    @property
    def groups(self) -> list[HelpGroup]:
        """The urgencies that have signs, the fastest first."""
        groups = [HelpGroup(urgency.value, *what_to_do(urgency), self._items(urgency)) for urgency in Urgency]
        return [group for group in groups if group.items]

    def _items(self, urgency: Urgency) -> list:
        """A sign whose urgency is unknown counts as urgent: it must not get lost."""
        return [
            item
            for item in self.get("items") or []
            if (item["urgency"] if item["urgency"] in Urgency else Urgency.URGENT) == urgency
        ]


def what_to_do(urgency: Urgency) -> tuple[str, str]:
    """A heading and a sentence of advice for readers."""
    if urgency == Urgency.EMERGENCY:
        number = conf.get("EMERGENCY_NUMBER")
        title = (
            gettext("Phone %(number)s now") % {"number": number}
            if number
            else gettext("Phone the emergency number now")
        )
        return title, gettext("This is an emergency. Do not wait for an answer from us.")
    if urgency == Urgency.URGENT:
        return gettext("See a doctor today"), gettext(
            "Call us first; if you cannot reach us, do not wait until tomorrow."
        )
    return gettext("Call the clinic"), gettext("Tell us about it during opening hours, the sooner the better.")


class HelpItemBlock(ContentBlock):
    """One sign and how fast it needs help."""

    sign = blocks.CharBlock(
        label=_("Sign"), max_length=160, help_text=_("What the person notices, in everyday words."), default=""
    )
    urgency = blocks.ChoiceBlock(
        label=_("What to do"), choices=Urgency.choices, default=Urgency.CALL_CLINIC.value, search_index=False
    )
    text = blocks.TextBlock(
        label=_("More about it"),
        required=False,
        rows=2,
        help_text=_("Such as what it may mean, or what to do meanwhile."),
        default="",
    )

    class Meta:
        icon = "warning"
        label = _("Sign")
        description = _("One sign and how fast it needs help.")
        template = "treatment_pages/blocks/help_item.html"
        label_format = "{sign}"
        preview_value = {
            "sign": _("Redness that spreads or turns hot"),
            "urgency": Urgency.URGENT.value,
            "text": _("It may be an infection."),
        }


class HelpBlock(ContentBlock):
    """When to get help, the most urgent first."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120, default=_("When to get help"))
    introduction = blocks.TextBlock(label=_("Introduction"), required=False, rows=2, default="")
    items = blocks.ListBlock(
        HelpItemBlock(),
        label=_("Signs"),
        help_text=_("Visitors read them by urgency, emergencies first, whatever their order here."),
        default=[],
    )

    class Meta:
        icon = "warning"
        label = _("When to get help")
        description = _("Signs that need help, by urgency, each with what to do.")
        value_class = HelpValue
        template = "treatment_pages/blocks/when_to_get_help.html"
        label_format = "{heading}"
        preview_value = {
            "heading": _("When to get help"),
            "items": [
                {
                    "sign": _("Trouble breathing, or a swollen face or throat"),
                    "urgency": Urgency.EMERGENCY.value,
                    "text": _("It may be a severe allergic reaction."),
                },
                {"sign": _("Redness that spreads or turns hot"), "urgency": Urgency.URGENT.value},
                {"sign": _("Redness that lasts longer than a week"), "urgency": Urgency.CALL_CLINIC.value},
            ],
        }

    def publishing_errors(self, value) -> dict[str, str]:
        """A list of signs names one at least."""
        if value.get("items"):
            return {}
        return {"items": _("Add at least one sign, or remove the block “When to get help”.")}
