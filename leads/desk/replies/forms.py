"""The form in which staff write a reply."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminAutoHeightTextInput

from leads.clinics import clinic_of
from leads.desk.replies.news import newest_entry, news_since
from leads.models import Lead, Reply, ReplyTemplate
from leads.models.reply import TEXT_LENGTH
from leads.pipeline import PipelineError
from leads.replies.permission import check_appointment, check_consent, is_booked, templates_for
from leads.replies.reply_mail import body, reply_to, sender
from leads.replies.sending import SUBJECT_LENGTH, new_token, send_reply
from leads.replies.values import language_of, last_enquiry, values_for, words
from leads.replies.variables import VARIABLES, fill, obstacles_to

MADE_BY_US = r"^[0-9a-f]{32}$"
"""How `new_token` looks."""

LONGEST_KEY = 18
"""Digits of a primary key that every database can compare."""


class ReplyForm(forms.Form):
    """A reply to the person of a lead; its variables are filled in before staff see the text.

    The template stays in the form, because the consent that it needs is needed for whatever becomes of its text. Staff
    who take it out write an answer to the enquiry, which needs none.
    """

    token = forms.RegexField(
        regex=MADE_BY_US,
        widget=forms.HiddenInput,
        error_messages={
            "required": _("This page was not complete. Look at the text once more, then send it."),
            "invalid": _("This page was not complete. Look at the text once more, then send it."),
        },
    )
    template = forms.ModelChoiceField(
        queryset=ReplyTemplate.objects.none(),
        required=False,
        widget=forms.HiddenInput,
        error_messages={
            "invalid_choice": _("The template of this text does not exist any more. Begin the reply anew.")
        },
    )
    seen_activity = forms.CharField(required=False, widget=forms.HiddenInput)
    subject = forms.CharField(
        label=_("Subject"),
        max_length=SUBJECT_LENGTH,
        error_messages={"required": _("Write what the mail is about.")},
    )
    text = forms.CharField(
        label=_("Text"),
        max_length=TEXT_LENGTH,
        widget=AdminAutoHeightTextInput(attrs={"rows": 10}),
        error_messages={
            "required": _("Write something before you send it."),
            "max_length": _("A reply has room for %(limit_value)d characters; this one has %(show_value)d."),
        },
    )
    with_appointment = forms.BooleanField(
        label=_("Attach the appointment"),
        required=False,
        help_text=_("A file that the person's calendar takes over."),
    )

    news: Sequence[str] = ()
    """What others did since the page was shown, in sentences."""

    def __init__(self, data=None, *, lead: Lead, user, template: ReplyTemplate | None = None):
        self.lead, self.user, self.template = lead, user, template
        self.clinic, self.enquiry = clinic_of(lead.site), last_enquiry(lead)
        self.language = language_of(self.enquiry)
        self.values = values_for(lead, self.clinic, user, language=self.language)
        fresh = {"token": new_token(), "seen_activity": newest_entry(lead)}
        super().__init__(data, initial={**fresh, **self.prefilled(template)})
        self.fields["template"].queryset = templates_for(lead)
        if not is_booked(lead):
            del self.fields["with_appointment"]

    def prefilled(self, template: ReplyTemplate | None) -> dict:
        """What a template begins the reply with."""
        if template is None:
            return {}
        return {
            "template": template.pk,
            "subject": words(fill(template.subject, self.values)),
            "text": fill(template.text, self.values),
            "with_appointment": VARIABLES["consultation"].is_in(template.text),
        }

    def clean_subject(self) -> str:
        """One line, with nothing left to fill in."""
        return self.filled(words(self.cleaned_data["subject"]))

    def clean_text(self) -> str:
        """The text with nothing left to fill in."""
        return self.filled(self.cleaned_data["text"])

    def filled(self, text: str) -> str:
        """The text with its variables replaced; ValidationError when one is not known or has no value."""
        text = fill(text, self.values)
        if obstacles := obstacles_to(text, self.values):
            raise forms.ValidationError(obstacles)
        return text

    def clean(self):
        """Refuse what needs a consent that the person has not given, or a consultation that is not booked any more."""
        template = self.cleaned_data.get("template")
        try:
            check_consent(template.purpose if template else "", self.lead)
            if self.data.get("with_appointment"):
                check_appointment(self.lead)
        except PipelineError as error:
            self.add_error(None, str(error))
        if "token" in self.errors:
            self.renew("token", new_token())
        self.look_for_news()
        return self.cleaned_data

    def renew(self, field: str, value: object) -> None:
        """Let the form come back with a value of ours in place of the posted one."""
        self.data = self.data.copy()
        self.data[field] = value

    def look_for_news(self) -> None:
        """Refuse once what somebody else's step may have made obsolete; sent again, it has been seen."""
        seen = self.cleaned_data.pop("seen_activity", "")
        news = news_since(self.lead, int(seen) if is_key(seen) else 0, self.user) if seen else []
        if news:
            self.add_error(None, _("Meanwhile something happened. Look at your text again, then send it."))
            self.news = news
            self.renew("seen_activity", newest_entry(self.lead))

    def send(self) -> Reply | None:
        """Send a valid form's reply; None, with the reason among the form's errors, when that is refused."""
        cleaned = dict(self.cleaned_data)
        try:
            return send_reply(self.lead, by=self.user, **cleaned)
        except PipelineError as error:
            self.add_error(None, str(error))
            return None

    @property
    def refusals(self) -> list[str]:
        """The errors that belong to nothing staff can see."""
        hidden = [error for name in ("token", "template") for error in self.errors.get(name, [])]
        return [*self.non_field_errors(), *hidden]

    @property
    def appointment(self):
        """The box for the appointment, while a consultation is booked."""
        return self["with_appointment"] if "with_appointment" in self.fields else None

    @property
    def missing(self) -> list[str]:
        """What a fresh text still lacks, so that staff need not press “Send” to learn it."""
        if self.is_bound:
            return []
        return obstacles_to("\n".join(str(self.initial.get(name, "")) for name in ("subject", "text")), self.values)

    @property
    def adds_withdrawal(self) -> bool:
        """Whether a link to withdraw the consent is put below the text."""
        return bool(self.template and self.template.purpose)

    @property
    def sender(self) -> str:
        """Whom the person sees as the sender."""
        return sender(self.clinic)

    @property
    def answers_to(self) -> str:
        """Where the person's answer arrives."""
        return reply_to(self.clinic, self.enquiry) or sender(self.clinic)

    @property
    def signature(self) -> str:
        """What stands below the text."""
        return body("", self.clinic, language=self.language).strip()


def is_key(text: str) -> bool:
    """Whether it can be the key of a row."""
    return text.isascii() and text.isdecimal() and len(text) <= LONGEST_KEY


def reply_form(lead: Lead, user, *, data=None, template: ReplyTemplate | None = None) -> ReplyForm:
    """The form for a lead, empty or begun with a template; to be posted to `reply_url(lead)`.

    leads/desk/replies/includes/form.html shows it as `reply_form`, with `reply_url`.
    """
    return ReplyForm(data, lead=lead, user=user, template=template)
