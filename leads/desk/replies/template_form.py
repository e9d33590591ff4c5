"""The editor of a reply template."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, ObjectList

from leads.models import ConsentStatement, StatementKind
from leads.replies.variables import VARIABLES, problems_of


class ReplyTemplateForm(WagtailAdminModelForm):
    """Refuses variables that nobody could fill in, and offers the purposes that some form asks a consent for."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        asked = ConsentStatement.objects.filter(kind=StatementKind.CONSENT).order_by("purpose")
        purposes = {self.instance.purpose, *asked.values_list("purpose", flat=True)} - {""}
        self.fields["purpose"].widget = forms.Select(
            choices=[("", _("Nothing: it answers an enquiry")), *((name, name) for name in sorted(purposes))]
        )

    def clean_subject(self) -> str:
        """The subject with known variables only."""
        return refuse_problems(self.cleaned_data["subject"])

    def clean_text(self) -> str:
        """The text with known variables only."""
        return refuse_problems(self.cleaned_data["text"])


def refuse_problems(text: str) -> str:
    """The text; ValidationError with a sentence for each slip in it."""
    if problems := problems_of(text):
        raise forms.ValidationError(problems)
    return text


class VariablesPanel(HelpPanel):
    """The variables, beside the text that they can stand in."""

    def __init__(self, **kwargs):
        kwargs.setdefault("heading", _("Variables"))
        super().__init__(template="leads/desk/replies/variables.html", **kwargs)

    def clone_kwargs(self):
        return {name: value for name, value in super().clone_kwargs().items() if name not in {"template", "content"}}

    class BoundPanel(HelpPanel.BoundPanel):
        variables = list(VARIABLES.values())


EDIT_HANDLER = ObjectList(
    [
        FieldPanel("title"),
        FieldPanel("subject"),
        FieldPanel("text"),
        VariablesPanel(),
        FieldRowPanel(["purpose", "site"]),
        FieldPanel("is_archived"),
    ],
    base_form_class=ReplyTemplateForm,
)
