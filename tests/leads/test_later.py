"""What is loaded when it is first needed."""

import sys

import pytest
from django.http import HttpResponse
from django.urls import get_resolver
from django.views import View

from leads.checks import check_stand_ins
from leads.later import STAND_INS, Later, view

HERE = __name__
ABSENT = "colorsys"
"""A module of Python that nothing here needs."""


class Greeting(View):
    """Says what it was told to."""

    words = ""

    def get(self, request, name: str):
        return HttpResponse(f"{self.words} {name}")


def farewell(request, name: str):
    return HttpResponse(f"Bye {name}")


@pytest.fixture
def no_stand_ins():
    """None but those of the test; afterwards the list is as it was, with the views of all addresses."""
    get_resolver().url_patterns  # noqa: B018 the views are named there
    kept = list(STAND_INS)
    yield STAND_INS.clear()
    STAND_INS[:] = kept


@pytest.fixture(autouse=True)
def forgotten(monkeypatch):
    """As if nothing had loaded the module yet."""
    monkeypatch.delitem(sys.modules, ABSENT, raising=False)


def test_nothing_is_loaded_before_it_is_asked_for(no_stand_ins):
    module = Later(ABSENT)
    assert ABSENT not in sys.modules
    assert module.rgb_to_hsv(0, 0, 0) == (0.0, 0.0, 0)
    assert ABSENT in sys.modules


def test_a_function_is_called_with_what_it_was_given(no_stand_ins):
    assert Later(f"{ABSENT}.rgb_to_hsv")(0, 0, b=0) == (0.0, 0.0, 0)


def test_marks_that_frameworks_look_for_load_nothing(no_stand_ins):
    assert not hasattr(Later(ABSENT), "__wrapped__")
    assert not hasattr(Later(ABSENT), "_is_coroutine_mark")
    assert ABSENT not in sys.modules


def test_a_class_is_made_a_view_with_its_options(no_stand_ins, rf):
    assert view(f"{HERE}.Greeting", words="Hello")(rf.get("/"), name="Ada").content == b"Hello Ada"


def test_a_function_is_a_view_itself(no_stand_ins, rf):
    assert view(f"{HERE}.farewell")(rf.get("/"), "Ada").content == b"Bye Ada"


def test_the_check_loads_everything(no_stand_ins):
    Later(f"{ABSENT}.rgb_to_hsv")
    view(f"{HERE}.Greeting", words="Hello")
    assert check_stand_ins(None) == []
    assert ABSENT in sys.modules


@pytest.mark.parametrize("path", ["leads.nowhere", "leads.capture.nothing", "no_such_package.at_all"])
def test_the_check_tells_of_what_is_not_there(no_stand_ins, path):
    Later(path)
    [error] = check_stand_ins(None)
    assert error.id == "leads.E005"


def test_the_check_tells_of_options_that_a_view_does_not_know(no_stand_ins):
    view(f"{HERE}.Greeting", volume=11)
    [error] = check_stand_ins(None)
    assert "volume" in error.hint
