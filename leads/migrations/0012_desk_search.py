"""Indexes for a desk with a long history: no list, filter or search reads all leads.

Parts of words and of numbers are found in two columns with an index of trigrams. They are PostgreSQL's own work
and no fields of the model: nothing else reads them, and nothing can forget to write them.
"""

import logging

import django.db.models.deletion
from django.conf import settings
from django.db import DatabaseError, migrations, models, transaction

logger = logging.getLogger("leads")

ADD_COLUMNS = """
ALTER TABLE leads_lead
    ADD COLUMN search_words text GENERATED ALWAYS AS (
        UPPER(name || CHR(10) || email || CHR(10) || subject)
    ) STORED,
    ADD COLUMN search_digits text GENERATED ALWAYS AS (
        TRANSLATE(phone, ' -().+/', '') || CHR(10) || phone_e164
    ) STORED
"""
DROP_COLUMNS = "ALTER TABLE leads_lead DROP COLUMN search_words, DROP COLUMN search_digits"
INDEX = "CREATE INDEX leads_lead_search ON leads_lead USING gin (search_words gin_trgm_ops, search_digits gin_trgm_ops)"


def add_columns(apps, schema_editor):
    """Without the permission to create pg_trgm a search finds the same, but has to read all leads."""
    if schema_editor.connection.vendor != "postgresql":
        return
    schema_editor.execute(ADD_COLUMNS)
    try:
        with transaction.atomic(using=schema_editor.connection.alias):
            schema_editor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
            schema_editor.execute(INDEX)
    except DatabaseError as error:
        logger.warning("The extension pg_trgm could not be created, so searches of many leads are slow: %s", error)
    schema_editor.execute("ANALYZE leads_lead")


def drop_columns(apps, schema_editor):
    """The index goes with its columns."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(DROP_COLUMNS)


class Migration(migrations.Migration):
    dependencies = [
        ("leads", "0011_response_clock"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="lead",
            name="email_key",
            field=models.CharField(blank=True, editable=False, max_length=254),
        ),
        migrations.AlterField(
            model_name="lead",
            name="owner",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="owned_leads",
                to=settings.AUTH_USER_MODEL,
                verbose_name="owner",
            ),
        ),
        migrations.AlterField(
            model_name="lead",
            name="phone_e164",
            field=models.CharField(blank=True, editable=False, max_length=20),
        ),
        migrations.AlterField(
            model_name="lead",
            name="site",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="wagtailcore.site",
            ),
        ),
        migrations.AddIndex(
            model_name="lead",
            index=models.Index(fields=["site", "-last_enquiry_at"], name="leads_lead_site_received"),
        ),
        migrations.AddIndex(
            model_name="lead",
            index=models.Index(fields=["subject", "-last_enquiry_at"], name="leads_lead_subject_received"),
        ),
        migrations.AddIndex(
            model_name="lead",
            index=models.Index(fields=["page_title", "-last_enquiry_at"], name="leads_lead_page_received"),
        ),
        migrations.AddIndex(
            model_name="lead",
            index=models.Index(
                condition=models.Q(("source", "website"), _negated=True),
                fields=["source", "-last_enquiry_at"],
                name="leads_lead_source_received",
            ),
        ),
        migrations.AddIndex(
            model_name="lead",
            index=models.Index(
                condition=models.Q(("status__in", ("converted", "lost")), _negated=True),
                fields=["-last_enquiry_at", "-id", "site"],
                name="leads_lead_open",
            ),
        ),
        migrations.AddIndex(
            model_name="lead",
            index=models.Index(
                condition=models.Q(("is_unread", True)),
                fields=["-last_enquiry_at", "-id", "site"],
                name="leads_lead_unread",
            ),
        ),
        migrations.AddIndex(
            model_name="lead",
            index=models.Index(fields=["email_key"], name="leads_lead_by_email"),
        ),
        migrations.AddIndex(
            model_name="lead",
            index=models.Index(fields=["phone_e164"], name="leads_lead_by_phone"),
        ),
        migrations.RemoveIndex(model_name="lead", name="leads_lead_status_received"),
        migrations.AddIndex(
            model_name="lead",
            index=models.Index(fields=["status", "-last_enquiry_at", "site"], name="leads_lead_status_received"),
        ),
        migrations.RemoveIndex(model_name="lead", name="leads_lead_reply_due"),
        migrations.AddIndex(
            model_name="lead",
            index=models.Index(
                condition=models.Q(
                    ("first_response_at", None), models.Q(("status__in", ("converted", "lost")), _negated=True)
                ),
                fields=["response_due_at", "site"],
                name="leads_lead_reply_due",
            ),
        ),
        migrations.RemoveIndex(model_name="lead", name="leads_lead_follow_up"),
        migrations.AddIndex(
            model_name="lead",
            index=models.Index(
                condition=models.Q(
                    ("follow_up_at__isnull", False), models.Q(("status__in", ("converted", "lost")), _negated=True)
                ),
                fields=["follow_up_at", "site"],
                name="leads_lead_follow_up",
            ),
        ),
        migrations.RunPython(add_columns, drop_columns),
    ]
