"""Text for pages that are compared: as long on one site as on the other, with nothing in it that a rule looks for."""

from itertools import cycle, islice

TEXT = (
    "the skin is calm again after some days and the team looks at it with you before the next visit so that what "
    "follows is planned together slowly and without hurry as it was said at the first talk in the clinic"
)
PARAGRAPH = 75
"""Words of a paragraph."""


def paragraphs(words: int) -> str:
    """So many words as HTML paragraphs."""
    text = list(islice(cycle(TEXT.split(" ")), words))
    parts = [text[begin : begin + PARAGRAPH] for begin in range(0, words, PARAGRAPH)]
    return "".join(f"<p>{' '.join(part).capitalize()}.</p>" for part in parts)
