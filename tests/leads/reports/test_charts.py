"""Charts show numbers by their heights, on scales that are easy to read."""

import pytest

from leads.reports.charts import BUCKETS, HEAT_LEVELS, buckets_of, draw, heat_rows, nice_top
from leads.reports.figures import Response


def test_bars_are_as_high_as_their_numbers_and_stand_on_the_line():
    chart = draw([("one", 10, 5), ("two", 20, 0), ("none", 0, 0)])
    one, two, none = chart.bars
    assert two.height == 2 * one.height == 4 * one.part_height
    assert {round(bar.y + bar.height, 1) for bar in chart.bars} == {chart.base}
    assert (none.height, chart.highest) == (0, two)
    assert one.x + one.width < two.x
    assert none.x + none.width <= chart.width


def test_the_lines_stand_where_their_numbers_are():
    chart = draw([("one", 37, 0)])
    scale = {step: y for y, step in chart.lines}
    assert min(scale) == 0
    assert scale[0] == chart.base
    assert max(scale) >= 37
    [bar] = chart.bars
    assert bar.height == pytest.approx((chart.base - scale[max(scale)]) * 37 / max(scale), abs=0.1)


def test_nothing_at_all_is_drawn_as_nothing():
    chart = draw([("one", 0, 0)])
    assert (chart.highest, chart.bars[0].height) == (None, 0)
    assert draw([]).bars == []


@pytest.mark.parametrize("largest", [0, 1, 3, 4, 5, 9, 37, 99, 100, 101, 12_345])
def test_a_scale_reaches_to_the_largest_number_and_is_not_twice_as_long(largest):
    top = nice_top(largest)
    assert top >= largest
    assert top <= max(1, 2.5 * largest)


def test_of_many_bars_only_some_are_labelled():
    chart = draw([(str(number), 1, 0) for number in range(52)])
    assert sum(bar.is_labelled for bar in chart.bars) == 13
    assert chart.bars[0].is_labelled


def test_everybody_who_was_answered_is_in_one_stretch_of_waiting():
    response = Response({0: 1, 15: 2, 16: 4, 60: 8, 240: 16, 1_440: 32, 2_880: 64, 2_881: 128, 90_000: 256})
    assert [number for _label, number in buckets_of(response)] == [3, 12, 16, 32, 64, 384]
    assert len(BUCKETS) == 6


def test_the_busiest_hour_has_the_strongest_shade_and_an_empty_one_none():
    rows = heat_rows({(0, 9): 100, (6, 23): 1, (2, 12): 41})
    assert [len(row) for row in rows] == [24] * 7
    assert (rows[0][9].level, rows[6][23].level, rows[2][12].level, rows[0][0].level) == (HEAT_LEVELS, 1, 3, 0)
    assert {cell.level for row in heat_rows({}) for cell in row} == {0}
