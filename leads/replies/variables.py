"""The variables of replies, such as {{ first_name }}: a fixed few, put in by plain substitution.

No template engine sees these texts, so nothing but these names can be looked up, whoever writes a template and whatever
a visitor entered as a name.
"""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

PLACE = re.compile(r"(?<!\{)\{\{([^{}\n]*)\}\}(?!\})")
"""A place that a value may be put into; braces that make no such place are a slip."""

BRACES = re.compile(r"\{\{|\}\}")


@dataclass(frozen=True)
class Variable:
    """What a template may name; `lack` says why a lead may have no such value."""

    name: str
    description: str
    example: str
    lack: str

    @property
    def tag(self) -> str:
        """How it is written in a text."""
        return f"{{{{ {self.name} }}}}"

    def is_in(self, text: str) -> bool:
        """Whether a text has a place for it."""
        return self.name in names_in(text)


VARIABLES = {
    variable.name: variable
    for variable in (
        Variable("name", gettext_lazy("the person's name"), "Amara Osei", gettext_lazy("The lead has no name.")),
        Variable("first_name", gettext_lazy("the person's first name"), "Amara", gettext_lazy("The lead has no name.")),
        Variable(
            "subject",
            gettext_lazy("what the enquiry is about"),
            "Microneedling",
            gettext_lazy("The lead has no subject."),
        ),
        Variable("reference", gettext_lazy("the lead's reference"), "L-2041", gettext_lazy("The lead is not stored.")),
        Variable(
            "consultation",
            gettext_lazy("day and time of the consultation that is booked"),
            "Tuesday, 1 December 2026, 14:30",
            gettext_lazy("No consultation is booked."),
        ),
        Variable(
            "clinic_name",
            gettext_lazy("the clinic's name"),
            "Wren & Rowe",
            gettext_lazy("The clinic's settings hold no name."),
        ),
        Variable(
            "clinic_phone",
            gettext_lazy("the clinic's phone number"),
            "020 7946 0321",
            gettext_lazy("The clinic's settings hold no phone number."),
        ),
        Variable(
            "clinic_address",
            gettext_lazy("the clinic's address, in lines"),
            "14 Orchard Row\nLondon N1 9CK",
            gettext_lazy("The clinic's settings hold no address."),
        ),
        Variable(
            "opening_hours",
            gettext_lazy("the clinic's opening hours, in lines"),
            "Monday – Friday: 09:00–18:00\nSaturday: 10:00–16:00",
            gettext_lazy("The clinic's settings hold no opening hours."),
        ),
        Variable(
            "staff_name",
            gettext_lazy("the name of whoever writes the reply"),
            "Ben Whitlock",
            gettext_lazy("Your account holds no first and last name."),
        ),
    )
}


def names_in(text: str) -> list[str]:
    """What stands in the places of a text, each once, in order."""
    return list(dict.fromkeys(name.strip() for name in PLACE.findall(text)))


def fill(text: str, values: dict[str, str]) -> str:
    """`text` with every variable that has a value replaced by it, once: what a value brings along is not read again."""
    return PLACE.sub(lambda place: values.get(place[1].strip()) or place[0], text)


def problems_of(text: str) -> list[str]:
    """What keeps a template's text from being used, in sentences."""
    problems = [unknown_variable(name) for name in names_in(text) if name not in VARIABLES]
    if BRACES.search(PLACE.sub("", text)):
        problems.append(_("Braces are left over. A variable is written with two on either side: {{ first_name }}."))
    return problems


def obstacles_to(text: str, values: dict[str, str]) -> list[str]:
    """What keeps a reply that `fill` has been over from being sent, in sentences: nothing may be left to fill in."""
    problems = problems_of(text)
    for name in names_in(text):
        if name in VARIABLES:
            variable = VARIABLES[name]
            reason = _("It would be sent as it stands.") if values.get(name) else variable.lack
            problems.append(
                _("There is nothing to put in for %(variable)s. %(reason)s Take it out, or write it by hand.")
                % {"variable": variable.tag, "reason": reason}
            )
    return problems


def unknown_variable(name: str) -> str:
    """The sentence that names the known ones."""
    values = {"name": f"{{{{ {name} }}}}", "known": ", ".join(VARIABLES)}
    return _("There is no variable %(name)s. Known are: %(known)s.") % values
