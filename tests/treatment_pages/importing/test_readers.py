"""Files of every format, in whatever characters they were saved."""

import pytest

from tests.treatment_pages.importing.making import docx, wxr
from treatment_pages.importing.mapping import outline_of
from treatment_pages.importing.readers import read, read_pasted

ARTICLE = """Microneedling at Larkfield

Fine needles wake the skin up, and this page says how that goes – and what it costs.

Who is it for?

It suits adults with shallow scars.

How much does it cost?

A session is £150.
"""


def outline(name: str, data: bytes):
    (document,) = read(name, data)
    return outline_of(document)


def shape(found) -> list[tuple[str, str]]:
    return [(block.type, block.heading) for block in found.blocks]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_text_is_read_in_the_characters_it_was_saved_in(encoding):
    found = outline("a.txt", ARTICLE.encode(encoding))
    assert found.meta["title"] == "Microneedling at Larkfield"
    assert "– and what it costs." in found.blocks[0].text
    assert found.blocks[2].text == "A session is £150."


def test_html_is_read_in_the_characters_that_it_declares():
    page = '<html><head><meta charset="iso-8859-2"></head><body><h1>Péče</h1><p>Kůže se hojí pomalu.</p></body></html>'
    assert outline("a.html", page.encode("iso-8859-2")).meta["title"] == "Péče"


def test_word_file_keeps_headings_bold_lines_and_lists():
    data = docx(
        [
            ("Title", "Peels at Larkfield"),
            ("", "A peel takes the dull layer off, and this sheet tells the rest of it."),
            ("heading 2", "Benefits of a peel"),
            ("heading 3", "More light"),
            ("", "Smooth skin throws light back."),
            ("heading 2", "Aftercare"),
            ("", "Wear sun cream every morning."),
        ]
    )
    found = outline("peels.docx", data)
    assert found.meta["title"] == "Peels at Larkfield"
    assert shape(found) == [("intro", ""), ("benefits", "Benefits of a peel"), ("aftercare", "Aftercare")]
    assert found.blocks[1].items[0].title == "More light"


def test_bold_lines_are_headings_where_a_word_file_has_no_others():
    lines = [("bold", "A Peel Explained"), ("", "It takes the dull layer off the skin, gently and evenly.")]
    lines += [("bold", "Who is it for?"), ("", "Adults with dull skin.")]
    lines += [("bold", "How much is it?"), ("", "£80 a session.")]
    found = outline("peels.docx", docx(lines))
    assert [kind for kind, _heading in shape(found)] == ["intro", "candidacy", "price"]


def test_export_gives_every_post_and_page_with_its_metadata():
    posts = [
        {"title": "Peels", "content": "<h2>Aftercare</h2><p>Stay out of the sun.</p>", "slug": "peels"},
        {
            "title": "Lasers",
            "content": "Light finds the hair.\n\n<strong>Risks</strong>\n\nBurns are rare.",
            "type": "page",
        },
        {"title": "A picture", "type": "attachment"},
        {"title": "Gone", "status": "trash"},
    ]
    found = [outline_of(document) for document in read("blog.xml", wxr(posts))]
    assert [one.meta["title"] for one in found] == ["Peels", "Lasers"]
    assert found[0].meta["published"]["year"] == 2024
    assert (found[0].meta["slug"], found[0].meta["author_display"]) == ("peels", "writer")
    assert shape(found[1]) == [("intro", ""), ("risks", "Risks")]


def test_shortcodes_of_an_export_are_set_aside():
    (document,) = read("blog.xml", wxr([{"content": "[vc_row]\n\nWords that stay in the draft.\n\n[/vc_row]"}]))
    found = outline_of(document)
    assert found.blocks[0].text == "Words that stay in the draft."
    assert [piece["text"] for piece in found.set_aside] == ["[vc_row]", "[/vc_row]"]


@pytest.mark.parametrize(
    "pasted",
    [
        "<h1>Peels</h1><p>They take the dull layer off the skin.</p><h2>Aftercare</h2><p>Sun cream.</p>",
        "# Peels\n\nThey take the dull layer off the skin.\n\n## Aftercare\n\nSun cream.",
        "Peels\n\nThey take the dull layer off the skin.\n\nAftercare\n\nSun cream every morning, please.",
    ],
)
def test_pasted_text_is_read_as_what_it_looks_like(pasted):
    found = outline_of(read_pasted(pasted))
    assert found.meta["title"] == "Peels"
    assert shape(found) == [("intro", ""), ("aftercare", "Aftercare")]


def test_links_that_lead_somewhere_are_kept_and_others_are_words():
    page = '<h1>T</h1><p>See <a href="https://example.com/x">our study</a> and <a href="/old">the old page</a>.</p>'
    found = outline("a.html", page.encode())
    assert found.meta["links"] == [{"text": "our study", "url": "https://example.com/x"}]
    assert found.blocks[0].text == "See our study and the old page."


def test_tables_and_definition_lists_become_items():
    page = (
        "<h1>Peels</h1><h2>Prices</h2><table><tr><td>Face</td><td>£90 per session</td></tr>"
        "<tr><td>Hands</td><td>£60 per session</td></tr></table>"
        "<h2>Benefits</h2><dl><dt>Light</dt><dd>Skin throws it back.</dd><dt>Calm</dt><dd>Pores look smaller.</dd></dl>"
    )
    prices, benefits = outline("a.html", page.encode()).blocks
    assert [(item.title, item.text) for item in prices.items] == [
        ("Face", "£90 per session"),
        ("Hands", "£60 per session"),
    ]
    assert [(item.title, item.text) for item in benefits.items] == [
        ("Light", "Skin throws it back."),
        ("Calm", "Pores look smaller."),
    ]


def test_wrapped_lines_are_put_together_again():
    text = "Peels\n\n" + "\n".join(["These words go on for about sixty characters in every line and"] * 5) + " stop.\n"
    assert "\n" not in outline("a.txt", text.encode()).blocks[0].text


def test_paragraphs_with_bold_beginnings_are_items():
    page = (
        "<h1>T</h1><h2>Benefits</h2><p>Here they are.</p><p><strong>1. Firmer skin.</strong> It holds better.</p>"
        "<p><b>No needles</b> – Nothing is injected.</p><h2>About <b>us</b></h2><p>We <b>care</b> a lot.</p>"
    )
    benefits, about = outline("a.html", page.encode()).blocks
    assert benefits.text == "Here they are."
    assert [(item.title, item.text) for item in benefits.items] == [
        ("Firmer skin", "It holds better."),
        ("No needles", "Nothing is injected."),
    ]
    assert (about.heading, about.text) == ("About us", "We care a lot.")


def test_rare_risks_stay_below_what_announces_them():
    page = (
        "<h1>T</h1><h2>Side effects</h2><p>Common ones are:</p><ul><li>Redness</li></ul>"
        "<p>Rare ones are:</p><ul><li>A scar</li><li>An infection</li></ul>"
    )
    (risks,) = outline("a.html", page.encode()).blocks
    assert [(item.title, item.text) for item in risks.items] == [
        ("Redness", ""),
        ("Rare ones are", "- A scar\n- An infection"),
    ]
