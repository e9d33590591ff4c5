"""sitemap.xml: the pages that visitors can open, and the listings below treatment indexes."""

from functools import reduce
from operator import or_

from django.db.models import Max, Q
from wagtail.contrib.sitemaps import Sitemap
from wagtail.models import Page, Site

from treatment_pages.around import restricted
from treatment_pages.models import BodyArea, Concern, TreatmentArticlePage, TreatmentCategory, TreatmentIndexPage

LISTED_TERMS = ((TreatmentCategory, "treatments"), (Concern, "treatments"), (BodyArea, "treatments"))


class PageSitemap(Sitemap):
    """The pages of the site in all its languages."""

    def items(self):
        return below(self.get_wagtail_site(), Page).defer_streamfields().order_by("path").specific()


class ListingSitemap(Sitemap):
    """The list of articles and the list of every term that has a treatment; one query a kind.

    A list changed last when one of its pages was published last.
    """

    def items(self) -> list[tuple[str, object]]:
        """Path and moment of each list."""
        indexes = below(self.get_wagtail_site(), TreatmentIndexPage)
        return [entry for index in indexes for entry in (*_articles(index), *_terms(index))]

    def _urls(self, page, protocol, domain):
        root_url = self.get_wagtail_site().root_url
        return [{"location": f"{root_url}{path}", "lastmod": moment} for path, moment in self.items()]


def below(site: Site, model: type[Page]):
    """The pages of one type that visitors can open, below the site's front page and its translations."""
    roots = site.root_page.get_translations(inclusive=True).values_list("path", flat=True)
    is_below = [Q(path__startswith=path) for path in roots]
    return model.objects.filter(reduce(or_, is_below)).live().public()


def _articles(index: TreatmentIndexPage):
    articles = TreatmentArticlePage.objects.child_of(index).live().public()
    changed = articles.aggregate(moment=Max("last_published_at"))["moment"]
    if changed:
        yield index.articles_url, changed


def _terms(index: TreatmentIndexPage):
    for model, pages in LISTED_TERMS:
        below = {f"{pages}__path__startswith": index.path, f"{pages}__live": True}
        used = model.objects.filter(~restricted(f"{pages}__path"), locale=index.locale_id, **below)
        for term in used.annotate(changed=Max(f"{pages}__last_published_at")).order_by("name"):
            yield index.term_url(term), term.changed


SITEMAPS = {"pages": PageSitemap, "listings": ListingSitemap}
