"""The desk may add leads by hand; who answers for it also writes the texts that replies begin with."""

from django.db import migrations

GROUPS = {
    "Lead desk": (("lead", "add_lead", "Can add lead"),),
    "Lead manager": (
        ("lead", "add_lead", "Can add lead"),
        ("replytemplate", "add_replytemplate", "Can add reply template"),
        ("replytemplate", "change_replytemplate", "Can change reply template"),
        ("replytemplate", "delete_replytemplate", "Can delete reply template"),
        ("replytemplate", "view_replytemplate", "Can view reply template"),
    ),
}


def allow(apps, schema_editor):
    """Give the groups the permissions, which Django itself makes only after the last migration."""
    db = schema_editor.connection.alias
    groups = apps.get_model("auth", "Group").objects.using(db)
    content_types = apps.get_model("contenttypes", "ContentType").objects.using(db)
    permissions = apps.get_model("auth", "Permission").objects.using(db)
    for group in groups.filter(name__in=GROUPS):
        for model, codename, name in GROUPS[group.name]:
            content_type, made = content_types.get_or_create(app_label="leads", model=model)
            permission, made = permissions.get_or_create(
                content_type=content_type, codename=codename, defaults={"name": name}
            )
            group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("leads", "0009_lead_desk"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(allow, migrations.RunPython.noop)]
