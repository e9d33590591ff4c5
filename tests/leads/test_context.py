"""The constant hidden value of a form: the same for everybody, and worthless when changed."""

import pytest
from django.core.signing import Signer
from django.test import override_settings
from hypothesis import given
from hypothesis import strategies as st

from leads.context import SALT, FormContext, read_context, sign_context

numbers = st.integers(min_value=1, max_value=2**60)


@given(st.builds(FormContext, numbers, st.none() | numbers, st.none() | numbers))
def test_what_was_signed_is_read_back(context):
    assert read_context(sign_context(context)) == context


def test_the_same_page_has_the_same_bytes_for_everybody():
    assert sign_context(FormContext(7, 3, 12)) == sign_context(FormContext(7, 3, 12))


@given(st.text())
def test_anything_else_is_nothing(text):
    assert read_context(text) is None


@pytest.mark.parametrize("content", [[], {}, "text", {"v": 1}, None, 5])
def test_a_signed_value_of_another_shape_is_nothing(content):
    assert read_context(Signer(salt=SALT).sign_object(content)) is None


def test_a_value_signed_for_another_purpose_is_nothing():
    assert read_context(Signer(salt="other").sign_object({"v": 1, "p": 2, "r": 3})) is None


def test_a_page_rendered_before_the_secret_was_changed_still_counts():
    old = sign_context(FormContext(7))
    with override_settings(SECRET_KEY="another", SECRET_KEY_FALLBACKS=["test-only-" + "x" * 50]):
        assert read_context(old) == FormContext(7)
