"""Text that a spreadsheet shows and does not evaluate.

A program that opens a CSV guesses what each cell is: what begins like a formula is one, and a number loses its plus and
its zeros. An apostrophe before such text is what spreadsheets themselves use for “this is text”; in a CSV it stays
visible, and nothing is calculated. Telephone numbers would all get one, so they are written as (+44) 20 7946 0123: no
program takes that for a number or a formula, people read it, and diallers understand it.
"""

import re

import phonenumbers

MARK = "'"
"""What turns a cell into text."""

STARTS = "=+-@\t\r\n＝＋－＠﹢﹣﹫−"
"""Signs with which formulas begin, in all their widths, and breaks after which some programs begin a cell anew."""

FORMULA = re.compile(rf"\s*[{re.escape(STARTS)}]")
HIDDEN_CELL = re.compile(rf"([;\t\r\n]['\"\s]*)(?=[{re.escape(STARTS)}])")
"""Where a program that divides cells by semicolons, tabs or lines would see a formula inside a text."""

BARE_NUMBER = re.compile(r"\s*[\d.,/:]*\d[\d.,/:]*\s*")
"""Digits that a program turns into a number or a date, without the zeros they begin with."""

CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold, and halves of a surrogate pair."""

FORMAT = phonenumbers.PhoneNumberFormat.INTERNATIONAL


def is_formula(text: str) -> bool:
    """Whether a spreadsheet could take the text for a formula."""
    return bool(FORMULA.match(text))


def as_cell(text: str) -> str:
    """Text for a CSV: what begins like a formula, or hides one, is marked as text."""
    text = HIDDEN_CELL.sub(rf"\1{MARK}", without_controls(text))
    return f"{MARK}{text}" if is_formula(text) else text


def phone_as_cell(phone: str, e164: str) -> str:
    """A telephone number for a CSV; one that makes no number stands as it was typed."""
    country, _space, rest = international(e164).partition(" ")
    if rest:
        return f"({country}) {rest}"
    cell = as_cell(phone)
    return f"{MARK}{cell}" if BARE_NUMBER.fullmatch(cell) else cell


def international(e164: str) -> str:
    """+442079460123 as +44 20 7946 0123; empty for what is no number."""
    try:
        return phonenumbers.format_number(phonenumbers.parse(e164), FORMAT)
    except phonenumbers.NumberParseException:
        return ""


def without_controls(text: str) -> str:
    """Text without control characters, which XLSX cannot hold; line breaks and tabs stay."""
    return CONTROLS.sub("", text)
