"""What is asked about a saved view."""

from django import forms
from django.utils.translation import gettext_lazy as _

from leads.models import SavedView
from leads.models.saved_view import QUERY_LENGTH

MOST_VIEWS = 50
"""Views of one user; a list of more is no help."""


class SavedViewForm(forms.ModelForm):
    """Name and audience of a view; owner and querystring come with the instance."""

    is_shared = forms.TypedChoiceField(
        label=_("Who sees it"),
        choices=[("", _("Only me")), ("on", _("Everybody at the desk"))],
        coerce=bool,
        empty_value=False,
        required=False,
        widget=forms.RadioSelect,
    )

    class Meta:
        model = SavedView
        fields = ["name", "is_shared"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["is_shared"] = "on" if self.instance.is_shared else ""

    def clean_name(self):
        name = self.cleaned_data["name"]
        others = SavedView.objects.filter(owner=self.instance.owner).exclude(pk=self.instance.pk)
        if others.filter(name=name).exists():
            raise forms.ValidationError(_("You have a view of this name already. Choose another name."))
        return name

    def clean(self):
        if len(self.instance.query) > QUERY_LENGTH:
            raise forms.ValidationError(_("These filters are too long to be saved. Remove one of them."))
        if self.instance._state.adding and SavedView.objects.filter(owner=self.instance.owner).count() >= MOST_VIEWS:
            raise forms.ValidationError(
                _("You have %(n)d views, which is the most there can be. Delete one first.") % {"n": MOST_VIEWS}
            )
        return super().clean()
