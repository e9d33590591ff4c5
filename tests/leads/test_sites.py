"""The site of a request is the one that Wagtail finds."""

import pytest
from wagtail.models import Page, Site

from leads.sites import site_for, site_to_route

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


def test_before_routing_it_comes_with_its_front_page_in_one_query(site, home_page, rf, django_assert_num_queries):
    request = rf.get("/")
    with django_assert_num_queries(1):
        assert site_to_route(request) == site
        front_page = Site.find_for_request(request).root_page.localized.specific
    assert (type(front_page), front_page.pk) == (type(home_page), home_page.pk)


def test_a_front_page_that_changed_is_another_one_for_the_next_request(site, home_page, rf):
    site_to_route(rf.get("/"))
    home_page.headline = "Seen by people who listen"
    home_page.save()
    assert site_to_route(rf.get("/")).root_page.headline == "Seen by people who listen"


def test_a_front_page_of_another_type_is_left_to_wagtail(site, rf):
    other = Page.get_first_root_node().add_child(instance=Page(title="Plain", slug="plain"))
    Site.objects.update(root_page=other)
    assert site_to_route(rf.get("/")).root_page == other
    assert site_to_route(rf.get("/")).root_page.specific == other


def test_no_site_is_none_before_routing_too(db, rf):
    Site.objects.all().delete()
    assert site_to_route(rf.get("/")) is None
