"""robots.txt: what crawlers need not read, and where the sitemap is."""


def test_crawlers_learn_where_the_sitemap_is(client, home_page):
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert "Sitemap: http://testserver/sitemap.xml\n" in response.content.decode()


def test_what_is_for_staff_or_one_visitor_is_left_out_in_every_language(client, home_page):
    lines = client.get("/robots.txt").content.decode().splitlines()
    for path in ("/admin/", "/enquiries/thanks/", "/de/enquiries/thanks/"):
        assert f"Disallow: {path}" in lines
    assert "Disallow: /" not in lines


def test_a_host_that_wagtail_does_not_know_is_answered_too(client, db):
    response = client.get("/robots.txt", headers={"host": "unknown.example"})
    assert response.status_code == 200
    assert "Sitemap:" in response.content.decode()


def test_it_is_read_only(client, home_page):
    assert client.post("/robots.txt").status_code == 405
