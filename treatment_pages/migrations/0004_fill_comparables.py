"""Pages that were there before price, session time and recovery became columns get them from their key facts."""

import math
from decimal import Decimal, InvalidOperation

from django.db import migrations

DAYS_IN = {"minutes": 1 / 1440, "hours": 1 / 24, "days": 1, "weeks": 7, "months": 30.44, "years": 365.25}


def fill(apps, schema_editor):
    """Reads the raw JSON: the blocks' code of today does not have to know how it was written then."""
    pages = apps.get_model("treatment_pages", "TreatmentPage").objects.using(schema_editor.connection.alias)
    for page in pages.only("pk", "body").iterator():
        facts = next((block["value"] for block in page.body.raw_data if block["type"] == "key_facts"), None)
        if facts:
            pages.filter(pk=page.pk).update(
                price_from=price_from(facts.get("price") or {}),
                session_minutes=most(facts.get("session_minutes") or {}),
                recovery_days=days(facts.get("downtime_time") or {}),
            )


def price_from(price: dict) -> Decimal | None:
    try:
        return Decimal(str(price["amount_from"])) if price.get("amount_from") is not None else None
    except InvalidOperation:
        return None


def most(span: dict) -> int | None:
    """The upper end of a range, or its only number."""
    return span.get("minimum") if span.get("maximum") is None else span["maximum"]


def days(time: dict) -> int | None:
    return None if most(time) is None else math.ceil(most(time) * DAYS_IN[time.get("unit") or "days"])


class Migration(migrations.Migration):
    dependencies = [("treatment_pages", "0003_content_groups")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
