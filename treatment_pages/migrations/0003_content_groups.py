"""Editors and moderators, as Wagtail sets them up, may look after what treatment content draws on, and answer readers."""

from django.db import migrations

TERMS = ("treatmentcategory", "concern", "bodyarea")
LIBRARY = (*TERMS, "source", "imageconsent")
GROUPS = {
    "Moderators": {
        **dict.fromkeys(LIBRARY, ("add", "change", "delete", "view")),
        "readerquestion": ("change", "delete", "view"),
    },
    "Editors": {
        **dict.fromkeys((*TERMS, "source"), ("add", "change", "view")),
        "imageconsent": ("view",),
        "readerquestion": ("change", "view"),
    },
}
NAMES = {
    "treatmentcategory": "category",
    "concern": "concern",
    "bodyarea": "body area",
    "source": "source",
    "imageconsent": "image consent",
    "readerquestion": "reader question",
}


def give_permissions(apps, schema_editor):
    """To the groups that exist; the permissions themselves are made by Django only after the last migration."""
    db = schema_editor.connection.alias
    for group in apps.get_model("auth", "Group").objects.using(db).filter(name__in=GROUPS):
        wanted = GROUPS[group.name]
        group.permissions.add(
            *(find_permission(apps, db, model, action) for model, actions in wanted.items() for action in actions)
        )


def take_permissions(apps, schema_editor):
    """Take back what was given; the permissions belong to their models and stay."""
    db = schema_editor.connection.alias
    permissions = apps.get_model("auth", "Permission").objects.using(db)
    given = permissions.filter(content_type__app_label="treatment_pages", content_type__model__in=NAMES)
    for group in apps.get_model("auth", "Group").objects.using(db).filter(name__in=GROUPS):
        group.permissions.remove(*given)


def find_permission(apps, db, model, action):
    """The permission of that name, made when it is not there yet."""
    content_types = apps.get_model("contenttypes", "ContentType").objects.using(db)
    permissions = apps.get_model("auth", "Permission").objects.using(db)
    content_type, _made = content_types.get_or_create(app_label="treatment_pages", model=model)
    permission, _made = permissions.get_or_create(
        content_type=content_type,
        codename=f"{action}_{model}",
        defaults={"name": f"Can {action} {NAMES[model]}"},
    )
    return permission


class Migration(migrations.Migration):
    dependencies = [
        ("treatment_pages", "0002_complete_content"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0002_initial_data"),
    ]
    operations = [migrations.RunPython(give_permissions, take_permissions)]
