"""Findings as errors of the editor's form, each at the field that it is about."""

from django.core.exceptions import ValidationError
from wagtail.blocks import BaseStreamBlock, BaseStructBlock, Block, ListBlock, StreamValue
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from treatment_pages.editorial.findings import Finding

PAGE = "page"
"""Stands for a block that is not there."""
Tree = dict[str, "Tree | list[str]"]
"""Texts by place: block id, then the names and numbers of the path; under "" what is about the whole."""


def body_error(body: StreamValue, findings: list[tuple[Finding, str]]) -> StreamBlockValidationError:
    """The error of a stream that shows each finding's text at its field, or at its top where no field is concerned."""
    tree: Tree = {}
    for finding, text in findings:
        place = tree
        for step in [finding.block_id or PAGE, *filter(None, finding.path.split("."))]:
            place = place.setdefault(step, {})
        place.setdefault("", []).append(text)
    errors, lost = {}, []
    for number, child in enumerate(body):
        if child.id in tree:
            errors[number] = _error(child.block, tree.pop(child.id))
    for place in tree.values():
        lost += _texts(place)
    return StreamBlockValidationError(block_errors=errors, non_block_errors=lost)


def _error(block: Block, tree: Tree) -> ValidationError:
    """The error of one block: at its children where these are known, else at itself."""
    texts, inner, lost = list(tree.get("", ())), {}, []
    for step, place in tree.items():
        child = _child(block, step) if step else None
        if child is not None:
            inner[int(step) if step.isdigit() else step] = _error(child, place)
        elif step:
            lost += _texts(place)
    if isinstance(block, BaseStructBlock):
        return StructBlockValidationError(block_errors=inner, non_block_errors=texts + lost)
    if isinstance(block, ListBlock):
        return ListBlockValidationError(block_errors=inner, non_block_errors=texts + lost)
    if isinstance(block, BaseStreamBlock):
        return StreamBlockValidationError(block_errors=inner, non_block_errors=texts + lost)
    return ValidationError(texts + lost)


def _child(block: Block, step: str) -> Block | None:
    """The block that a step of a path leads to; None for a step that leads nowhere."""
    if isinstance(block, BaseStructBlock):
        return block.child_blocks.get(step)
    return block.child_block if isinstance(block, ListBlock) and step.isdigit() else None


def _texts(tree: Tree) -> list[str]:
    """All texts of a part of the tree."""
    texts = list(tree.get("", ()))
    for step, place in tree.items():
        if step:
            texts += _texts(place)
    return texts
