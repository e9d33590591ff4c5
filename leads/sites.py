"""Finds the site of a request as Wagtail does, at a fraction of the price."""

from django.db.models import CharField, Q, QuerySet
from django.http import HttpRequest
from django.http.request import split_domain_port
from wagtail.models import Page, Site, get_page_models

from leads.joined import joined_specific, relations_of
from leads.prepared import Parameter, Prepared


def candidates() -> QuerySet[Site]:
    """The sites of a host, and the one for all other hosts."""
    return Site.objects.order_by().filter(Q(hostname=Parameter("hostname", CharField())) | Q(is_default_site=True))


def candidates_with_front_page() -> QuerySet[Site]:
    """The same with their front pages, read with the rows of all types that may stand there."""
    below_root = [model for model in get_page_models() if Page in model.allowed_parent_page_models()]
    return candidates().select_related("root_page", *(f"root_page__{name}" for name in relations_of(below_root)))


alone = Prepared(candidates, keeps_records=True)
with_front_page = Prepared(candidates_with_front_page, keeps_records=True)


def site_for(request: HttpRequest | None) -> Site | None:
    """What `Site.find_for_request` finds; kept where Wagtail keeps it, so that nobody looks for it again."""
    if request is None:
        return None
    if not hasattr(request, "_wagtail_site"):
        request._wagtail_site = found(alone, request)
    return request._wagtail_site


def site_to_route(request: HttpRequest) -> Site | None:
    """The same before its pages are routed: its front page is known as its own type, where that has `read_with`."""
    if not hasattr(request, "_wagtail_site"):
        request._wagtail_site = site = found(with_front_page, request)
        if site:
            site.root_page = joined_specific(site.root_page) or site.root_page
    return request._wagtail_site


def found(sites: Prepared, request: HttpRequest) -> Site | None:
    """The site for the host and the port of a request."""
    hostname = split_domain_port(request._get_raw_host())[0]
    return best_of(sites.all(hostname=hostname), hostname, request.get_port())


def best_of(sites: list[Site], hostname: str, port: str) -> Site | None:
    """The site of host and port, or the default site of the host, or the only one of the host, or the default site."""
    default = next((site for site in sites if site.is_default_site), None)
    of_host = [site for site in sites if site.hostname == hostname]
    exact = next((site for site in of_host if str(site.port) == port), None)
    if exact:
        return exact
    if default in of_host or len(of_host) != 1:
        return default
    return of_host[0]
