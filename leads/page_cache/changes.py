"""Notices every change of what visitors see, and counts it for the sites that show it.

Pages count when they are published, unpublished, moved or deleted, or saved as a whole while they are live. A draft,
which the editor saves every few hundred milliseconds, is written with `update_fields` and is none of these.
"""

from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_delete
from wagtail.contrib.settings.models import BaseSiteSetting
from wagtail.contrib.settings.registry import registry as setting_registry
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move, pre_page_move

from leads.models import ClosedDay, ConsentStatement, EnquiryForm, EnquiryQuestion, OpeningHours
from leads.page_cache import edge
from leads.page_cache.generation import count_change
from leads.page_cache.page_sites import sites_of

UID = "leads.page_cache"

UNSEEN_FIELDS = {"file_hash", "file_size"}
"""What Wagtail fills in of a picture or document when it is first needed."""

SHOWN_ANYWHERE = (Site, Locale, EnquiryForm, EnquiryQuestion, ConsentStatement, OpeningHours, ClosedDay)
"""Records that may show on any page, whichever names them; settings are such too."""


def content_changed(site: Site | None = None) -> None:
    """Drop what is kept of a site's pages, or of all sites: for changes that no signal tells, as by `update()`."""
    count_change(site.pk if site else None, purges_site=edge.is_configured())


def watch(model: type[Model], *, is_seen: Callable[[Any, bool], bool] | None = None, anywhere: bool = False) -> None:
    """Count every save and deletion of a model's records.

    `is_seen` gets the record and whether it is new, and says False for a change that no page shows. Unless a record is
    shown `anywhere`, the caches in front of the site drop the pages that refer to it, else all pages.
    """
    is_anywhere = anywhere or issubclass(model, (*SHOWN_ANYWHERE, BaseSiteSetting))

    def changed(sender, instance, created=False, update_fields=None, **kwargs):
        if update_fields and set(update_fields) <= UNSEEN_FIELDS:
            return
        if is_seen is None or is_seen(instance, created):
            count_change(site_of(instance), purges_site=is_anywhere and edge.is_configured())
            if not is_anywhere:
                edge.purge_pages_with(instance)

    def about_to_go(sender, instance, **kwargs):
        # Afterwards nobody knows any more which pages showed it.
        if not is_anywhere:
            edge.purge_pages_with(instance)

    uid = f"{UID}.{model._meta.label}"
    post_save.connect(changed, sender=model, dispatch_uid=uid, weak=False)
    post_delete.connect(changed, sender=model, dispatch_uid=uid, weak=False)
    pre_delete.connect(about_to_go, sender=model, dispatch_uid=uid, weak=False)


def site_of(instance: Model) -> int | None:
    """The site of a setting, or of what belongs to the clinic's; None for what all sites may show."""
    owner = instance.clinic if isinstance(instance, OpeningHours | ClosedDay) else instance
    return owner.site_id if isinstance(owner, BaseSiteSetting) else None


def page_changed(sender, instance, *, url_path_before: str = "", **kwargs) -> None:
    """Count a change of a page for the sites that show it."""
    for site in sites_of(instance, url_path_before):
        count_change(site)
    edge.purge_page(instance)


def page_saved(sender, instance, raw=False, update_fields=None, **kwargs) -> None:
    """Count a page that was saved as a whole by code; an editor's draft never is, while the page is live."""
    if instance.live and update_fields is None:
        instance.counted_revision_id = instance.live_revision_id
        page_changed(sender, instance)


def published(sender, instance, revision=None, **kwargs) -> None:
    """Count what went live, unless it was counted when the revision was saved: pages are rendered for each count."""
    if revision is None or getattr(instance, "counted_revision_id", None) != revision.pk:
        page_changed(sender, instance)


def about_to_move(sender, instance, **kwargs) -> None:
    """Its addresses are known until it is moved."""
    edge.purge_tree(instance)


def moved(sender, instance, **kwargs) -> None:
    """The page and all below it have new addresses."""
    page_changed(sender, instance, **kwargs)
    edge.purge_tree(instance)


def slug_changed(sender, instance, instance_before, **kwargs) -> None:
    """So have they after a new slug."""
    page_changed(sender, instance, url_path_before=instance_before.url_path)
    edge.purge_tree(instance, url_path_before=instance_before.url_path)


def privacy_changed(sender, instance, **kwargs) -> None:
    """A page and all below it were closed or opened."""
    page_changed(Page, instance.page)
    edge.purge_tree(instance.page)


def connect() -> None:
    """Watch what Wagtail and this app show; called once when all models are there."""
    page_published.connect(published, dispatch_uid=UID)
    page_unpublished.connect(page_changed, dispatch_uid=UID)
    pre_page_move.connect(about_to_move, dispatch_uid=UID)
    post_page_move.connect(moved, dispatch_uid=UID)
    page_slug_changed.connect(slug_changed, dispatch_uid=UID)
    post_delete.connect(page_changed, sender=Page, dispatch_uid=UID)
    for model in apps.get_models():
        if issubclass(model, Page):
            post_save.connect(page_saved, sender=model, dispatch_uid=f"{UID}.{model._meta.label}")
    for signal in (post_save, post_delete):
        signal.connect(privacy_changed, sender=PageViewRestriction, dispatch_uid=UID)
    pictures = (get_image_model(), get_document_model())
    redirects = [apps.get_model("wagtailredirects.Redirect")] if apps.is_installed("wagtail.contrib.redirects") else []
    for model in dict.fromkeys((*SHOWN_ANYWHERE, *setting_registry, *pictures, *redirects)):
        watch(model)
