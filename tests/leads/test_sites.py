"""The site of a request is the one that Wagtail finds."""

import pytest
from wagtail.models import Site

from leads.sites import site_for

ADDRESSES = [("one.example", "80"), ("one.example", "8080"), ("one.example", "81"), ("two.example", "443"), ("x", "80")]


@pytest.mark.parametrize("has_default", [True, False])
@pytest.mark.parametrize(("hostname", "port"), ADDRESSES)
def test_it_is_the_one_that_wagtail_finds(site, rf, hostname, port, has_default):
    Site.objects.filter(pk=site.pk).update(is_default_site=has_default)
    for host, host_port in [("one.example", 80), ("one.example", 8080), ("two.example", 80)]:
        Site.objects.create(hostname=host, port=host_port, root_page=site.root_page)

    def request():
        return rf.get("/", headers={"Host": f"{hostname}:{port}"}, SERVER_NAME=hostname, SERVER_PORT=port)

    assert site_for(request()) == Site.find_for_request(request())


def test_a_default_site_of_the_host_goes_before_other_ports(site, rf):
    Site.objects.create(hostname=site.hostname, port=8080, root_page=site.root_page)
    request = rf.get("/", headers={"Host": f"{site.hostname}:81"}, SERVER_PORT="81")
    assert site_for(request) == site


def test_it_is_looked_for_once_a_request(site, rf, django_assert_num_queries):
    request = rf.get("/")
    with django_assert_num_queries(1):
        assert site_for(request) == site_for(request) == Site.find_for_request(request)


def test_no_request_has_no_site(db):
    assert site_for(None) is None
