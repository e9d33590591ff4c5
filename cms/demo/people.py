"""The people who may log in to the demo, with random passwords kept beside the database."""

import secrets
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission, Page

LOGINS = (
    ("editor", "Nora", "Lindqvist", "writes and publishes pages"),
    ("reception", "Asha", "Patel", "works the leads"),
    ("admin", "Miriam", "Wren", "may do everything"),
)
"""User name, first name, last name, what for."""

EDITOR_ACTIONS = {
    **dict.fromkeys(("treatmentcategory", "concern", "bodyarea", "source"), ("add", "change", "delete", "view")),
    "imageconsent": ("add", "change", "view"),
    "readerquestion": ("change", "delete", "view"),
}
EDITOR_PERMISSIONS = (
    *(f"treatment_pages.{action}_{record}" for record, actions in EDITOR_ACTIONS.items() for action in actions),
    "wagtailadmin.access_admin",
)
PAGE_PERMISSIONS = ("add_page", "change_page", "publish_page")


def logins_file() -> Path:
    """Where the demo's passwords are kept; readable by its owner only."""
    return Path(settings.VAR_DIR) / "demo-logins.txt"


def load_people(home: Page) -> list[tuple[str, str, str]]:
    """Make the users that are not there yet; (user name, password, what for) of each one made."""
    groups = {"editor": editors(home), "reception": Group.objects.get(name="Lead desk")}
    made = []
    for username, first_name, last_name, purpose in LOGINS:
        if get_user_model().objects.filter(username=username).exists():
            continue
        password = secrets.token_urlsafe(12)
        user = get_user_model().objects.create_user(
            username,
            f"{username}@wrenandrowe.example",
            password,
            first_name=first_name,
            last_name=last_name,
            is_superuser=username == "admin",
            is_staff=username == "admin",
        )
        user.groups.set([groups[username]] if username in groups else [])
        made.append((username, password, purpose))
    return made


def keep_logins(logins: list[tuple[str, str, str]]) -> None:
    """Write the passwords to `logins_file()`, which only its owner may read."""
    path = logins_file()
    path.touch(mode=0o600)
    path.chmod(0o600)
    lines = [f"{username:<10} {password:<18} {purpose}" for username, password, purpose in logins]
    path.write_text("\n".join([f"Log in at {settings.WAGTAILADMIN_BASE_URL}/admin/", *lines, ""]))


def editors(home: Page) -> Group:
    """The group that writes and publishes the site's pages, keeps what they refer to and answers readers."""
    group, _is_new = Group.objects.get_or_create(name="Editors")
    for codename in PAGE_PERMISSIONS:
        GroupPagePermission.objects.get_or_create(
            group=group,
            page=home,
            permission=Permission.objects.get(content_type__app_label="wagtailcore", codename=codename),
        )
    pairs = (name.split(".") for name in EDITOR_PERMISSIONS)
    group.permissions.add(
        *(Permission.objects.get(content_type__app_label=app, codename=codename) for app, codename in pairs)
    )
    return group
