"""The demo's pictures come from rules alone: any size, always the same, each its own."""

import pytest
from PIL import ImageChops

from cms.demo.pictures import NAMES, draw

SMALL = (160, 100)


@pytest.mark.parametrize("name", NAMES)
def test_every_picture_is_drawn_at_the_asked_size(name):
    picture = draw(name, *SMALL)
    assert picture.size == SMALL
    assert picture.mode == "RGB"


@pytest.mark.parametrize("name", ["microneedling", "laser-hair"])
def test_the_same_name_gives_the_same_pixels(name):
    assert draw(name, *SMALL).tobytes() == draw(name, *SMALL).tobytes()


def test_every_picture_is_its_own():
    first, *others = (draw(name, *SMALL) for name in NAMES)
    assert all(ImageChops.difference(first, other).getbbox() for other in others)
    assert len({picture.tobytes() for picture in (first, *others)}) == len(NAMES)


def test_an_unknown_name_is_answered_with_the_known_ones():
    with pytest.raises(ValueError, match="microneedling"):
        draw("botox")
