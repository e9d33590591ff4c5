"""What became of an article, in lines for people."""

from collections.abc import Iterator

from treatment_pages.importing.outline import Outline

MOST_SHOWN = 70


def lines_of(outline: Outline) -> Iterator[str]:
    """Each heading with its kind and what it holds, then facts, claims and what was set aside."""
    for block in outline.blocks:
        counts = [
            f"{len(entries)} {name}"
            for entries, name in (
                (block.items, "items"),
                (block.steps, "steps"),
                (block.suitable_for, "suitable for"),
                (block.not_suitable_for, "not suitable for"),
                (block.claims, "claims"),
            )
            if entries
        ]
        yield f"{block.heading or '(no heading)'} → {block.type}" + (f" ({', '.join(counts)})" if counts else "")
    facts = [name for name, fact in outline.key_facts.items() if fact]
    yield f"Key facts: {', '.join(facts) or 'none found'}"
    yield f"Claims without a source: {len(outline.claims)}"
    for name in ("published", "updated"):
        if (stated := outline.meta.get(name)) and stated.get("confidence") == "needs_year":
            yield f"The date “{name}” has no year: it stays empty."
    for piece in outline.set_aside:
        yield f"Set aside ({piece['reason']}): {piece['text'][:MOST_SHOWN]}"
