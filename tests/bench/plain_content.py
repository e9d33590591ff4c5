"""Makes the plain site's content: `python -m tests.bench.plain_content`."""

import django

django.setup()

from wagtail.models import Page, Site

from tests.bench.plain_form.models import FormField, FormPage

FIELDS = {
    "Your name": ("singleline", True),
    "Email": ("email", False),
    "Phone": ("singleline", False),
    "Your message": ("multiline", False),
    "You may use my data to answer my enquiry": ("checkbox", True),
}


def make() -> None:
    """Two pages with the same form: one mails what is sent, the other only stores it."""
    home = Site.objects.get(is_default_site=True).root_page
    add_page(home, "stored", to_address="")
    add_page(home, "mailed", to_address="desk@example.com")


def add_page(home: Page, slug: str, *, to_address: str) -> None:
    """A published form page; the field on the mail's sender and subject are as an editor would fill them in."""
    addresses = {"to_address": to_address, "from_address": "site@example.com", "subject": "A new enquiry"}
    page = FormPage(title="Ask about a consultation", slug=slug, thank_you_text="<p>Thank you.</p>", **addresses)
    page.form_fields = [
        FormField(label=label, field_type=kind, required=is_required, sort_order=place)
        for place, (label, (kind, is_required)) in enumerate(FIELDS.items())
    ]
    home.add_child(instance=page)
    page.save_revision().publish()


if __name__ == "__main__":
    make()
