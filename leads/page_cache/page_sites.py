"""Which sites show something of a page."""

from collections.abc import Iterator

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, ReferenceIndex, Site


def sites_of(page: Page, url_path_before: str = "") -> set[int]:
    """The sites on which the page stands or stood, and those with pages that refer to it."""
    roots = Site.get_site_root_paths()
    sites = {root.site_id for root in roots}
    if len(sites) < 2:
        return sites
    paths = {page.url_path, *([url_path_before] if url_path_before else [])}
    paths.update(naming.url_path for naming in pages_with(page))
    return {root.site_id for root in roots if any(path.startswith(root.root_path) for path in paths)}


def pages_with(instance) -> Iterator[Page]:
    """The pages that refer to a record, as far as Wagtail's index of references knows; it holds drafts' pages too."""
    references = ReferenceIndex.get_references_to(instance)
    base = ContentType.objects.get_for_model(Page)
    keys = references.filter(base_content_type=base).values_list("object_id", flat=True).distinct()
    yield from Page.objects.filter(pk__in=[int(key) for key in keys])
