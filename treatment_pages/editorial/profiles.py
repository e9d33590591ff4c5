"""The rule books that a site can be checked by."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Profile(models.TextChoices):
    """Where the clinic advertises; `base` holds what is expected nearly everywhere."""

    BASE = "base", _("General")
    US = "us", _("United States")
    UK = "uk", _("United Kingdom")
    AU = "au", _("Australia")
    EU_DE = "eu-de", _("Germany")
    JP = "jp", _("Japan")
