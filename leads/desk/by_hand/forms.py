"""The form with which staff add somebody who did not use the website."""

import json
import uuid
from hashlib import sha256

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Site

from leads.clinics import clinic_of
from leads.desk.by_hand.adding import Contact, Decision
from leads.desk.forms import NOTE_LENGTH
from leads.desk.permissions import colleagues, lead_policy
from leads.desk.suggestions import SuggestingInput, recent_values
from leads.models import LeadSource, PreferredContact
from leads.question_fields import EmailLineField, LineField, LinesField
from leads.submission import Submission
from leads.visitor_text import storable_post

SOURCES = [(source.value, source.label) for source in LeadSource if source != LeadSource.WEBSITE]
JOIN, NEW = "join", "new"
LONGEST_PK = 18
"""Digits of a primary key that every database can compare."""


class SiteChoice(forms.ModelChoiceField):
    """Sites under the names of their clinics."""

    def label_from_instance(self, obj):
        return clinic_of(obj).name or str(obj)


class OwnerChoice(forms.ModelChoiceField):
    """Owners under their full names."""

    def label_from_instance(self, obj):
        return get_user_display_name(obj)


class AddForm(forms.Form):
    """Who it is, what they said, and what happens next; offers only what `user` may do."""

    name = LineField(
        label=_("Name"),
        longest=200,
        error_messages={"required": _("Enter the name, or what you know of it.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    phone = LineField(
        label=_("Phone"),
        longest=60,
        required=False,
        help_text=_("As they said it; the country code may be left out."),
        widget=forms.TextInput(attrs={"type": "tel", "inputmode": "tel", "autocomplete": "off"}),
    )
    email = EmailLineField(
        label=_("E-mail"),
        longest=254,
        required=False,
        help_text=_("Phone or e-mail: one of them is enough."),
        widget=forms.EmailInput(attrs={"inputmode": "email", "autocomplete": "off"}),
    )
    preferred_contact = forms.ChoiceField(
        label=_("Preferred contact"), choices=PreferredContact, initial=PreferredContact.ANY
    )
    source = forms.ChoiceField(
        label=_("They reached us by"), choices=SOURCES, initial=LeadSource.PHONE, widget=forms.RadioSelect
    )
    subject = LineField(label=_("Treatment or subject"), longest=255, required=False, widget=SuggestingInput)
    note = LinesField(
        label=_("What was said"),
        longest=NOTE_LENGTH,
        required=False,
        help_text=_("It stands on the timeline. Health details belong in the patient's record."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    site = SiteChoice(label=_("Site"), queryset=Site.objects.none(), empty_label=None)
    owner = OwnerChoice(label=_("Owner"), queryset=None, required=False, empty_label=_("Nobody"))
    was_spoken_with = forms.BooleanField(
        label=_("I have already spoken with them"),
        required=False,
        help_text=_("The lead counts as contacted, and nobody has to call back in time."),
    )
    token = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, data=None, *, user):
        super().__init__(data if data is None else storable_post(data), auto_id="add-%s")
        self.user = user
        self.fields["token"].initial = uuid.uuid4
        self.fields["subject"].widget.suggest(recent_values(user, ["subject"]), "subject")
        self._offer_sites()
        self._offer_owners()

    def _offer_sites(self) -> None:
        sites = lead_policy.sites_user_has_permission_for(self.user, "add").order_by("-is_default_site", "hostname")
        self.fields["site"].queryset = sites
        self.fields["site"].initial = self.only_site = sites.first()
        if len(sites) < 2:
            del self.fields["site"]

    def _offer_owners(self) -> None:
        if not lead_policy.user_has_permission(self.user, "assign"):
            del self.fields["owner"]
            return
        self.fields["owner"].queryset = colleagues(self.user)
        self.fields["owner"].initial = self.user.pk

    def clean(self):
        """One way to answer is needed; a site of which the owner sees nothing gives them no lead."""
        cleaned = super().clean()
        if not cleaned.get("email") and not cleaned.get("phone") and not {"email", "phone"} & self.errors.keys():
            self.add_error("phone", _("Enter a phone number or an e-mail address, so that somebody can answer."))
        if self._site is None and "site" not in self.errors:
            self.add_error(None, _("There is no site to which you may add a lead."))
        elif cleaned.get("owner") and not self._may_own(cleaned["owner"]):
            self.add_error("owner", _("Choose somebody who may see the leads of this site, or nobody."))
        return cleaned

    @property
    def _site(self) -> Site | None:
        return self.cleaned_data.get("site") if "site" in self.fields else self.only_site

    def _may_own(self, owner) -> bool:
        if self._site is None:
            return True
        may_assign = lead_policy.user_has_permission_for_instance(self.user, "assign", self._site)
        return may_assign and lead_policy.user_has_permission_for_instance(owner, "view", self._site)

    def contact(self) -> Contact:
        """What a valid form says."""
        said = self.cleaned_data
        submission = Submission(
            name=said["name"],
            email=said["email"],
            phone=said["phone"],
            preferred_contact=said["preferred_contact"],
            treatment=said["subject"],
            site=self._site,
            clinic=clinic_of(self._site),
        )
        return Contact(
            submission=submission,
            source=said["source"],
            note=said["note"],
            token=self._token(),
            owner=said.get("owner"),
            was_spoken_with=said["was_spoken_with"],
        )

    def _token(self) -> str:
        """The same for the same form with the same contents; what was typed since is not thrown away."""
        typed = json.dumps({name: str(value) for name, value in self.cleaned_data.items()}, sort_keys=True)
        return sha256(typed.encode()).hexdigest()


def read_decision(text: str) -> Decision | None:
    """What was decided about which lead, as the buttons say it: join-41 or new-41; None for anything else."""
    kind, _dash, pk = text.partition("-")
    is_pk = pk.isascii() and pk.isdecimal() and len(pk) <= LONGEST_PK
    return Decision(int(pk), joins=kind == JOIN) if kind in (JOIN, NEW) and is_pk else None
