"""What a site keeps of the content checks; moderators may dismiss findings."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

GROUP = "Moderators"
CODENAME = "dismiss_finding"


def give_permission(apps, schema_editor):
    """To Wagtail's own group where it exists; Django makes the permission itself only after the last migration."""
    db = schema_editor.connection.alias
    content_types = apps.get_model("contenttypes", "ContentType").objects.using(db)
    permissions = apps.get_model("auth", "Permission").objects.using(db)
    content_type, _made = content_types.get_or_create(app_label="treatment_pages", model="findingdismissal")
    permission, _made = permissions.get_or_create(
        content_type=content_type,
        codename=CODENAME,
        defaults={"name": "Can dismiss findings of the content checks"},
    )
    for group in apps.get_model("auth", "Group").objects.using(db).filter(name=GROUP):
        group.permissions.add(permission)


def take_permission(apps, schema_editor):
    """Take back what was given; the permission belongs to its model."""
    db = schema_editor.connection.alias
    permissions = apps.get_model("auth", "Permission").objects.using(db)
    given = permissions.filter(content_type__app_label="treatment_pages", codename=CODENAME)
    for group in apps.get_model("auth", "Group").objects.using(db).filter(name=GROUP):
        group.permissions.remove(*given)


class Migration(migrations.Migration):
    dependencies = [
        ("treatment_pages", "0005_trigrams"),
        ("wagtailcore", "0098_apitoken"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PageCheck",
            fields=[
                (
                    "page",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="content_check",
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                        verbose_name="page",
                    ),
                ),
                ("profile", models.CharField(max_length=20)),
                ("checked_at", models.DateTimeField(verbose_name="checked")),
                ("is_blocked", models.BooleanField(default=False, verbose_name="may not be published")),
                ("unchecked_language", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "verbose_name": "page check",
                "verbose_name_plural": "page checks",
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="ComplianceSettings",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "profile",
                    models.CharField(
                        choices=[
                            ("base", "General"),
                            ("us", "United States"),
                            ("uk", "United Kingdom"),
                            ("au", "Australia"),
                            ("eu-de", "Germany"),
                            ("jp", "Japan"),
                        ],
                        default="base",
                        help_text="Where the clinic advertises. Published pages are checked again within the day.",
                        max_length=20,
                        verbose_name="profile",
                    ),
                ),
                (
                    "site",
                    models.OneToOneField(
                        editable=False, on_delete=django.db.models.deletion.CASCADE, to="wagtailcore.site"
                    ),
                ),
            ],
            options={
                "verbose_name": "content checks",
            },
        ),
        migrations.CreateModel(
            name="PageFinding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("rule", models.CharField(db_index=True, max_length=20, verbose_name="rule")),
                (
                    "severity",
                    models.CharField(
                        choices=[("error", "Error"), ("warning", "Warning"), ("info", "Hint")],
                        max_length=10,
                        verbose_name="severity",
                    ),
                ),
                ("rank", models.PositiveSmallIntegerField()),
                ("explanation", models.TextField(verbose_name="what was found")),
                ("fix", models.TextField(blank=True, verbose_name="what to do")),
                ("sentence", models.TextField(blank=True, verbose_name="sentence")),
                ("block_id", models.CharField(blank=True, max_length=64)),
                ("path", models.CharField(blank=True, max_length=200)),
                ("is_time_driven", models.BooleanField(default=False)),
                (
                    "check_of",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="findings",
                        to="treatment_pages.pagecheck",
                    ),
                ),
            ],
            options={
                "verbose_name": "finding",
                "verbose_name_plural": "findings",
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="FindingDismissal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("rule", models.CharField(max_length=20, verbose_name="rule")),
                ("fingerprint", models.CharField(max_length=64)),
                ("sentence", models.TextField(blank=True, verbose_name="sentence")),
                ("reason", models.CharField(max_length=500, verbose_name="reason")),
                ("dismissed_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="dismissed at")),
                (
                    "dismissed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dismissed by",
                    ),
                ),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="finding_dismissals",
                        to=settings.WAGTAIL_PAGE_MODEL,
                        verbose_name="page",
                    ),
                ),
            ],
            options={
                "verbose_name": "dismissed finding",
                "verbose_name_plural": "dismissed findings",
                "permissions": [("dismiss_finding", "Can dismiss findings of the content checks")],
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(fields=("page", "rule", "fingerprint"), name="one_dismissal_of_a_finding")
                ],
            },
        ),
        migrations.RunPython(give_permission, take_permission),
    ]
