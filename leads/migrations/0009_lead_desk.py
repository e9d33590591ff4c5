"""Dates, reasons and conversations of leads; replies, saved views, and who answers which form."""

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import modelcluster.fields
from django.conf import settings
from django.db import migrations, models

import leads.models.enquiry_form


def complete_leads(apps, schema_editor):
    """Give the leads that are there the dates and reasons that their states ask for from now on."""
    lead_model = apps.get_model("leads", "Lead")
    leads = lead_model.objects.using(schema_editor.connection.alias)
    leads.update(clock_started_at=models.F("created_at"))
    leads.filter(status="booked").update(consultation_at=models.F("last_enquiry_at"))
    leads.filter(status="on_hold").update(follow_up_at=django.utils.timezone.now())
    leads.filter(status="lost").update(lost_reason="other", closed_at=models.F("last_enquiry_at"))
    leads.filter(status="converted").update(
        converted_at=models.F("last_enquiry_at"), closed_at=models.F("last_enquiry_at")
    )


class Migration(migrations.Migration):
    dependencies = [
        ("leads", "0008_webhook_permissions"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="FormAgent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
            ],
            options={
                "verbose_name": "person who answers",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Reply",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("subject", models.CharField(max_length=200, verbose_name="subject")),
                ("text", models.TextField(max_length=10000, verbose_name="text")),
                ("consultation_at", models.DateTimeField(blank=True, null=True)),
                ("consultation_minutes", models.PositiveSmallIntegerField(default=0)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="written")),
            ],
            options={
                "verbose_name": "reply",
                "verbose_name_plural": "replies",
                "ordering": ["-created_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ReplyTemplate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "title",
                    models.CharField(
                        help_text="For staff, in the list of templates.", max_length=120, verbose_name="title"
                    ),
                ),
                ("subject", models.CharField(max_length=200, verbose_name="subject")),
                ("text", models.TextField(max_length=10000, verbose_name="text")),
                (
                    "purpose",
                    models.SlugField(
                        blank=True,
                        help_text="Such as marketing-email. Empty: an answer to the enquiry, which needs no consent.",
                        max_length=40,
                        verbose_name="needs consent to",
                    ),
                ),
                (
                    "is_archived",
                    models.BooleanField(default=False, help_text="Not offered any more.", verbose_name="archived"),
                ),
            ],
            options={
                "verbose_name": "reply template",
                "ordering": ["title"],
            },
        ),
        migrations.CreateModel(
            name="SavedView",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=60, verbose_name="name")),
                ("query", models.CharField(blank=True, max_length=1000)),
                ("is_shared", models.BooleanField(default=False, verbose_name="for everybody")),
            ],
            options={
                "verbose_name": "saved view",
                "ordering": ["name", "pk"],
            },
        ),
        migrations.AddField(
            model_name="activity",
            name="data",
            field=models.JSONField(blank=True, default=dict),
        ),
        migrations.AddField(
            model_name="activity",
            name="delivery",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="leads.delivery"
            ),
        ),
        migrations.AddField(
            model_name="activity",
            name="outcome",
            field=models.CharField(blank=True, max_length=20),
        ),
        migrations.AddField(
            model_name="clinicsettings",
            name="digest_recipients",
            field=models.TextField(
                blank=True,
                help_text="One e-mail address a line. Empty: the clinic's own address.",
                validators=[leads.models.enquiry_form.validate_recipients],
                verbose_name="digest goes to",
            ),
        ),
        migrations.AddField(
            model_name="clinicsettings",
            name="sends_digest",
            field=models.BooleanField(
                default=True,
                help_text="At opening time, how many enquiries are new, overdue, due today and in quarantine.",
                verbose_name="morning digest",
            ),
        ),
        migrations.AddField(
            model_name="enquiryform",
            name="escalate_to",
            field=models.EmailField(
                blank=True,
                help_text="Who is told when the reply time has passed without an answer. Empty: nobody.",
                max_length=254,
                verbose_name="second person",
            ),
        ),
        migrations.AddField(
            model_name="enquiryform",
            name="escalation_minutes",
            field=models.PositiveIntegerField(
                default=60,
                help_text="Minutes in opening hours after the reply time has passed.",
                validators=[django.core.validators.MaxValueValidator(20160)],
                verbose_name="tell them after (minutes)",
            ),
        ),
        migrations.AddField(
            model_name="enquiryform",
            name="handout_minutes",
            field=models.PositiveIntegerField(
                default=120,
                help_text="Minutes in opening hours; an unanswered lead then goes back to the queue.",
                validators=[
                    django.core.validators.MinValueValidator(5),
                    django.core.validators.MaxValueValidator(20160),
                ],
                verbose_name="take them back after (minutes)",
            ),
        ),
        migrations.AddField(
            model_name="enquiryform",
            name="hands_out_leads",
            field=models.BooleanField(
                default=False,
                help_text="A new lead goes to the person of the list below with the fewest open ones.",
                verbose_name="give out leads",
            ),
        ),
        migrations.AddField(
            model_name="lead",
            name="breached_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="lead",
            name="clock_started_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="lead",
            name="closed_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="closed"),
        ),
        migrations.AddField(
            model_name="lead",
            name="consultation_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="consultation"),
        ),
        migrations.AddField(
            model_name="lead",
            name="consultation_minutes",
            field=models.PositiveSmallIntegerField(default=30, verbose_name="minutes"),
        ),
        migrations.AddField(
            model_name="lead",
            name="converted_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="converted"),
        ),
        migrations.AddField(
            model_name="lead",
            name="escalated_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="lead",
            name="follow_up_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="follow up"),
        ),
        migrations.AddField(
            model_name="lead",
            name="handed_out_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="lead",
            name="lost_reason",
            field=models.CharField(
                blank=True,
                choices=[
                    ("unreachable", "Could not be reached"),
                    ("price", "Price"),
                    ("unsuitable", "Treatment not suitable"),
                    ("competitor", "Chose another clinic"),
                    ("changed_mind", "Changed their mind"),
                    ("too_far", "Too far away"),
                    ("not_an_enquiry", "Not an enquiry"),
                    ("moved", "Continued in another lead"),
                    ("other", "Another reason"),
                ],
                max_length=20,
                verbose_name="reason",
            ),
        ),
        migrations.AlterField(
            model_name="activity",
            name="kind",
            field=models.CharField(
                choices=[
                    ("enquiry", "Enquiry received"),
                    ("added", "Added by hand"),
                    ("status", "Status changed"),
                    ("assigned", "Owner changed"),
                    ("note", "Note"),
                    ("call", "Call"),
                    ("reply", "Reply by e-mail"),
                    ("follow_up", "Follow-up date changed"),
                    ("undo", "Change taken back"),
                    ("undone", "Status changed, then taken back"),
                    ("breached", "Reply time passed"),
                    ("escalated", "Second person told"),
                    ("handed_out", "Given out by itself"),
                    ("handed_back", "Back in the queue"),
                    ("reopened", "Reopened"),
                    ("released", "Released from quarantine"),
                    ("moved_here", "Enquiry moved here"),
                    ("moved_away", "Enquiry moved away"),
                    ("split_off", "Split off"),
                    ("consent_confirmed", "Consent confirmed"),
                    ("consent_withdrawn", "Consent withdrawn"),
                    ("held", "Legal hold placed"),
                    ("hold_lifted", "Legal hold lifted"),
                ],
                max_length=20,
                verbose_name="kind",
            ),
        ),
        migrations.AlterField(
            model_name="delivery",
            name="kind",
            field=models.CharField(
                choices=[
                    ("alert", "Alert to staff"),
                    ("acknowledgement", "Acknowledgement to the visitor"),
                    ("undelivered", "Notice of a message that was given up"),
                    ("opt_in", "Request to confirm a consent"),
                    ("webhook", "Webhook"),
                    ("canary", "Message of the canary"),
                    ("endpoint_off", "Notice of a webhook that was switched off"),
                    ("reply", "Reply from staff"),
                    ("appointment", "Appointment for staff"),
                    ("reminder", "Reminder"),
                    ("escalation", "Escalation"),
                    ("digest", "Morning digest"),
                ],
                max_length=20,
                verbose_name="kind",
            ),
        ),
        migrations.AddIndex(
            model_name="lead",
            index=models.Index(
                condition=models.Q(
                    ("first_response_at", None), models.Q(("status__in", ("converted", "lost")), _negated=True)
                ),
                fields=["response_due_at"],
                name="leads_lead_reply_due",
            ),
        ),
        migrations.AddIndex(
            model_name="lead",
            index=models.Index(
                condition=models.Q(
                    ("follow_up_at__isnull", False), models.Q(("status__in", ("converted", "lost")), _negated=True)
                ),
                fields=["follow_up_at"],
                name="leads_lead_follow_up",
            ),
        ),
        migrations.AddIndex(
            model_name="lead",
            index=models.Index(
                condition=models.Q(("consultation_at__isnull", False)),
                fields=["consultation_at"],
                name="leads_lead_consultation",
            ),
        ),
        migrations.RunPython(complete_leads, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="lead",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "on_hold"), _negated=True), ("follow_up_at__isnull", False), _connector="OR"
                ),
                name="leads_lead_on_hold_has_a_date",
            ),
        ),
        migrations.AddConstraint(
            model_name="lead",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "booked"), _negated=True), ("consultation_at__isnull", False), _connector="OR"
                ),
                name="leads_lead_booked_has_a_date",
            ),
        ),
        migrations.AddConstraint(
            model_name="lead",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "lost"), _negated=True),
                    models.Q(("lost_reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="leads_lead_lost_has_a_reason",
            ),
        ),
        migrations.AddField(
            model_name="formagent",
            name="form",
            field=modelcluster.fields.ParentalKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="agents", to="leads.enquiryform"
            ),
        ),
        migrations.AddField(
            model_name="formagent",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="person",
            ),
        ),
        migrations.AddField(
            model_name="reply",
            name="author",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="reply",
            name="delivery",
            field=models.OneToOneField(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="reply", to="leads.delivery"
            ),
        ),
        migrations.AddField(
            model_name="reply",
            name="lead",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="replies", to="leads.lead"
            ),
        ),
        migrations.AddField(
            model_name="replytemplate",
            name="site",
            field=models.ForeignKey(
                blank=True,
                help_text="Empty: offered on every site.",
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="wagtailcore.site",
                verbose_name="site",
            ),
        ),
        migrations.AddField(
            model_name="reply",
            name="template",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="leads.replytemplate",
            ),
        ),
        migrations.AddField(
            model_name="savedview",
            name="owner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddConstraint(
            model_name="formagent",
            constraint=models.UniqueConstraint(fields=("form", "user"), name="leads_formagent_once_per_form"),
        ),
        migrations.AddConstraint(
            model_name="savedview",
            constraint=models.UniqueConstraint(fields=("owner", "name"), name="leads_savedview_name_once_per_owner"),
        ),
    ]
