"""Where an enquiry came from, in words: the page, the site before it, the campaign."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from leads.attribution import TOUCHES, touches_of
from leads.models import Enquiry

LABELS = {
    "referrer_host": gettext_lazy("Came from"),
    "landing_path": gettext_lazy("Landed on"),
    "utm_source": gettext_lazy("Source"),
    "utm_medium": gettext_lazy("Medium"),
    "utm_campaign": gettext_lazy("Campaign"),
    "utm_term": gettext_lazy("Search term"),
    "utm_content": gettext_lazy("Advert"),
}
"""What is shown of an attribution; click ids mean nothing to a reader."""

FLAGS = {
    "unknown_form": gettext_lazy("It was sent to a form that does not exist."),
    "archived_form": gettext_lazy("Its form is archived; a page still showed it."),
    "broken_context": gettext_lazy("The form on the page was damaged, so its version is not known."),
    "unknown_fields": gettext_lazy("It held answers that the form did not ask for; they stand under their own names."),
}
"""What was odd about a post, for people."""


def attribution_lines(enquiry: Enquiry) -> list[tuple[str, str]]:
    """Label and value of what is known about the way here, then what the first visit adds; empty for many enquiries."""
    touches = touches_of(enquiry.attribution)
    first, last = (lines_of(touches.get(name, {})) for name in TOUCHES)
    if first == last:
        return last
    return [*last, *((_("%(label)s (first visit)") % {"label": label}, value) for label, value in first)]


def lines_of(touch: dict) -> list[tuple[str, str]]:
    """Label and value of what a touch holds for a reader."""
    return [(str(label), str(touch[key])) for key, label in LABELS.items() if touch.get(key)]


def page_note(enquiry: Enquiry) -> str:
    """Why the page has no link, as far as it is known."""
    if enquiry.page:
        return "" if enquiry.page.live else _("The page is not published any more.")
    return _("The page was deleted.") if enquiry.page_title else ""


def page_address(enquiry: Enquiry) -> str:
    """The address of the page as it stands today; empty unless visitors can open it."""
    return (enquiry.page.get_url() or "") if enquiry.page and enquiry.page.live else ""


def oddities(enquiry: Enquiry) -> list[str]:
    """What was odd about the way it was sent, in sentences; an unknown flag stays as it is."""
    return [str(FLAGS.get(flag, flag)) for flag in enquiry.flags]
