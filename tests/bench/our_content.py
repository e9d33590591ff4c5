"""Makes our site's content: `python -m tests.bench.our_content`."""

import datetime

import django

django.setup()

from wagtail.models import Page, Site

from leads.models import OpeningHours, StatementKind
from tests import factories

NOTICE = {"kind": StatementKind.NOTICE, "purpose": "privacy", "text": "We keep what you write to answer you."}
CONSENT = {"purpose": "enquiry", "text": "You may use my data to answer my enquiry.", "is_required": True}


def make() -> None:
    """A treatment page with a form, for a clinic with opening hours that is told of enquiries by mail."""
    form = factories.make_form(statements=[NOTICE, CONSENT])
    home = factories.HomePageFactory(parent=Page.get_first_root_node(), slug="clinic")
    Site.objects.update_or_create(is_default_site=True, defaults={"hostname": "127.0.0.1", "root_page": home})
    clinic = factories.make_clinic(Site.objects.get(is_default_site=True), form)
    for weekday in range(5):
        hours = {"opens": datetime.time(9), "closes": datetime.time(18)}
        OpeningHours.objects.create(clinic=clinic, weekday=weekday, sort_order=weekday, **hours)
    factories.TreatmentPageFactory(parent=home, title="Microneedling", slug="microneedling").save_revision().publish()


if __name__ == "__main__":
    make()
