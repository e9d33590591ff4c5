"""What the report points out on the demo's desk: a form that fell silent, and a page that lost its consultations."""

from itertools import chain

from cms.demo.leads import ONE_FORM_FOR, Arrival, find_desk, moment_on, next_serial, receive_all
from cms.demo.visitors import invent_visitors
from leads.models import LeadStatus

SILENT_FORM_DAYS = range(ONE_FORM_FOR.days + 1, 56, 3)
"""How many days ago somebody asked for a call: about twice a week, until the form's button was lost from the pages."""

FALLEN_PAGE = "chemical-peel"
FALLEN_FROM = 35
"""So many days ago the page's price was raised; whoever wrote since was seldom booked."""

BEFORE, SINCE = range(FALLEN_FROM + 2, 114, 4), range(8, FALLEN_FROM - 1, 2)
"""How many days ago people wrote from the page; the last week is too fresh to be compared."""

BOOKED = (LeadStatus.CONTACTED, LeadStatus.BOOKED, LeadStatus.ATTENDED)
CONVERTED = (*BOOKED, LeadStatus.CONVERTED)
CONTACTED = (LeadStatus.ATTEMPTED, LeadStatus.CONTACTED)
LOST = (LeadStatus.CONTACTED, LeadStatus.LOST)

OFTEN_BOOKED = (CONVERTED, BOOKED, CONTACTED, BOOKED, CONVERTED, LOST)
SELDOM_BOOKED = (LOST, CONTACTED, LOST, CONTACTED, LOST, BOOKED, LOST, CONTACTED, LOST, LOST, CONTACTED, LOST, LOST)
HALF_BOOKED = (BOOKED, CONTACTED, CONVERTED, LOST)


def add_notices() -> int:
    """Add the leads of both stories; how many they are."""
    desk = find_desk()
    serial, rng = next_serial()
    page = next((page for page in desk.pages if page.slug == FALLEN_PAGE), desk.pages[0])
    others = [other for other in desk.pages if other != page] or [page]
    stories = chain(
        told(SILENT_FORM_DAYS, HALF_BOOKED, others, desk.versions[-1]),
        told(BEFORE, OFTEN_BOOKED, [page], desk.versions[0]),
        told(SINCE, SELDOM_BOOKED, [page], desk.versions[0]),
    )
    days = sorted(stories, key=lambda one: one[0], reverse=True)
    visitors = invent_visitors(len(days), serial, rng)
    arrivals = [
        Arrival(moment_on(day, rng), visitor, rng.choice(pages), version, path)
        for (day, path, pages, version), visitor in zip(days, visitors, strict=True)
    ]
    receive_all(desk, arrivals, rng)
    return len(arrivals)


def told(days, paths, pages, version):
    """Day, path, pages and form of each lead of a story; the paths take turns."""
    return [(day, paths[place % len(paths)], pages, version) for place, day in enumerate(days)]
