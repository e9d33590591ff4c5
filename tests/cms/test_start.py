"""What a web process loads before it answers for the first time."""

import subprocess
import sys

LOADED = """
import cms.wsgi, sys
from django.urls import get_resolver
get_resolver().url_patterns
print(*sys.modules, sep="\\n")
"""
NOT_AT_START = {"openpyxl", "mammoth", "markdown_it", "treatment_pages.importing.fact_patterns"}
"""Modules that are large, and needed by few requests: those that write a workbook or bring an article in."""


def test_a_web_process_starts_without_what_only_staff_need_now_and_then():
    command = [sys.executable, "-c", LOADED]
    loaded = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    assert "leads.desk.inbox" in loaded
    assert not NOT_AT_START & set(loaded)
