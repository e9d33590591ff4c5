"""The views of a treatment index: each gives the context of its template."""

from django.http import Http404
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from treatment_pages.listing import sorting
from treatment_pages.listing.articles import newest_articles, tagged_with, visible_articles, visible_tags
from treatment_pages.listing.cards import with_pictures
from treatment_pages.listing.comparison import Comparison
from treatment_pages.listing.facets import MODELS
from treatment_pages.listing.feed import ArticleFeed
from treatment_pages.listing.pagination import paginate
from treatment_pages.listing.query import Query
from treatment_pages.listing.treatments import TreatmentList
from treatment_pages.models.article_page import ArticleTag
from treatment_pages.models.taxonomy import Term

ARTICLES_PAGE_SIZE = 12


def head(title: str, description: str, canonical: str, *, page: int = 1, robots: str = "") -> dict[str, str]:
    """What the head of the document says of a view; later pages of a list say which they are."""
    if page > 1:
        title = _("%(title)s, page %(number)s") % {"title": title, "number": page}
    return {"title": title, "description": description, "canonical": canonical, "robots": robots}


def treatments(index, request) -> dict:
    """All treatments, or those that the querystring asks for; one term alone is at home at its own address."""
    query = Query.read(request.GET)
    listing = TreatmentList(index, query)
    if listing.query.only_term:
        kind, slug = listing.query.only_term
        return _for_term(index, listing, MODELS[kind].objects.get(locale_id=index.locale_id, slug=slug))
    return _listing(index, listing) | {"seo": _head_of_list(index, listing)}


def treatments_for(index, request, kind: str, slug: str) -> dict:
    """The listing of one term; with more terms in the querystring it is a combination like any other."""
    try:
        term = MODELS[kind].objects.get(locale_id=index.locale_id, slug=slug)
    except MODELS[kind].DoesNotExist as error:
        raise Http404 from error
    listing = TreatmentList(index, Query.read(request.GET, (kind, slug)), term)
    if listing.query.only_term:
        return _for_term(index, listing, term)
    return _listing(index, listing) | {"seo": _head_of_list(index, listing)}


def _for_term(index, listing: TreatmentList, term: Term) -> dict:
    heading = (
        _("Treatments for %(name)s") % {"name": _in_a_sentence(term.name)} if term.kind == "concern" else term.name
    )
    description = term.description or _("%(heading)s: what they are, how long they take and what they cost.") % {
        "heading": heading
    }
    return _listing(index, listing) | {
        "term": term,
        "heading": heading,
        "introduction": term.description,
        "seo": head(heading, description, _canonical(listing), page=listing.pages.number),
    }


def _in_a_sentence(name: str) -> str:
    """“Acne scars” as “acne scars” where the language writes so; “PCOS” stays as it is."""
    is_english = (get_language() or "").startswith("en")
    return name[0].lower() + name[1:] if is_english and name[1:2].islower() else name


def _listing(index, listing: TreatmentList) -> dict:
    shown = [] if listing.query.is_filtered else newest_articles(index)
    with_pictures([*listing.cards, *shown])
    return {
        "heading": index.title,
        "introduction": index.introduction,
        "listing": listing,
        "treatments": listing.cards,
        "articles": shown,
        "sorts": sorting.choices(listing.query.words),
    }


def _head_of_list(index, listing: TreatmentList) -> dict:
    title = index.seo_title or index.title
    if listing.query.words:
        title = _("Search for “%(words)s” in %(title)s") % {"words": listing.query.words, "title": index.title}
    description = index.search_description or index.introduction
    robots = "noindex" if listing.query.words else ""
    return head(title, description, _canonical(listing), page=listing.pages.number, robots=robots)


def _canonical(listing: TreatmentList) -> str:
    """The order never counts; a combination of terms is the index itself, a search is itself."""
    number = str(listing.pages.number) if listing.pages.number > 1 else ""
    query = listing.query
    if query.words:
        return query.url(listing.base, sort="", page="")
    if query.is_filtered and not query.only_term:
        return listing.base
    return query.url(listing.base, sort="", page=number)


def comparison(index, request) -> dict:
    """Up to four treatments side by side."""
    compared = Comparison.read(index, request.GET.getlist("t"))
    robots = "noindex" if compared.treatments else ""
    description = _("Compare treatments by session time, number of sessions, recovery and price.")
    return {"comparison": compared, "seo": head(compared.title, description, index.compare_url, robots=robots)}


def articles(index, request, tag_slug: str = "") -> dict:
    """The articles, the newest first; those with one tag at the tag's own address."""
    tags = visible_tags(index)
    tag = next((tag for tag in tags if tag.slug == tag_slug), None)
    if tag_slug and tag is None:
        raise Http404
    found = tagged_with(index, tag) if tag else visible_articles(index)
    url = index.tag_url(tag) if tag else index.articles_url
    pages = paginate(found, request.GET.get("page", ""), ARTICLES_PAGE_SIZE, lambda number: _numbered(url, number))
    heading = _("Articles about %(tag)s") % {"tag": tag.name} if tag else _("Articles")
    description = _("%(heading)s by %(title)s: what helps, what does not, and what to ask.") % {
        "heading": heading,
        "title": index.title,
    }
    return {
        "heading": heading,
        "tag": tag,
        "tags": [(tag, index.tag_url(tag)) for tag in tags],
        "pages": pages,
        "articles": with_pictures(list(pages.page)),
        "seo": head(heading, description, _numbered(url, pages.number), page=pages.number),
    }


def _numbered(url: str, number: int) -> str:
    return f"{url}?page={number}" if number > 1 else url


def feed(index, request):
    """The newest articles as an Atom feed."""
    return ArticleFeed(index)(request)


def route_paths(index) -> list[str]:
    """The index's own address and those of its views, as far as they have something to show."""
    terms = [(kind, slug) for kind in MODELS for slug in _slugs(MODELS[kind].objects.filter(locale_id=index.locale_id))]
    below = ArticleTag.objects.filter(content_object__path__startswith=index.path)
    tags = below.values_list("tag__slug", flat=True).distinct()
    return [
        "/",
        *(f"/{index.reverse_subpage(name)}" for name in ("compare", "articles", "feed")),
        *(f"/{index.reverse_subpage('term', kwargs={'kind': kind, 'slug': slug})}" for kind, slug in terms),
        *(f"/{index.reverse_subpage('tag', kwargs={'slug': slug})}" for slug in tags),
    ]


def _slugs(terms) -> list[str]:
    return list(terms.values_list("slug", flat=True))
