"""Two groups that most clinics need: the people who answer, and the people who answer for them."""

from django.db import migrations

DESK = (
    ("wagtailadmin", "admin", "access_admin"),
    ("leads", "lead", "view_lead"),
    ("leads", "lead", "change_lead"),
    ("leads", "lead", "assign_lead"),
)
MANAGER = (
    *DESK,
    ("leads", "lead", "export_lead"),
    ("leads", "lead", "erase_lead"),
    ("leads", "lead", "view_sensitive_answers"),
    ("leads", "enquiryform", "add_enquiryform"),
    ("leads", "enquiryform", "change_enquiryform"),
    ("leads", "enquiryform", "view_enquiryform"),
    ("leads", "clinicsettings", "change_clinicsettings"),
)
GROUPS = {"Lead desk": DESK, "Lead manager": MANAGER}

NAMES = {
    "access_admin": "Can access Wagtail admin",
    "view_lead": "Can view lead",
    "change_lead": "Can change lead",
    "assign_lead": "Can assign leads",
    "export_lead": "Can export leads",
    "erase_lead": "Can erase leads",
    "view_sensitive_answers": "Can view sensitive answers",
    "add_enquiryform": "Can add enquiry form",
    "change_enquiryform": "Can change enquiry form",
    "view_enquiryform": "Can view enquiry form",
    "change_clinicsettings": "Can change clinic",
}


def make_groups(apps, schema_editor):
    """Make the groups with their permissions, which Django itself makes only after the last migration."""
    db = schema_editor.connection.alias
    group_model = apps.get_model("auth", "Group")
    for name, wanted in GROUPS.items():
        group, created = group_model.objects.using(db).get_or_create(name=name)
        group.permissions.add(*(find_permission(apps, db, *which) for which in wanted))


def find_permission(apps, db, app_label, model, codename):
    """The permission of that name, made when it is not there yet."""
    content_types = apps.get_model("contenttypes", "ContentType").objects.using(db)
    permissions = apps.get_model("auth", "Permission").objects.using(db)
    content_type, made = content_types.get_or_create(app_label=app_label, model=model)
    permission, made = permissions.get_or_create(
        content_type=content_type, codename=codename, defaults={"name": NAMES[codename]}
    )
    return permission


def remove_groups(apps, schema_editor):
    """Take the groups away; the permissions belong to their models and stay."""
    groups = apps.get_model("auth", "Group").objects.using(schema_editor.connection.alias)
    groups.filter(name__in=GROUPS).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("leads", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
    ]
    operations = [migrations.RunPython(make_groups, remove_groups)]
