"""A field that takes several of many records: boxes to tick, with a search field above them."""

from django import forms
from wagtail.admin.panels import FieldPanel
from wagtail.admin.staticfiles import versioned_static


class SearchableCheckboxes(forms.CheckboxSelectMultiple):
    """Boxes in a list that scrolls, the ticked ones first; a script adds the search field."""

    template_name = "treatment_pages/staff/searchable_checkboxes.html"

    def get_context(self, name, value, attrs) -> dict:
        context = super().get_context(name, value, attrs)
        options = [option for _group, options, _index in context["widget"]["optgroups"] for option in options]
        context["widget"]["options"] = sorted(options, key=lambda option: not option["selected"])
        return context

    @property
    def media(self) -> forms.Media:
        return forms.Media(js=[versioned_static("treatment_pages/admin/searchable-checkboxes.js")])


class ChoicesPanel(FieldPanel):
    """Offers the records in the page's own language."""

    def __init__(self, field_name, widget=SearchableCheckboxes, **kwargs):
        super().__init__(field_name, widget=widget, **kwargs)

    class BoundPanel(FieldPanel.BoundPanel):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            if self.bound_field and self.instance.locale_id:
                field = self.bound_field.field
                field.queryset = field.queryset.filter(locale=self.instance.locale_id)
