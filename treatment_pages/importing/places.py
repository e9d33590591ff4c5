"""Where drafts may go, and as pages of which type."""

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from wagtail.models import Page, get_page_models
from wagtail.permission_policies.pages import PagePermissionPolicy

from treatment_pages.importing.limits import ImportRefusedError
from treatment_pages.models import TreatmentIndexPage
from treatment_pages.models.mixins import TreatmentContentMixin


def page_models() -> list[type[Page]]:
    """The page types that an article can become: those with treatment content, a host's own among them."""
    return [model for model in get_page_models() if issubclass(model, TreatmentContentMixin)]


def page_model_named(name: str) -> type[Page]:
    """The type of that name, such as TreatmentPage or treatment_pages.treatmentpage; ImportRefusedError for no such."""
    wanted = name.strip().casefold()
    for model in page_models():
        if wanted in {model.__name__.casefold(), model._meta.label_lower}:
            return model
    known = ", ".join(model.__name__ for model in page_models())
    raise ImportRefusedError(
        _("There is no page type “%(name)s” for articles. Known are: %(known)s.") % {"name": name, "known": known}
    )


def default_parent() -> Page:
    """The site's only treatment index; ImportRefusedError where there is none or more than one."""
    indexes = list(TreatmentIndexPage.objects.order_by("path")[:10])
    if len(indexes) == 1:
        return indexes[0]
    if not indexes:
        raise ImportRefusedError(_("There is no treatment index to put articles below. Create one first."))
    slugs = ", ".join(page.slug for page in indexes)
    raise ImportRefusedError(
        _("There are several treatment indexes: say with --parent which one (%(slugs)s).") % {"slugs": slugs}
    )


def parent_with_slug(slug: str) -> Page:
    """The one page with that slug; ImportRefusedError where there is none or more than one."""
    pages = list(Page.objects.filter(slug=slug, depth__gt=1)[:3])
    indexes = [page for page in pages if issubclass(page.specific_class or Page, TreatmentIndexPage)]
    found = indexes if len(pages) > 1 and len(indexes) == 1 else pages
    if len(found) == 1:
        return found[0].specific
    if not found:
        raise ImportRefusedError(_("There is no page with the slug “%(slug)s”.") % {"slug": slug})
    raise ImportRefusedError(_("Several pages have the slug “%(slug)s”.") % {"slug": slug})


def parents_for(user) -> QuerySet:
    """The treatment indexes below which this user may add pages."""
    return (
        PagePermissionPolicy().instances_user_has_permission_for(user, "add").type(TreatmentIndexPage).order_by("path")
    )
