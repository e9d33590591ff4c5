"""Fills a site with treatment pages: some that were written, and copies of these which the database makes."""

import uuid

from django.db import connection
from wagtail.models import Page, Site

from tests import factories
from tests.bench.full_content import publish_full_page
from treatment_pages.models import TreatmentIndexPage, TreatmentPage

WRITTEN = 10
"""Pages that are written, each with other topics; so the smallest size is this one."""
TOPICS = {"categories": 2, "concerns": 3, "body_areas": 2}
FULL = "everything"


def write_pages() -> None:
    """An index with as many pages as are written, of which one is the fullest."""
    home = factories.HomePageFactory(parent=Page.get_first_root_node(), slug="clinic")
    factories.make_clinic(make_site(home), factories.make_form())
    index = factories.TreatmentIndexPageFactory(parent=home, title="Treatments", slug="treatments")
    topics = {
        "categories": [factories.TreatmentCategoryFactory() for _number in range(4)],
        "concerns": [factories.ConcernFactory() for _number in range(12)],
        "body_areas": [factories.BodyAreaFactory() for _number in range(6)],
    }
    pages = [publish_full_page(index, FULL)]
    pages += [factories.TreatmentPageFactory(parent=index, slug=f"written-{number}") for number in range(1, WRITTEN)]
    for number, page in enumerate(pages):
        for name, of_each in TOPICS.items():
            terms = topics[name]
            getattr(page, name).set([terms[(number + more) % len(terms)] for more in range(of_each)])
        page.save_revision().publish()


def make_site(home: Page) -> Site:
    """The default site, at the home page."""
    defaults = {"hostname": "testserver", "root_page": home}
    return Site.objects.update_or_create(is_default_site=True, defaults=defaults)[0]


def copy_pages(total: int) -> None:
    """Add copies of the written pages until the index has so many: the same words under addresses of their own."""
    index = TreatmentIndexPage.objects.get()
    written = list(TreatmentPage.objects.exclude(slug__startswith="copy-").exclude(slug=FULL).order_by("pk"))
    there = TreatmentPage.objects.count()
    next_id = Page.objects.order_by("-pk").values_list("pk", flat=True)[0] + 1
    copies = []
    for number in range(there, total):
        original, slug = written[number % len(written)], f"copy-{number}"
        path = Page._get_path(index.path, index.depth + 1, number + 1)
        row = (next_id + number - there, original.pk, path, slug, f"{index.url_path}{slug}/", str(uuid.uuid4()))
        copies.append((*row, f"Treatment {number}"))
    with connection.cursor() as cursor:
        insert_copies(cursor, copies)
        cursor.execute("UPDATE wagtailcore_page SET numchild = %s WHERE id = %s", [total, index.pk])
        cursor.execute("SELECT setval(pg_get_serial_sequence('wagtailcore_page', 'id'), max(id)) FROM wagtailcore_page")
        cursor.execute("VACUUM ANALYZE")


def insert_copies(cursor, copies: list[tuple]) -> None:
    """The rows of the page itself, of its type, and of its topics."""
    cursor.execute(
        "CREATE TEMPORARY TABLE copies "
        "(id int, original int, path text, slug text, url_path text, key uuid, title text)"
    )
    cursor.executemany("INSERT INTO copies VALUES (%s, %s, %s, %s, %s, %s, %s)", copies)
    replaced = {
        "id": "copies.id",
        "path": "copies.path",
        "slug": "copies.slug",
        "title": "copies.title",
        "draft_title": "copies.title",
        "url_path": "copies.url_path",
        "translation_key": "copies.key",
        "latest_revision_id": "NULL",
        "live_revision_id": "NULL",
    }
    copy_rows(cursor, "wagtailcore_page", "id", replaced)
    copy_rows(cursor, TreatmentPage._meta.db_table, "page_ptr_id", {"page_ptr_id": "copies.id"})
    for name in TOPICS:
        through = TreatmentPage._meta.get_field(name).remote_field.through._meta
        [column] = [field.column for field in through.fields if field.related_model is TreatmentPage]
        sequence = f"nextval(pg_get_serial_sequence('{through.db_table}', 'id'))"
        copy_rows(cursor, through.db_table, column, {"id": sequence, column: "copies.id"})
    cursor.execute("DROP TABLE copies")


def copy_rows(cursor, table: str, original: str, replaced: dict[str, str]) -> None:
    """Insert what belongs to the originals once more for each copy, with some columns replaced."""
    columns = [column.name for column in connection.introspection.get_table_description(cursor, table)]
    values = [replaced.get(column, f'source."{column}"') for column in columns]
    names = ", ".join(f'"{column}"' for column in columns)
    cursor.execute(
        f"INSERT INTO {table} ({names}) SELECT {', '.join(values)} "
        f'FROM copies JOIN {table} source ON source."{original}" = copies.original'
    )
