"""The forms of “Import article”: what to read and where to put it, and the outline as it may be changed."""

import json

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from treatment_pages.importing.claims import claims_of
from treatment_pages.importing.editing import as_text, block_from
from treatment_pages.importing.kinds import KINDS, SECTION
from treatment_pages.importing.limits import MAX_CHARACTERS, MAX_ELEMENTS, MAX_FILES, ImportRefusedError
from treatment_pages.importing.outline import Block, Outline
from treatment_pages.importing.places import page_models, parents_for
from treatment_pages.importing.readers import ENDINGS
from treatment_pages.importing.wording import KIND_LABELS, fact_words

MAX_BLOCKS = 150
"""Parts of one article that can be looked through; an article has ten or twenty."""


class FilesInput(forms.ClearableFileInput):
    """Takes several files at once."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """A list of files, empty without any."""

    widget = FilesInput

    def clean(self, data, initial=None) -> list:
        files = data if isinstance(data, (list, tuple)) else [data] if data else []
        if len(files) > MAX_FILES:
            raise forms.ValidationError(_("Choose %(most)s files at most.") % {"most": MAX_FILES})
        return list(files)


class DayInput(forms.DateInput):
    """The browser's own date picker."""

    input_type = "date"

    def __init__(self, **kwargs):
        super().__init__(**{"format": "%Y-%m-%d", **kwargs})


class ManyField(forms.MultipleChoiceField):
    """Boxes to tick, none needed."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs):
        super().__init__(required=False, **kwargs)


class PlaceForm(forms.Form):
    """Below which page the draft goes, and as what; only places where this user may add pages."""

    parent = forms.ModelChoiceField(label=_("Below"), queryset=Page.objects.none(), empty_label=None)
    page_type = forms.ChoiceField(label=_("As"))

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["parent"].queryset = parents_for(user)
        types = [(model._meta.label_lower, model.get_verbose_name()) for model in page_models()]
        self.fields["page_type"].choices = types
        self.initial.setdefault("page_type", "treatment_pages.treatmentarticlepage")

    @property
    def target(self) -> tuple[type[Page], Page]:
        """The page type and the page above."""
        models = {model._meta.label_lower: model for model in page_models()}
        return models[self.cleaned_data["page_type"]], self.cleaned_data["parent"].specific


class SourceForm(PlaceForm):
    """Files or pasted text."""

    files = FilesField(
        label=_("Files"),
        required=False,
        help_text=_("Text, Markdown, HTML, Word (.docx) or a WordPress export (.xml); several at once."),
        widget=FilesInput(attrs={"accept": ",".join(ENDINGS)}),
    )
    text = forms.CharField(
        label=_("Or the text itself"),
        required=False,
        max_length=MAX_CHARACTERS * 2,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Paste plain text, Markdown or HTML."),
    )

    def clean(self):
        values = super().clean()
        if not values.get("files") and not values.get("text") and not self.errors:
            raise forms.ValidationError(_("Choose a file or paste a text."))
        return values


class OutlineForm(PlaceForm):
    """What stands above the blocks, and the outline as it was read."""

    title = forms.CharField(label=_("Title"), max_length=255)
    author = forms.CharField(label=_("Author"), max_length=120, required=False)
    published_on = forms.DateField(label=_("Published on"), required=False, widget=DayInput)
    updated_on = forms.DateField(label=_("Updated on"), required=False, widget=DayInput)
    facts = ManyField(label=_("Key facts to take over"))
    back = ManyField(label=_("Take back into the draft"))
    outline = forms.CharField(widget=forms.HiddenInput)
    original = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, outline: Outline, **kwargs):
        super().__init__(*args, **kwargs)
        self.read = outline
        known = [(name, fact_words(name, fact)) for name, fact in outline.key_facts.items() if isinstance(fact, dict)]
        self.fields["facts"].choices = known
        pieces = (f"{piece.get('text', '')} ({piece.get('reason', '')})" for piece in outline.set_aside)
        self.fields["back"].choices = [(str(number), words) for number, words in enumerate(pieces)]

    def edited(self, blocks: list[Block]) -> Outline:
        """The outline with what was changed here; claims are looked for anew in the blocks as they are now."""
        values = self.cleaned_data
        meta = self.read.meta | {"title": values["title"], "author_display": values["author"]}
        for name in ("published", "updated"):
            day = values[f"{name}_on"]
            meta[name] = day and {"year": day.year, "month": day.month, "day": day.day, "confidence": "stated"}
        back = [self.read.set_aside[int(number)].get("text", "") for number in values["back"]]
        if back:
            blocks = [*blocks, Block(SECTION, "", "\n\n".join(map(str, back)))]
        facts = {name: fact if name in values["facts"] else None for name, fact in self.read.key_facts.items()}
        aside = [piece for number, piece in enumerate(self.read.set_aside) if str(number) not in values["back"]]
        return Outline(meta, facts, blocks, claims_of(blocks), aside)


class BlockForm(forms.Form):
    """One block: its kind, heading and text; the place among the others and leaving it out come from the formset."""

    type = forms.ChoiceField(label=_("Kind"), choices=[(kind, KIND_LABELS[kind]) for kind in KINDS])
    heading = forms.CharField(label=_("Heading"), required=False, max_length=1000)
    text = forms.CharField(
        label=_("Text"), required=False, max_length=MAX_CHARACTERS, widget=forms.Textarea(attrs={"rows": 6})
    )


BlockForms = forms.formset_factory(
    BlockForm, extra=0, can_order=True, can_delete=True, max_num=MAX_BLOCKS, absolute_max=MAX_BLOCKS
)


def initial_blocks(outline: Outline) -> list[dict]:
    """The blocks of an outline for the formset."""
    blocks = outline.blocks[:MAX_BLOCKS]
    return [{"type": block.type, "heading": block.heading, "text": as_text(block)} for block in blocks]


def blocks_of(formset, outline: Outline) -> list[Block]:
    """The blocks in the order that was chosen; one that was not touched stays as it was read."""
    blocks = []
    for form in formset.ordered_forms:
        values = form.cleaned_data
        text = values["text"].replace("\r\n", "\n")
        place = formset.forms.index(form)
        read = outline.blocks[place] if place < len(outline.blocks) else None
        written = (values["type"], values["heading"], text.strip())
        if read and (read.type, read.heading.strip(), as_text(read).strip()) == written:
            blocks.append(read)
        else:
            blocks.append(block_from(values["type"], values["heading"], text))
    return blocks


def outline_from(data: str) -> Outline:
    """The outline that a page of ours carried; ImportRefusedError for anything else."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise ImportRefusedError(_("This is not an outline as the import makes it.")) from error
    outline = Outline.from_json(value)
    if len(outline.set_aside) > MAX_ELEMENTS:
        raise ImportRefusedError(_("This is not an outline as the import makes it."))
    return outline
