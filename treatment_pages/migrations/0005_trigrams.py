"""PostgreSQL's trigrams, by which a search guesses what a misspelt word meant."""

import logging

from django.db import DatabaseError, migrations, transaction

logger = logging.getLogger("treatment_pages")


def create_extension(apps, schema_editor):
    """Without the permission to create it, searches compare the names in Python; nothing else is lost."""
    connection = schema_editor.connection
    if connection.vendor != "postgresql":
        return
    try:
        with transaction.atomic(using=connection.alias):
            schema_editor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    except DatabaseError as error:
        logger.warning("The extension pg_trgm could not be created, so misspelt searches are slower: %s", error)


class Migration(migrations.Migration):
    dependencies = [("treatment_pages", "0004_fill_comparables")]

    operations = [migrations.RunPython(create_extension, migrations.RunPython.noop)]
