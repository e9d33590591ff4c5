"""What staff keep looking for may name somebody: saved views of the inbox hold the words that were searched."""

from urllib.parse import parse_qsl, urlencode

from leads.models import SavedView
from leads.privacy.kept import Traces, plain


def forget_searches(traces: Traces) -> None:
    """Take the search words out of saved views that look for the person; the rest of each view stays."""
    for view in SavedView.objects.exclude(query=""):
        pairs = parse_qsl(view.query, keep_blank_values=True)
        kept = [(key, value) for key, value in pairs if not names(value, traces)]
        if kept != pairs:
            view.query = urlencode(kept)
        if names(view.name, traces):
            view.name = f"#{view.pk}"
        view.save(update_fields=["query", "name"])


def names(text: str, traces: Traces) -> bool:
    """Whether a text names the person, also by a part of the name: who searches writes no more."""
    return traces.are_in(text) or not traces.words.isdisjoint(plain(text).split())
