"""Finds the site of a request as Wagtail does, at a fraction of the price."""

from django.db.models import CharField, Q
from django.http import HttpRequest
from django.http.request import split_domain_port
from wagtail.models import Site

from leads.prepared import Parameter, Prepared

candidates = Prepared(
    lambda: Site.objects.order_by().filter(Q(hostname=Parameter("hostname", CharField())) | Q(is_default_site=True)),
    keeps_records=True,
)


def site_for(request: HttpRequest | None) -> Site | None:
    """What `Site.find_for_request` finds; kept where Wagtail keeps it, so that nobody looks for it again."""
    if request is None:
        return None
    if not hasattr(request, "_wagtail_site"):
        hostname = split_domain_port(request._get_raw_host())[0]
        request._wagtail_site = best_of(candidates.all(hostname=hostname), hostname, request.get_port())
    return request._wagtail_site


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
