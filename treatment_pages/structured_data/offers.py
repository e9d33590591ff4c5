"""What the treatment costs: one offer for every price that the page names."""

from collections.abc import Iterator

from treatment_pages.structured_data.nodes import Node, Subject, node, plain, reference, sentences
from treatment_pages.structured_data.therapy import values


def offers(subject: Subject) -> list[Node]:
    """The offers of the page, each for a service that the clinic provides."""
    return [
        node(
            "Offer",
            subject.id(f"offer-{number}"),
            name=name,
            description=description,
            url=subject.url,
            priceSpecification=price_specification(price),
            itemOffered=node(
                "Service", name=name, serviceType=subject.page.title, provider=reference(subject.clinic_id)
            ),
        )
        for number, (name, description, price) in enumerate(_prices(subject.page), start=1)
    ]


def price_specification(price) -> Node:
    """The amount: fixed where both ends agree, otherwise from–to; a price without an upper end is a lowest price."""
    low, high = price.get("amount_from"), price.get("amount_to")
    is_fixed = low == high
    return node(
        "UnitPriceSpecification",
        price=str(low) if is_fixed else None,
        minPrice=None if is_fixed else float(low),
        maxPrice=float(high) if high is not None and not is_fixed else None,
        priceCurrency=price.get("currency"),
        unitText=price.get("unit"),
    )


def _prices(page) -> Iterator[tuple[str, str, dict]]:
    """Name, description and value of every price, that of the key facts first."""
    facts = page.key_facts
    if facts and facts.get("price"):
        yield page.title, facts["price"].get("conditions") or "", facts["price"]
    for block in values(page, "prices"):
        for item in block.get("items") or ():
            if item.get("price"):
                conditions = item["price"].get("conditions") or ""
                yield item.get("name") or page.title, sentences(plain(item.get("text")), conditions), item["price"]
