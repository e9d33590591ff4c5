"""The forms of the privacy pages."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from leads.models import Lead


class HoldForm(forms.Form):
    """Why a lead must be kept."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=300,
        help_text=gettext_lazy("Such as the number of the complaint. It stands on the timeline."),
        error_messages={"required": gettext_lazy("Say why this lead must be kept.")},
    )


class EraseForm(forms.Form):
    """The reference, typed by hand: nobody erases by a slip of the mouse."""

    reference = forms.CharField(
        label=gettext_lazy("Reference of the lead"),
        max_length=40,
        error_messages={"required": gettext_lazy("Type the reference of the lead.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    def __init__(self, *args, lead: Lead, **kwargs):
        super().__init__(*args, **kwargs)
        self.lead = lead
        self.fields["reference"].help_text = _("Type %(reference)s to confirm.") % {"reference": lead.reference}

    def clean_reference(self) -> str:
        """Refuse any other reference."""
        typed = self.cleaned_data["reference"]
        if typed.strip().casefold() != self.lead.reference.casefold():
            raise forms.ValidationError(_("This is not the reference of the lead. Type %s.") % self.lead.reference)
        return typed
