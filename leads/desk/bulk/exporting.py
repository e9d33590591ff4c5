"""Taking many leads away as a file; nothing is changed, so what is listed is exported as it is by then."""

from django import forms
from django.utils.translation import gettext_lazy as _

from leads.desk.bulk.base import LeadBulkAction
from leads.desk.export import CSV, XLSX
from leads.later import Later

export_response = Later("leads.desk.export.download.export_response")


class FormatForm(forms.Form):
    """Which kind of file."""

    format = forms.ChoiceField(
        label=_("Kind of file"),
        choices=[(XLSX, _("Excel (XLSX)")), (CSV, _("Text with commas (CSV)"))],
        initial=XLSX,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a kind of file."), "invalid_choice": _("Choose a kind of file.")},
    )


class ExportBulkAction(LeadBulkAction):
    """They go into a file; of all that is listed there may be more than other actions take at a time."""

    display_name = _("Export")
    action_type = "export"
    aria_label = _("Export the selected leads")
    action_priority = 60
    permission = "export"
    form_class = FormatForm
    question = _(
        "The file holds names and ways to reach people. Keep it where only those can read it who may, and delete it "
        "when it is no longer needed. The log notes who exported how many leads."
    )

    def find_leads(self):
        return self.asked_for()

    def get_initial(self):
        return {}

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        if not self.are_more:
            return context
        number = self.asked_for().count()
        return context | {"number": number, "unlisted": number - context["number"], "most": None}

    def form_valid(self, form):
        return export_response(self.asked_for(), form.cleaned_data["format"], self.request.user)

    def take(self, lead):
        """Nothing happens to a lead that is exported."""

    def say(self, number):
        return ""
