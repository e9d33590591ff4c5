"""What a site that is already running gets when it upgrades."""

from decimal import Decimal
from importlib import import_module

import pytest
from django.apps import apps
from django.db import DatabaseError, connection

from tests import factories
from treatment_pages.models import TreatmentPage

comparables = import_module("treatment_pages.migrations.0004_fill_comparables")
trigrams = import_module("treatment_pages.migrations.0005_trigrams")


@pytest.mark.parametrize(
    ("facts", "columns"),
    [
        (
            {
                "session_minutes": {"minimum": 30, "maximum": 60},
                "price": {"amount_from": Decimal("180.50")},
                "downtime_time": {"minimum": 1, "maximum": 2, "unit": "weeks"},
            },
            (Decimal("180.50"), 60, 14),
        ),
        ({"session_minutes": {"minimum": 30}}, (None, 30, None)),
        ({}, (None, None, None)),
    ],
)
def test_the_columns_of_a_page_come_from_its_key_facts(treatment_index, facts, columns):
    page = factories.TreatmentPageFactory(parent=treatment_index, body=[("key_facts", facts)])
    names = ("price_from", "session_minutes", "recovery_days")
    TreatmentPage.objects.update(**dict.fromkeys(names))
    comparables.fill(apps, connection.schema_editor())
    assert TreatmentPage.objects.values_list(*names).get(pk=page.pk) == columns


def test_a_page_without_key_facts_is_passed_over(treatment_page):
    comparables.fill(apps, connection.schema_editor())
    assert TreatmentPage.objects.get().price_from is None


def test_a_database_without_permission_for_trigrams_is_upgraded_all_the_same(db, monkeypatch, caplog):
    class Refusing:
        def __init__(self):
            self.connection = connection

        def execute(self, sql):
            raise DatabaseError("permission denied to create extension")

    monkeypatch.setattr(connection, "vendor", "postgresql")
    trigrams.create_extension(apps, Refusing())
    assert "permission denied" in caplog.text
