"""The demo: complete at the first load, untouched by the second, honest on every page."""

import re
from io import StringIO
from types import SimpleNamespace

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import override_settings
from django.utils.html import strip_tags
from wagtail.images import get_image_model
from wagtail.models import Page, Revision, Site

from cms.demo import images
from cms.models import HomePage
from leads.models import ClinicSettings, EnquiryForm, Lead
from treatment_pages.models import Source, TreatmentArticlePage, TreatmentPage

SEED_STATISTICS = (r"1 million", r"million", r"40 ?%|40 percent", r"85 ?%|85 percent", r"70 ?%|70 percent",
                   r"50 ?%|50 percent", r"30 ?%|30 percent", r"90 ?%|90 percent", r"24 hours")  # fmt: skip

pytestmark = pytest.mark.xdist_group("demo")


def load(*args) -> str:
    """What the command printed."""
    output = StringIO()
    call_command("load_demo", *args, stdout=output)
    return output.getvalue()


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker, tmp_path_factory):
    """The demo, loaded once for this module with small pictures; each test works in a savepoint above it."""
    var_dir = tmp_path_factory.mktemp("demo")
    places = override_settings(VAR_DIR=var_dir, MEDIA_ROOT=str(var_dir / "media"))
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch, places, transaction.atomic():
        patch.setattr(images, "SIZE", (160, 100))
        yield SimpleNamespace(output=load(), var_dir=var_dir)
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def demo_site(demo, db, settings, media_in_a_folder_of_its_own):
    """The demo's own folders, also while a test runs; the cache of site paths is of this site."""
    settings.VAR_DIR = demo.var_dir
    settings.MEDIA_ROOT = str(demo.var_dir / "media")
    Site.clear_site_root_paths_cache()


@pytest.fixture
def microneedling() -> TreatmentPage:
    return TreatmentPage.objects.get(slug="microneedling")


@pytest.fixture
def draft() -> TreatmentArticlePage:
    return TreatmentArticlePage.objects.get(slug="microneedling-explained")


def live_pages() -> list[Page]:
    return list(Page.objects.live().filter(depth__gt=1).specific().order_by("path"))


def blocks(page, kind: str) -> list:
    return [block.value for block in page.body if block.block_type == kind]


def claims_of(value) -> list:
    """Every claim below a block's value, wherever it stands."""
    if hasattr(value, "items") and "statement" in value:
        return [value]
    children = value.values() if hasattr(value, "values") else value if hasattr(value, "bound_blocks") else ()
    return [claim for child in children for claim in claims_of(child)]


def all_claims(page) -> list:
    return [claim for block in page.body for claim in claims_of(block.value)]


def visible_text(client, page) -> str:
    """The words between the tags, as one line."""
    return " ".join(strip_tags(client.get(page.get_url()).content.decode()).split())


def state_of_the_site() -> dict:
    """What an editor could notice a change of."""
    return {
        "pages": list(Page.objects.order_by("pk").values_list("pk", "title", "live", "latest_revision_id", "path")),
        "revisions": Revision.objects.count(),
        "pictures": get_image_model().objects.count(),
        "sources": Source.objects.count(),
        "forms": [(form.pk, form.versions.count()) for form in EnquiryForm.objects.all()],
        "clinic": list(ClinicSettings.objects.values_list("pk", "name", "phone")),
        "users": list(get_user_model().objects.order_by("pk").values_list("pk", "password")),
        "leads": Lead.objects.count(),
    }


def test_the_first_load_shows_logins_and_the_second_only_where_they_are_kept(demo):
    second = load()
    lines = (demo.var_dir / "demo-logins.txt").read_text().splitlines()[1:]
    for line in lines:
        username, password = line.split()[:2]
        assert get_user_model().objects.get(username=username).check_password(password)
        assert password in demo.output
        assert password not in second
    assert [line.split()[0] for line in lines] == ["editor", "reception", "admin"]
    assert str(demo.var_dir / "demo-logins.txt") in second


def test_only_the_owner_may_read_the_logins(demo):
    assert (demo.var_dir / "demo-logins.txt").stat().st_mode & 0o777 == 0o600


def test_a_second_load_changes_nothing():
    before = state_of_the_site()
    load()
    assert state_of_the_site() == before


def test_what_an_editor_changed_or_deleted_stays_so(microneedling):
    microneedling.title = "Needling, our way"
    microneedling.save_revision().publish()
    TreatmentPage.objects.get(slug="dermal-filler").delete()
    HomePage.objects.update(slug="another-slug")
    get_user_model().objects.filter(username="editor").delete()
    before = state_of_the_site()
    load()
    assert state_of_the_site() == before


def test_a_deleted_home_page_does_not_bring_the_demo_back():
    HomePage.objects.get().delete()
    load()
    assert not HomePage.objects.exists()


def test_the_demo_refuses_a_production_site(settings):
    settings.DEMO_SITE = False
    settings.DEBUG = False
    with pytest.raises(CommandError, match="production"):
        load()


def test_wagtails_welcome_page_has_made_room():
    site = Site.objects.get(is_default_site=True)
    assert site.root_page.specific == HomePage.objects.get()
    assert Page.objects.filter(depth=2).count() == 1


def test_every_published_page_opens(client):
    answers = {page.get_url(): client.get(page.get_url()).status_code for page in live_pages()}
    assert set(answers.values()) == {200}
    assert {"/", "/treatments/", "/treatments/microneedling/", "/about/", "/privacy/"} <= answers.keys()


def test_microneedling_carries_the_key_facts(microneedling):
    facts = microneedling.key_facts
    ranges = {name: (facts[name]["minimum"], facts[name]["maximum"])
              for name in ("session_minutes", "sessions", "spacing_weeks")}  # fmt: skip
    assert ranges == {"session_minutes": (30, 60), "sessions": (3, 6), "spacing_weeks": (4, 6)}
    assert facts["maintenance_per_year"] == 1
    assert "topical anaesthetic" in facts["anaesthesia"]
    assert all(word in facts["downtime"] for word in ("few days", "mild redness and swelling", "sunburn"))
    assert "several weeks" in facts["onset"]
    assert list(facts["areas"]) == ["Face", "Neck", "Abdomen", "Thighs"]
    assert facts["price"]["unit"]
    assert "Example price" in facts["price"]["conditions"]
    assert "Collagen induction therapy" in microneedling.alternate_names


def test_microneedling_names_its_five_benefits(microneedling):
    titles = [item["title"] for item in blocks(microneedling, "benefits")[0]["items"]]
    assert len(titles) == 5
    for word in ("texture", "scars", "ageing", "takes in more", "short recovery"):
        assert any(word in title.lower() for title in titles)


def test_microneedling_tells_what_happens_before_during_and_after(microneedling):
    steps = blocks(microneedling, "procedure")[0]["steps"]
    phases = {phase: " ".join(str(step["text"]) for step in steps if step["phase"] == phase)
              for phase in ("before", "during", "after")}  # fmt: skip
    assert all(word in phases["before"] for word in ("medical history", "skin type", "hope for"))
    assert all(word in phases["during"] for word in ("numbing cream", "punctures"))
    assert all(word in phases["after"] for word in ("Follow the instructions", "out of the sun", "mild", "moisturised"))


def test_microneedling_says_whom_it_suits_and_whom_not(microneedling):
    lists = blocks(microneedling, "suitability")[0]
    suits = [line.lower() for line in lists["suitable_for"]]
    assert len(suits) == 4
    for word in ("acne", "lines and wrinkles", "tone or texture", "recovery"):
        assert any(word in line for line in suits)
    assert lists["ask_first"]
    assert lists["not_suitable_for"]


def test_the_published_page_has_none_of_the_unsourced_statistics(client, microneedling):
    text = visible_text(client, microneedling)
    assert [pattern for pattern in SEED_STATISTICS if re.search(pattern, text, re.IGNORECASE)] == []


def test_the_draft_holds_six_claims_without_source(draft):
    claims = all_claims(draft)
    assert [claim["source"] for claim in claims] == [None] * 6
    figures = " ".join(f"{claim['statement']} {claim['value']} {claim['unit']}" for claim in claims)
    assert all(figure in figures for figure in ("1 million", "40 percent", "85 percent", "70 percent", "50 percent",
                                                "30 percent", "90 percent", "24 hours"))  # fmt: skip


def test_the_draft_has_the_shape_of_the_article_genre(draft):
    assert draft.introduction
    assert len(blocks(draft, "benefits")[0]["items"]) == 5
    assert [step["phase"] for step in blocks(draft, "procedure")[0]["steps"]] == ["before", "during", "after"]
    assert len(blocks(draft, "suitability")[0]["suitable_for"]) == 4
    assert draft.treatment.slug == "microneedling"


def test_visitors_do_not_see_the_draft(client, draft):
    assert not draft.live
    assert draft.latest_revision is not None
    assert client.get("/treatments/microneedling-explained/").status_code == 404
    assert draft.title not in client.get("/treatments/").content.decode()


def test_every_published_claim_has_a_source_with_an_address():
    pages = [*TreatmentPage.objects.live(), *TreatmentArticlePage.objects.live()]
    claims = [claim for page in pages for claim in all_claims(page)]
    assert len(claims) > 20
    assert [claim["statement"] for claim in claims if claim["source"] is None] == []
    assert {claim["source"].link[:8] for claim in claims} == {"https://"}


@pytest.mark.parametrize(
    "slug",
    ["microneedling", "chemical-peel", "ipl-photofacial", "hydrating-facial", "led-light-therapy",
     "dermal-filler", "laser-hair-removal"],
)  # fmt: skip
def test_a_treatment_page_tells_the_whole_story(slug):
    page = TreatmentPage.objects.get(slug=slug)
    kinds = {block.block_type for block in page.body}
    assert {"key_facts", "section", "how_it_works", "benefits", "procedure", "suitability", "risks", "faq",
            "call_to_action", "sources"} <= kinds  # fmt: skip
    risks, suitability = blocks(page, "risks")[0], blocks(page, "suitability")[0]
    assert all(risks[name] for name in ("common", "uncommon", "serious"))
    assert all(suitability[name] for name in ("suitable_for", "ask_first", "not_suitable_for"))
    assert 3 <= len(blocks(page, "faq")[0]["items"]) <= 6
    assert any("get help" in value["heading"] for value in blocks(page, "section"))
    assert page.body.stream_block.clean(page.body)
    assert 120 <= len(page.search_description) <= 155
    assert "Example price" in page.key_facts["price"]["conditions"]


def test_every_picture_is_described(client):
    assert [image.title for image in get_image_model().objects.all() if not image.description] == []
    for page in live_pages():
        html = client.get(page.get_url()).content.decode()
        assert [tag for tag in re.findall(r"<img\b[^>]*>", html) if "alt=" not in tag] == []


def test_no_page_advertises_a_prescription_medicine_or_promises(client):
    forbidden = re.compile(r"botox|botulinum|rejuvenat|youthful|painless|guaranteed", re.IGNORECASE)
    found = {page.slug: forbidden.findall(visible_text(client, page)) for page in live_pages()}
    assert {slug: words for slug, words in found.items() if words} == {}


def test_the_clinic_is_ready_for_enquiries():
    clinic = ClinicSettings.for_site(Site.objects.get(is_default_site=True))
    assert clinic.default_form.slug == "consultation"
    assert clinic.privacy_page.slug == "privacy"
    assert "999" in clinic.emergency_text
    assert clinic.opening_hours.count() == 6
    assert clinic.closed_days.filter(date="2026-12-25").exists()
    definition = clinic.default_form.current_version.definition
    assert [question["type"] for question in definition["questions"]] == ["several_choices", "yes_no", "long_text"]
    assert [(item["kind"], item["is_required"]) for item in definition["statements"]] == [
        ("notice", False),
        ("consent", False),
    ]


def test_the_editor_knows_nothing_of_leads_and_reception_nothing_of_pages():
    editor = get_user_model().objects.get(username="editor")
    reception = get_user_model().objects.get(username="reception")
    page = TreatmentPage.objects.get(slug="microneedling")
    assert page.permissions_for_user(editor).can_publish()
    assert not editor.has_perm("leads.view_lead")
    assert reception.has_perm("leads.change_lead")
    assert reception.has_perm("wagtailadmin.access_admin")
    assert not page.permissions_for_user(reception).can_edit()
