"""What results to expect, and when."""

import re

import pytest
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.rich_text import RichText

from treatment_pages.blocks.results import ResultsBlock

BLOCK = ResultsBlock()


def facts_of(**values) -> list[str]:
    return re.findall(r"<dd>([^<]+)</dd>", BLOCK.render(BLOCK.normalize({"heading": "Results", **values})))


def test_the_times_of_results_stand_beside_their_text():
    onset, longevity = {"minimum": 4, "maximum": 6, "unit": "weeks"}, {"minimum": 1, "unit": "years"}
    assert facts_of(onset=onset, longevity=longevity) == ["4–6 weeks", "1 year"]


def test_unknown_times_are_left_out():
    assert facts_of(longevity={"maximum": 18, "unit": "months"}) == ["up to 18 months"]
    assert "<dl" not in BLOCK.render(BLOCK.normalize({"text": RichText("<p>Slow.</p>")}))


def test_results_without_words_are_not_published():
    with pytest.raises(StructBlockValidationError) as error:
        BLOCK.clean(BLOCK.normalize({"heading": "Results", "onset": {"minimum": 4, "unit": "weeks"}}))
    assert list(error.value.block_errors) == ["text"]
