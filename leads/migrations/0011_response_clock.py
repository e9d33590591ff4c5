"""When the jobs of the response clock are due, and what reports count, day by day."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("leads", "0010_lead_desk_permissions"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="TallyProgress",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("last_activity", models.BigIntegerField(default=0)),
                ("counted_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="DayTally",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField(verbose_name="day")),
                (
                    "dimension",
                    models.CharField(
                        choices=[
                            ("all", "All"),
                            ("subject", "Subject"),
                            ("page", "Page"),
                            ("source", "Source"),
                            ("owner", "Owner"),
                            ("status", "Status"),
                            ("lost_reason", "Reason for losing"),
                            ("hour", "Hour of the day"),
                            ("response", "Minutes until the first response"),
                        ],
                        max_length=20,
                    ),
                ),
                ("value", models.CharField(blank=True, max_length=255)),
                ("label", models.CharField(blank=True, max_length=255)),
                ("leads", models.PositiveIntegerField(default=0)),
                ("enquiries", models.PositiveIntegerField(default=0)),
                ("booked", models.PositiveIntegerField(default=0)),
                ("converted", models.PositiveIntegerField(default=0)),
                ("lost", models.PositiveIntegerField(default=0)),
                ("answered", models.PositiveIntegerField(default=0)),
                ("due", models.PositiveIntegerField(default=0)),
                ("kept", models.PositiveIntegerField(default=0)),
            ],
            options={
                "verbose_name": "tally of a day",
                "ordering": ["day", "dimension", "value"],
            },
        ),
        migrations.RemoveIndex(
            model_name="lead",
            name="leads_lead_consultation",
        ),
        migrations.AddField(
            model_name="lead",
            name="consultation_reminded_for",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="lead",
            name="escalate_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="lead",
            name="follow_up_reminded_for",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="lead",
            name="hand_back_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="lead",
            name="hand_out_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="lead",
            name="target_minutes",
            field=models.PositiveIntegerField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="tombstone",
            name="lost_reason",
            field=models.CharField(blank=True, max_length=20, verbose_name="reason"),
        ),
        migrations.AddField(
            model_name="tombstone",
            name="owner",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="tombstone",
            name="received_hour",
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddField(
            model_name="tombstone",
            name="response_minutes",
            field=models.PositiveIntegerField(null=True),
        ),
        migrations.AddField(
            model_name="tombstone",
            name="subject",
            field=models.CharField(blank=True, max_length=255, verbose_name="subject"),
        ),
        migrations.AddField(
            model_name="tombstone",
            name="was_booked",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="tombstone",
            name="was_converted",
            field=models.BooleanField(default=False),
        ),
        migrations.AddIndex(
            model_name="lead",
            index=models.Index(
                condition=models.Q(
                    ("first_response_at", None),
                    models.Q(("status__in", ("converted", "lost")), _negated=True),
                    ("breached_at", None),
                    ("response_due_at__isnull", False),
                ),
                fields=["response_due_at"],
                name="leads_lead_to_breach",
            ),
        ),
        migrations.AddIndex(
            model_name="lead",
            index=models.Index(
                condition=models.Q(("escalate_at__isnull", False)),
                fields=["escalate_at"],
                name="leads_lead_to_escalate",
            ),
        ),
        migrations.AddIndex(
            model_name="lead",
            index=models.Index(
                condition=models.Q(("hand_out_at__isnull", False)),
                fields=["hand_out_at"],
                name="leads_lead_to_hand_out",
            ),
        ),
        migrations.AddIndex(
            model_name="lead",
            index=models.Index(
                condition=models.Q(("hand_back_at__isnull", False)),
                fields=["hand_back_at"],
                name="leads_lead_to_hand_back",
            ),
        ),
        migrations.AddIndex(
            model_name="lead",
            index=models.Index(
                condition=models.Q(
                    ("follow_up_at__isnull", False),
                    models.Q(
                        ("follow_up_reminded_for", None),
                        models.Q(("follow_up_reminded_for", models.F("follow_up_at")), _negated=True),
                        _connector="OR",
                    ),
                ),
                fields=["follow_up_at"],
                name="leads_lead_to_remind",
            ),
        ),
        migrations.AddIndex(
            model_name="lead",
            index=models.Index(
                condition=models.Q(
                    ("consultation_at__isnull", False),
                    models.Q(
                        ("consultation_reminded_for", None),
                        models.Q(("consultation_reminded_for", models.F("consultation_at")), _negated=True),
                        _connector="OR",
                    ),
                ),
                fields=["consultation_at"],
                name="leads_lead_to_announce",
            ),
        ),
        migrations.AddIndex(
            model_name="lead",
            index=models.Index(fields=["created_at"], name="leads_lead_day"),
        ),
        migrations.AddField(
            model_name="daytally",
            name="site",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="wagtailcore.site"
            ),
        ),
        migrations.AddIndex(
            model_name="daytally",
            index=models.Index(fields=["dimension", "day"], name="leads_daytally_period"),
        ),
        migrations.AddConstraint(
            model_name="daytally",
            constraint=models.UniqueConstraint(
                fields=("site", "day", "dimension", "value"), name="leads_daytally_once"
            ),
        ),
    ]
