from django.db import migrations

from leads.matching import contact_keys

BATCH = 500


def fill_keys(apps, schema_editor):
    """Make the contact data of stored enquiries comparable, as that of new ones is."""
    enquiries = apps.get_model("leads", "Enquiry").objects
    regions = dict(apps.get_model("leads", "ClinicSettings").objects.values_list("site_id", "phone_region"))
    batch = []
    rows = enquiries.order_by("pk").only("pk", "email", "phone", "site_id")
    for enquiry in rows.iterator(chunk_size=BATCH):
        keys = contact_keys(enquiry.email, enquiry.phone, regions.get(enquiry.site_id, "GB"))
        enquiry.email_key, enquiry.phone_e164 = keys.email, keys.phone
        batch.append(enquiry)
        if len(batch) == BATCH:
            enquiries.bulk_update(batch, ["email_key", "phone_e164"])
            batch = []
    enquiries.bulk_update(batch, ["email_key", "phone_e164"])


class Migration(migrations.Migration):
    dependencies = [("leads", "0006_delivery_and_privacy")]

    operations = [migrations.RunPython(fill_keys, migrations.RunPython.noop)]
