"""The form below an article, and what a request says besides the words."""

from dataclasses import dataclass, field

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from leads.public import (
    HONEYPOT,
    INPUT_CLASS,
    LineField,
    LinesField,
    Signals,
    address_hash,
    is_cross_site,
    storable_post,
)

LONGEST_QUESTION, LONGEST_NAME = 1000, 60


class QuestionForm(forms.Form):
    """A question, and a first name for those who give one; nothing else about the reader."""

    text = LinesField(
        label=_("Your question"),
        longest=LONGEST_QUESTION,
        help_text=_("Leave out names and anything about your own health: everybody can read a published question."),
        error_messages={"required": _("Write your question before you send it.")},
        widget=forms.Textarea(attrs={"rows": 4, "class": INPUT_CLASS}),
    )
    name = LineField(
        label=_("First name"),
        longest=LONGEST_NAME,
        required=False,
        help_text=_("Published with your question if you give one."),
        widget=forms.TextInput(attrs={"autocomplete": "given-name", "class": INPUT_CLASS}),
    )

    def __init__(self, data=None):
        super().__init__(
            data=None if data is None else storable_post(data), auto_id="reader-question-%s", label_suffix=""
        )
        self.fields["name"].optional_mark = True

    @property
    def is_honeypot_filled(self) -> bool:
        """Whether the field that people do not see holds something."""
        return bool(self.data.get(HONEYPOT, "").strip())

    @property
    def mistakes(self) -> list[tuple[str, str]]:
        """The id to go to and what to do there, in the order of the fields."""
        return [(bound.id_for_label, message) for bound in self for message in bound.errors]


@dataclass(frozen=True)
class AskedQuestion:
    """A valid question on its way to the database; `page` is None when the page is gone."""

    page: object | None
    page_title: str
    text: str
    name: str = ""
    signals: Signals = field(default_factory=Signals)


def signals_of(request: HttpRequest, form: QuestionForm) -> Signals:
    """What the spam score looks at besides the words."""
    return Signals(
        is_honeypot_filled=form.is_honeypot_filled,
        is_cross_site=is_cross_site(request),
        address_hash=address_hash(request),
    )
