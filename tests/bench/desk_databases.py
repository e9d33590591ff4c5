"""A database for each size of a desk, on the server of DATABASE_URL."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.db import connection
from wagtail.models import GroupSitePermission, Page, Site

from leads.models import SavedView
from tests import factories
from tests.bench.desk_rows import PAGES, Size, fill

PREFIX = "bench_desk_"
EMPTY = f"{PREFIX}empty"
OWNERS = 12
EVERYWHERE, ELSEWHERE = "desk", "branch"
"""The names of a user who sees the leads of both sites, and of one who sees those of the second site."""
VIEWS = {
    "new from the website": "queue=all&status=new&source=website",
    "mine by due date": "queue=mine&ordering=due",
    "on hold": "queue=open&status=on_hold&ordering=follow_up",
}
"""Saved views of both."""


def make_database(size: Size) -> str:
    """Make the filled database of a size, unless it is there from an earlier run; returns its name."""
    name = PREFIX + size.name
    if name in databases():
        return name
    if EMPTY not in databases():
        make_empty()
    on_server(f"CREATE DATABASE {name}_unfinished TEMPLATE {EMPTY}")
    switch_to(f"{name}_unfinished")
    owners = list(get_user_model().objects.order_by("pk").values_list("pk", flat=True))
    fill(size, sites=list(Site.objects.order_by("pk").values_list("pk", flat=True)), owners=owners)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    on_server(f"ALTER DATABASE {name}_unfinished RENAME TO {name}")
    return name


def make_empty() -> None:
    """A migrated database with the pages, sites and users that the others have too."""
    on_server(f"CREATE DATABASE {EMPTY}_unfinished")
    switch_to(f"{EMPTY}_unfinished")
    call_command("migrate", verbosity=0)
    make_content()
    on_server(f"ALTER DATABASE {EMPTY}_unfinished RENAME TO {EMPTY}")


def make_content() -> None:
    """Two sites with a clinic each, the pages that people wrote from, and the staff."""
    home = factories.HomePageFactory(parent=Page.get_first_root_node(), slug="clinic")
    main, _is_new = Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "testserver", "root_page": home}
    )
    branch = Site.objects.create(hostname="branch.example", root_page=home)
    form = factories.make_form()
    for site in (main, branch):
        factories.make_clinic(site, form)
    for number in range(PAGES):
        factories.InformationPageFactory(parent=home, title=f"Treatment {number}", slug=f"treatment-{number}")
    make_staff(branch)


def make_staff(branch: Site) -> None:
    """The two people whose requests are measured, who own the most leads, and the other owners."""
    permissions = ("leads.view_lead", "leads.change_lead", "leads.assign_lead", "leads.export_lead")
    everywhere = factories.make_user(*permissions, username=EVERYWHERE)
    of_branch = factories.make_user(username=ELSEWHERE)
    for number in range(OWNERS):
        factories.make_user("leads.view_lead", username=f"owner{number:02}", first_name=f"Owner {number:02}")
    group = Group.objects.create(name="Branch")
    for permission in Permission.objects.filter(content_type__app_label="leads", codename__endswith="_lead"):
        GroupSitePermission.objects.create(group=group, site=branch, permission=permission)
    of_branch.groups.add(group)
    for user in (everywhere, of_branch):
        for name, query in VIEWS.items():
            SavedView.objects.create(owner=user, name=name, query=query)


def switch_to(name: str) -> None:
    """Let everything that follows happen in another database."""
    connection.close()
    connection.settings_dict["NAME"] = name
    Site.clear_site_root_paths_cache()


def databases() -> set[str]:
    """The databases of the server."""
    return {name for (name,) in on_server("SELECT datname FROM pg_database")}


def on_server(sql: str) -> list[tuple]:
    """The rows of a statement that concerns the server."""
    switch_to(settings.DATABASES["default"].get("MAINTENANCE", "postgres"))
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall() if cursor.description else []


def drop_databases(*, keep: set[str] = frozenset()) -> None:
    """Remove all that this bench has made, but for those to `keep`."""
    for name in databases() - keep:
        if name.startswith(PREFIX):
            on_server(f"DROP DATABASE {name}")
