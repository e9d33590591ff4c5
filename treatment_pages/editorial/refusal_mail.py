"""The mail that tells somebody that their page was not published at its time."""

import logging

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.users.models import UserProfile

logger = logging.getLogger(__name__)

TEMPLATE = "treatment_pages/staff/email/not_published.txt"


def tell_owner(page, revision, number: int) -> None:
    """Mail the page's owner, or else whoever wrote the version: the page, the number of errors, where to go on.

    The mail quotes nothing of the page. A mail server that fails is noted; other pages must not wait for it.
    """
    person = next((one for one in (page.owner, revision.user) if one and one.is_active and one.email), None)
    if person is None:
        logger.warning("Nobody could be told that page %s was not published.", page.pk)
        return
    with translation.override(UserProfile.get_for_user(person).get_preferred_language()):
        title = " ".join(page.get_admin_display_title().split())
        subject = _("“%(title)s” was not published") % {"title": title}
        body = render_to_string(TEMPLATE, {"title": title, "number": number, "url": edit_url(page)})
    try:
        send_mail(subject, body, None, [person.email])
    except OSError:
        logger.exception("The mail about page %s could not be sent.", page.pk)


def edit_url(page) -> str:
    """The full address of the page's editor."""
    base = getattr(settings, "WAGTAILADMIN_BASE_URL", "") or page.get_site().root_url
    return base + reverse("wagtailadmin_pages:edit", args=[page.pk])
