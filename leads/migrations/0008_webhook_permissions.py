"""The people who answer for the desk may also decide which other systems are told."""

from django.db import migrations

GROUP = "Lead manager"
NAMES = {
    "add_webhookendpoint": "Can add webhook",
    "change_webhookendpoint": "Can change webhook",
    "delete_webhookendpoint": "Can delete webhook",
    "view_webhookendpoint": "Can view webhook",
}


def allow(apps, schema_editor):
    """Give the group the permissions, which Django itself makes only after the last migration."""
    db = schema_editor.connection.alias
    group = apps.get_model("auth", "Group").objects.using(db).filter(name=GROUP).first()
    content_types = apps.get_model("contenttypes", "ContentType").objects.using(db)
    content_type, made = content_types.get_or_create(app_label="leads", model="webhookendpoint")
    permissions = apps.get_model("auth", "Permission").objects.using(db)
    for codename, name in NAMES.items():
        permission, made = permissions.get_or_create(
            content_type=content_type, codename=codename, defaults={"name": name}
        )
        if group:
            group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("leads", "0007_contact_keys"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(allow, migrations.RunPython.noop)]
