"""Categories, concerns and body areas in Wagtail admin."""

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.models import Locale
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from treatment_pages.models import BodyArea, Concern, TreatmentCategory
from treatment_pages.staff.usage import UsageColumn, UsageIndexMixin


class TermForm(WagtailAdminModelForm):
    """Keeps apart the listings of two terms; the language is not in the form, so the constraint alone would not."""

    def clean_slug(self) -> str:
        slug = self.cleaned_data["slug"] or slugify(self.cleaned_data.get("name", ""), allow_unicode=True)
        locale = self.instance.locale_id or Locale.get_default().pk
        same = self._meta.model.objects.filter(slug=slug, locale=locale).exclude(pk=self.instance.pk)
        if same.exists():
            raise ValidationError(
                _("“%(slug)s” is taken by another entry. Enter a different slug."), params={"slug": slug}
            )
        return slug


class TermIndexView(UsageIndexMixin, IndexView):
    """The terms of one list with the number of treatments that have each."""


class TermViewSet(SnippetViewSet):
    """One list of terms; each term has its own listing on the site."""

    index_view_class = TermIndexView
    copy_view_enabled = False
    list_display = [
        "name",
        Column("slug", label=_("Slug"), sort_key="slug", width="20%"),
        Column("description", label=_("Description"), width="40%"),
        UsageColumn(),
    ]
    ordering = "name"
    list_per_page = 50
    edit_handler = ObjectList(
        [MultiFieldPanel([FieldRowPanel(["name", "slug"])], heading=_("Name")), FieldPanel("description")],
        base_form_class=TermForm,
    )


class CategoryViewSet(TermViewSet):
    model = TreatmentCategory
    icon = "folder-open-inverse"
    menu_label = _("Categories")
    menu_name = "treatment-categories"


class ConcernViewSet(TermViewSet):
    model = Concern
    icon = "help"
    menu_label = _("Concerns")
    menu_name = "treatment-concerns"


class BodyAreaViewSet(TermViewSet):
    model = BodyArea
    icon = "user"
    menu_label = _("Body areas")
    menu_name = "body-areas"
