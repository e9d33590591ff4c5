"""What is made of measured costs: goals, comparison, tables, charts, and the headers of the same bytes."""

from itertools import pairwise
from xml.etree import ElementTree

import pytest

from tests.bench.charts import apart, chart, nice_top
from tests.bench.figures import Figure, Goal, dearer, goal_table
from tests.bench.readers import Answer, Page, WrongAnswerError, compare, look_at
from tests.bench.results import Part, file_of, keep, read_kept
from tests.bench.same_bytes import header_lines
from tests.bench.summary import figure_of, newest, one_table


@pytest.fixture(scope="session", autouse=True)
def transaction_tests_leave_the_database_as_it_was():
    """No database is needed here."""


def edge(cost: float) -> Figure:
    goal = Goal("at least", 0.95, "of its requests", is_inverse=True)
    return Figure("edge", cost, "ms", "proxy_cache", 0.02, goal)


@pytest.mark.parametrize(("cost", "said"), [(0.02, "| 1.00 | yes |"), (0.04, "| 0.50 | **no** |")])
def test_a_goal_of_requests_is_held_against_the_inverse_of_costs(cost, said):
    assert said in goal_table([edge(cost)])


def test_only_what_became_15_percent_dearer_is_named():
    kept = [edge(0.02).as_json()]
    assert dearer([edge(0.0229)], kept) == []
    assert dearer([edge(0.024)], kept) == ["edge: 1.2 × proxy_cache, was 1 (+20 %)"]


def test_a_slower_machine_is_not_dearer():
    slow = Figure("edge", 0.06, "ms", "proxy_cache", 0.06)
    assert dearer([slow], [edge(0.02).as_json()]) == []


def test_a_part_that_is_kept_leaves_the_others(tmp_path):
    path = tmp_path / "kept.json"
    keep(path, Part("pages", "", [edge(0.02)], {"rounds": 1}))
    keep(path, Part("desk", "", [], {}))
    assert set(read_kept(path)) == {"pages", "desk"}
    assert figure_of(read_kept(path)["pages"]["figures"][0]) == edge(0.02)


def test_the_one_table_says_what_a_ratio_was_before():
    assert "| 1.00: yes | 1 |" in one_table({"pages": [edge(0.02)]}, {"pages": {"figures": [edge(0.02).as_json()]}})


def test_a_chart_is_xml_that_says_its_values_in_words():
    drawing = chart("Costs & more", "pages", {"a page": {10: 5.0, 100: 9.0}, "the index": {10: 1.0, 100: 9.1}})
    root = ElementTree.fromstring(drawing)  # noqa: S314 - our own
    [description] = [one.text for one in root if one.tag.endswith("desc")]
    assert "a page: 5 ms at 10, 9 ms at 100" in description
    assert sum(one.tag.endswith("polyline") for one in root) == 2


def test_names_of_curves_that_end_together_do_not_overlap():
    places = apart({"a": 100.0, "b": 101.0, "c": 310.0, "d": 311.0})
    heights = sorted(places.values())
    assert all(lower - upper >= 16 for upper, lower in pairwise(heights))


@pytest.mark.parametrize(("most", "top"), [(0.7, 0.8), (1, 1), (57, 60), (930, 1000)])
def test_the_top_of_a_chart_is_a_short_figure(most, top):
    assert nice_top(most) == pytest.approx(top)


@pytest.mark.parametrize(("status", "body"), [(500, b"marked"), (200, b"other")])
def test_another_answer_than_before_ends_the_bench(status, body):
    page = Page(1, "/", "marked")
    with pytest.raises(WrongAnswerError):
        compare(page, Answer(200, {}, b"marked"), Answer(status, {}, body))


def test_an_answer_without_the_marker_ends_the_bench():
    with pytest.raises(WrongAnswerError):
        look_at(Page(1, "/", "marked"), Answer(200, {}, b"other"))


def test_quotes_of_a_header_survive_in_nginx():
    lines = header_lines(Answer(200, {"reporting": 'a "b"', "date": "now"}, b""))
    assert lines.strip() == 'add_header reporting "a \\"b\\"";'


def test_a_part_that_was_not_measured_anew_is_shown_as_it_is_kept(tmp_path):
    kept = {"pages": {"figures": [1]}, "desk": {"figures": [2]}}
    file_of("desk", tmp_path).write_text('{"figures": [3]}')

    assert newest("pages", tmp_path, kept) == {"figures": [1]}
    assert newest("desk", tmp_path, kept) == {"figures": [3]}
    assert newest("growth", tmp_path, kept) == {}
