from django.db import migrations

from leads.sealing import seal_answers


def seal(apps, schema_editor):
    """Encrypt the sensitive answers that were stored in the open before there was encryption."""
    enquiries = apps.get_model("leads", "Enquiry").objects
    for pk, answers in enquiries.order_by("pk").values_list("pk", "answers").iterator(chunk_size=500):
        sealed = seal_answers(answers)
        if sealed != answers:
            enquiries.filter(pk=pk).update(answers=sealed)


class Migration(migrations.Migration):
    dependencies = [("leads", "0004_acknowledgements")]

    operations = [migrations.RunPython(seal, migrations.RunPython.noop)]
