"""The keys of the desk as the help of its pages lists them."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from leads.desk.composer.tabs import Composer
from leads.desk.neighbours import Place

Shortcuts = list[tuple[tuple[str, ...], str]]
"""Keys with what they do."""

MOVING = (("j", "k"), gettext_lazy("Next and previous lead"))
SHORTCUTS = (
    MOVING,
    (("Enter", "o"), gettext_lazy("Open the lead")),
    (("a", "m"), gettext_lazy("Assign the lead to me")),
    (("n",), gettext_lazy("Write a note")),
    (("x",), gettext_lazy("Select the lead")),
    (("/",), gettext_lazy("Search")),
)
"""The keys of the inbox, where they are for the lead that has the focus; leads/static/leads/desk-keyboard.js is what
they do."""


def shortcuts_of_lead(composer: Composer, place: Place, *, may_write: bool) -> Shortcuts:
    """The keys of a lead's page: those of the tabs that it has, and of its neighbours where it has any."""
    moving = [MOVING] if place.previous_url or place.next_url else []
    tabs = [((tab.shortcut,), tab.label) for tab in composer.tabs if tab.shortcut]
    return [*moving, *tabs, *([(("e",), _("E-mail"))] if may_write else [])]
