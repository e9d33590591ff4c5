"""Text fields that suggest what leads had lately; all that leads ever had would be too much to ask for."""

from collections import Counter
from collections.abc import Iterable

from django import forms
from django.utils.functional import SimpleLazyObject

from leads.desk.permissions import visible_leads

LATEST = 500
"""Leads that are looked at for suggestions, the latest."""
MOST = 30
"""Suggestions of a field, the most frequent."""


class SuggestingInput(forms.TextInput):
    """A text input with a list of suggestions; the listing changes when the value is chosen, not with every letter."""

    template_name = "leads/desk/includes/suggesting_input.html"
    suggestions: object = {}
    column = ""

    def __init__(self, attrs=None):
        waits = {"data-controller": "w-action", "data-action": "input->w-action#noop:stop", "autocomplete": "off"}
        super().__init__({**waits, **(attrs or {})})

    def suggest(self, suggestions, column: str) -> None:
        """Offer the values of one column of `recent_values`."""
        self.suggestions, self.column = suggestions, column

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        list_id = f"{context['widget']['attrs'].get('id', name)}-suggestions"
        context["widget"]["attrs"]["list"] = list_id
        return context | {"list_id": list_id, "suggestions": self.suggestions[self.column]}


def recent_values(user, columns: Iterable[str]):
    """The most frequent values of each column among the latest leads; asked for in one query, once they are shown."""
    return SimpleLazyObject(lambda: count_recent(user, list(columns)))


def count_recent(user, columns: list[str]) -> dict[str, list[str]]:
    """The same, now."""
    rows = list(visible_leads(user).order_by("-last_enquiry_at", "-pk").values(*columns)[:LATEST])
    counters = {column: Counter(row[column] for row in rows if row[column]) for column in columns}
    return {column: [value for value, count in counter.most_common(MOST)] for column, counter in counters.items()}
