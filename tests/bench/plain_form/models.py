"""The form page of Wagtail's own documentation."""

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.contrib.forms.models import AbstractEmailForm, AbstractFormField
from wagtail.fields import RichTextField


class FormField(AbstractFormField):
    """One field that an editor added."""

    page = ParentalKey("FormPage", on_delete=models.CASCADE, related_name="form_fields")


class FormPage(AbstractEmailForm):
    """A page with a form, which mails what is sent where it has an address to mail to."""

    intro = RichTextField(blank=True)
    thank_you_text = RichTextField(blank=True)
