"""Every change of what visitors see shows with the next request; what they do not see changes nothing."""

from dataclasses import dataclass
from datetime import date, time, timedelta

import pytest
from django.db import connection
from django.utils import timezone
from taggit.models import Tag
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Locale, Page, PageViewRestriction, Site

from leads.models import ClosedDay, ConsentStatement, EnquiryQuestion, OpeningHours, QuestionType
from leads.page_cache import generation
from leads.page_cache.changes import content_changed
from leads.page_cache.generation import number_of, read_totals
from tests import factories
from tests.treatment_pages.test_admin import form_data, section, streamfield
from treatment_pages.models import QuestionStatus, ReaderQuestion


@dataclass
class Content:
    """The site's content as a change finds it."""

    home: Page
    index: Page
    page: Page
    article: Page
    practitioner: Page
    site: Site
    clinic: object
    form: object


@pytest.fixture
def content(home_page, treatment_index, page, clinic, enquiry_form, site):
    picture = get_image_model().objects.create(title="Picture", file=get_test_image_file())
    page.hero_image = picture
    page.save()
    concern = factories.ConcernFactory(name="Scars", slug="scars")
    page.concerns.add(concern)
    article = factories.TreatmentArticlePageFactory(parent=treatment_index, title="An article", slug="an-article")
    practitioner = factories.PractitionerPageFactory(parent=treatment_index)
    Redirect.objects.create(old_path="/old", redirect_link="/new")
    get_document_model().objects.create(title="Leaflet", file="leaflet.pdf")
    factories.ImageConsentFactory(reference="C-1")
    factories.SourceFactory()
    Tag.objects.create(name="Care", slug="care")
    ReaderQuestion.objects.create(page=article, text="Does it hurt?", answer="<p>No.</p>", status=QuestionStatus.HELD)
    OpeningHours.objects.create(clinic=clinic, weekday=0, opens=time(9), closes=time(17))
    return Content(home_page, treatment_index, page, article, practitioner, site, clinic, enquiry_form)


def saved(instance, **values) -> None:
    for name, value in values.items():
        setattr(instance, name, value)
    instance.save()


def published(page, **values) -> None:
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision().publish()


def first(model):
    return model.objects.order_by("pk").first()


def answer_question(content):
    question = first(ReaderQuestion)
    question.write_answer("<p>Hardly.</p>", by=None)
    question.publish()


def take_back(content):
    answer_question(content)
    first(ReaderQuestion).take_back()


def scheduled(content):
    content.page.go_live_at = timezone.now() - timedelta(minutes=1)
    content.page.save_revision(approved_go_live_at=content.page.go_live_at)
    from django.core.management import call_command

    call_command("publish_scheduled", verbosity=0)


def copied(content):
    content.page.copy(to=content.index, update_attrs={"slug": "a-copy"}, keep_live=True)


def moved(content):
    content.article.move(content.home, "last-child")


def restricted(content):
    PageViewRestriction.objects.create(page=content.page, restriction_type="password", password="open sesame")


def opened(content):
    restricted(content)
    PageViewRestriction.objects.get().delete()


def asks_more(content):
    content.form.questions = [EnquiryQuestion(label="Where?", type=QuestionType.SHORT_TEXT, sort_order=0)]
    content.form.save()


def states_more(content):
    content.form.consent_statements = [ConsentStatement(purpose="news", text="News, please.", sort_order=0)]
    content.form.save()


CHANGES = {
    "publish": lambda c: published(c.page, summary="Said anew."),
    "publish another page": lambda c: published(c.article, summary="Said anew."),
    "publish by schedule": scheduled,
    "publish a practitioner": lambda c: published(c.practitioner, summary="Treats well."),
    "unpublish": lambda c: c.page.unpublish(),
    "new page": lambda c: factories.TreatmentPageFactory(parent=c.index, title="Another"),
    "copy": copied,
    "move": moved,
    "delete": lambda c: c.article.delete(),
    "slug": lambda c: published(c.page, slug="needling"),
    "save by code": lambda c: saved(c.page, summary="Said anew."),
    "password": restricted,
    "password taken away": opened,
    "concern": lambda c: saved(c.page.concerns.get(), name="Old scars"),
    "concern deleted": lambda c: c.page.concerns.get().delete(),
    "category": lambda c: factories.TreatmentCategoryFactory(),
    "area": lambda c: factories.BodyAreaFactory(),
    "tag": lambda c: saved(first(Tag), name="Home care"),
    "source": lambda c: saved(factories.SourceFactory(), title="A new title"),
    "image consent": lambda c: saved(factories.ImageConsentFactory(), withdrawn_on=date(2026, 2, 1)),
    "clinic": lambda c: saved(c.clinic, phone="020 7946 0999"),
    "opening hours": lambda c: saved(OpeningHours.objects.get(), closes=time(18)),
    "opening hours with the clinic": lambda c: saved(c.clinic, opening_hours=[]),
    "holiday": lambda c: ClosedDay.objects.create(clinic=c.clinic, date=date(2030, 12, 25)),
    "form": lambda c: saved(c.form, heading="Write to us"),
    "question of the form": asks_more,
    "consent text": states_more,
    "form archived": lambda c: saved(c.form, is_archived=True),
    "picture": lambda c: saved(c.page.hero_image, title="Another title"),
    "focal point": lambda c: saved(c.page.hero_image, focal_point_x=5, focal_point_y=5),
    "picture deleted": lambda c: c.page.hero_image.delete(),
    "document": lambda c: saved(first(get_document_model()), title="A leaflet"),
    "redirect": lambda c: saved(Redirect.objects.get(old_path="/old"), redirect_link="/newer"),
    "site": lambda c: saved(c.site, site_name="Another name"),
    "locale": lambda c: Locale.objects.create(language_code="de"),
    "answered question": answer_question,
    "answer taken back": take_back,
    "told by the host": lambda c: content_changed(),
    "told of one site": lambda c: content_changed(c.site),
}


@pytest.fixture(params=["local memory", "Redis"])
def committed(request):
    """Makes a change and does what its commit would, with pages kept in either cache."""
    if request.param == "Redis":
        request.getfixturevalue("shared_cache")

    def commit(change, *arguments) -> None:
        change(*arguments)
        assert any(entry[1] is generation.publish for entry in connection.run_on_commit)
        generation.publish()

    return commit


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_shows_with_the_next_request(client, committed, content, renders, change):
    addresses = [content.page.url, content.index.url]
    for _time in range(2):
        for address in addresses:
            client.get(address)
    renders.clear()
    committed(change, content)
    for address in addresses:
        shown = client.get(address)
        assert not is_as_before(renders, address, shown)


def is_as_before(renders, address, response) -> bool:
    """Whether the page is there and was not rendered."""
    return response.status_code == 200 and address not in renders


def seen(client, content) -> str:
    return client.get(content.page.url).content.decode()


def test_what_was_published_is_read(client, content):
    seen(client, content)
    published(content.page, summary="Said anew.")
    assert "Said anew." in seen(client, content)


def test_what_was_unpublished_is_gone(client, content):
    seen(client, content)
    content.page.unpublish()
    assert client.get(content.page.url).status_code == 404


def test_what_was_closed_is_closed(client, content):
    seen(client, content)
    restricted(content)
    assert "Words." not in seen(client, content)
    PageViewRestriction.objects.get().delete()
    assert "Words." in seen(client, content)


def test_what_was_closed_above_is_closed(client, content):
    seen(client, content)
    PageViewRestriction.objects.create(page=content.index, restriction_type="password", password="open sesame")
    assert "Words." not in seen(client, content)


def number(content) -> int:
    return number_of(read_totals(), content.site.pk)


UNSEEN = {
    "draft": lambda c: c.page.save_revision(),
    "draft of an unpublished page": lambda c: factories.TreatmentPageFactory(parent=c.index, live=False).save(),
    "enquiry": lambda c: factories.EnquiryFactory(),
    "question that arrives": lambda c: ReaderQuestion.objects.create(page=c.article, text="And you?", dedupe_key="2"),
    "file size": lambda c: c.page.hero_image.save(update_fields=["file_size"]),
}


@pytest.mark.parametrize("change", UNSEEN.values(), ids=UNSEEN)
def test_what_no_visitor_sees_changes_nothing(content, change):
    before = number(content)
    change(content)
    assert number(content) == before


def test_the_editors_autosave_changes_nothing(client, content, admin_user):
    client.force_login(admin_user)
    before = number(content)
    data = form_data(title="Only a draft", slug="microneedling", body=streamfield([section("What it is", "Other.")]))
    edit = f"/admin/pages/{content.page.pk}/edit/"
    assert client.post(edit, data, headers={"accept": "application/json"}).json()["success"]
    assert Page.objects.get(pk=content.page.pk).get_latest_revision_as_object().title == "Only a draft"
    assert number(content) == before


def test_a_publishing_counts_once_so_that_pages_are_rendered_once_for_it(content):
    before = number(content)
    published(content.page, summary="Said anew.")
    assert number(content) == before + 1


def test_a_publishing_counts_for_its_aliases_too(content, other_site):
    content.page.create_alias(parent=other_site.root_page, update_slug="alias")
    before = number_of(read_totals(), other_site.pk)
    published(content.page, summary="Said anew.")
    assert number_of(read_totals(), other_site.pk) > before


@pytest.fixture
def other_site(root_page, home_page, clinic):
    home = factories.HomePageFactory(parent=root_page, slug="elsewhere", title="Elsewhere")
    site = Site.objects.create(hostname="elsewhere.example", root_page=home)
    factories.make_clinic(site)
    return site


def test_a_page_of_one_site_leaves_the_others_pages(client, content, other_site, renders):
    client.get("/", HTTP_HOST="elsewhere.example")
    seen(client, content)
    published(content.page)
    renders.clear()
    client.get("/", HTTP_HOST="elsewhere.example")
    assert renders == []
    seen(client, content)
    assert len(renders) == 1


def test_a_setting_of_one_site_leaves_the_others_pages(client, content, other_site, renders):
    client.get("/", HTTP_HOST="elsewhere.example")
    saved(content.clinic, phone="1")
    renders.clear()
    client.get("/", HTTP_HOST="elsewhere.example")
    assert renders == []


def test_two_sites_never_share_a_page(client, content, other_site):
    one, other = client.get("/"), client.get("/", HTTP_HOST="elsewhere.example")
    again, other_again = client.get("/"), client.get("/", HTTP_HOST="elsewhere.example")
    assert one.content == again.content != other.content == other_again.content


def test_a_page_named_on_another_site_changes_there_too(content, other_site):
    content.page.refresh_from_db()
    body = f'<p><a linktype="page" id="{content.page.pk}">there</a></p>'
    factories.InformationPageFactory(parent=other_site.root_page, title="Links", slug="links", body=body)
    before = number_of(read_totals(), other_site.pk)
    published(content.page, slug="elsewhere-named")
    assert number_of(read_totals(), other_site.pk) > before


def test_two_languages_never_share_a_page(client, content):
    german = Locale.objects.create(language_code="de")
    home = content.home.copy_for_translation(german)
    home.title = home.headline = "Startseite"
    home.slug = "start"
    home.save_revision().publish()
    for _time in range(2):
        for accepted in ("de", "en"):
            assert "Startseite" not in client.get("/", headers={"accept-language": accepted}).content.decode()
            assert "Startseite" in client.get("/de/", headers={"accept-language": accepted}).content.decode()


def test_a_site_with_all_its_settings_can_be_deleted(content, other_site):
    OpeningHours.objects.create(clinic=other_site.clinicsettings, weekday=0, opens=time(9), closes=time(17))
    before = number(content)
    other_site.delete()
    connection.check_constraints()
    assert number(content) > before


def test_the_front_page_of_a_site_can_be_deleted_with_the_site(content, other_site):
    PageViewRestriction.objects.create(page=other_site.root_page, restriction_type="login")
    Page.objects.get(pk=other_site.root_page.pk).delete()
    connection.check_constraints()
    assert not Site.objects.filter(pk=other_site.pk).exists()
