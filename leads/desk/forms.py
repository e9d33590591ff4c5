"""The forms of the lead page."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.utils import get_user_display_name

from leads.desk.permissions import lead_owners
from leads.models import Lead

NOTE_LENGTH = 10_000
"""Characters of a note; what is longer belongs in the patient's record."""


class NoteForm(forms.Form):
    """What staff write on the timeline."""

    text = forms.CharField(
        label=_("Note"),
        max_length=NOTE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": _("Write something before you add the note."),
            "max_length": _("A note has room for %(limit_value)d characters; this one has %(show_value)d."),
        },
    )


class OwnerChoice(forms.ModelChoiceField):
    """Owners under their full names."""

    def label_from_instance(self, obj):
        return get_user_display_name(obj)


class AssignForm(forms.Form):
    """Who is to work on a lead; an owner who left stays visible until somebody takes over."""

    owner = OwnerChoice(
        label=_("Owner"),
        queryset=None,
        required=False,
        empty_label=_("Nobody"),
        error_messages={"invalid_choice": _("Choose somebody who may see leads.")},
    )

    def __init__(self, *args, lead: Lead, **kwargs):
        super().__init__(*args, initial={"owner": lead.owner_id}, **kwargs)
        owners = lead_owners(lead)
        self.fields["owner"].queryset = owners | owners.model._default_manager.filter(pk=lead.owner_id).distinct()
