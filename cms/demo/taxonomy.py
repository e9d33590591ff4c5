"""The words by which the demo's visitors look for a treatment."""

from django.db.models import Model

from treatment_pages.models import BodyArea, Concern, TreatmentCategory

CATEGORIES = {
    "needling": ("Needling", "Very fine needles prompt the skin to repair itself. The change comes over weeks."),
    "peels": ("Peels", "A mild acid loosens the worn outer layer of the skin. We only do superficial ones."),
    "light-and-laser": (
        "Light and laser",
        "Light that is taken up by colour: in a hair, a fine vein or a brown spot. It always begins with a test patch.",
    ),
    "injections": (
        "Injections",
        "A gel under the skin, placed by a doctor. These are the treatments with the gravest risks, and we say so.",
    ),
    "skin-care": ("Skin care", "Gentle care of the surface without needles, acids that burn, or machines."),
}

CONCERNS = {
    "acne-scars": (
        "Acne scars",
        "Dents and marks that spots have left. They can become shallower or paler; they rarely go completely.",
    ),
    "mild-acne": (
        "Mild acne",
        "Blocked pores and a few inflamed spots. See a pharmacist or GP first: creams work better than most machines.",
    ),
    "fine-lines": ("Fine lines", "Small lines in the surface. Folds and loose skin are something else."),
    "uneven-texture": ("Uneven texture", "Skin that feels rough or looks dull, or pores that stand out."),
    "brown-marks": (
        "Brown marks",
        "Flat brown marks from sun or spots. Any spot that changes, bleeds or looks unusual goes to a doctor first.",
    ),
    "redness": (
        "Redness and fine veins",
        "A constant blush or thread veins on the face. Redness has many causes, and some need a doctor.",
    ),
    "dry-skin": ("Dry, tight skin", "Skin that loses water and feels tight, mostly from weather or too many products."),
    "lost-volume": ("Lost volume", "Cheeks, lips or folds that have become flatter with time."),
    "unwanted-hair": (
        "Unwanted hair",
        "Hair that bothers you, or that grows inwards. Hair that is new or grows fast may have a medical cause.",
    ),
}

AREAS = {
    "face": ("Face", "Treatments for the cheeks, the forehead, the nose and the chin."),
    "lips": ("Lips", "Treatments for the lips and the skin around them."),
    "neck": ("Neck", "Treatments for the neck, where skin is thinner than on the face."),
    "chest": ("Chest", "Treatments for the upper chest, which gets much sun."),
    "abdomen": ("Abdomen", "Treatments for the abdomen, such as for scars."),
    "back": ("Back", "Treatments for the back and the shoulders."),
    "underarms": ("Underarms", "Treatments for the underarms."),
    "hands": ("Hands", "Treatments for the backs of the hands."),
    "legs": ("Legs and thighs", "Treatments for the thighs, the lower legs and the bikini line."),
}


def load_taxonomy() -> dict[str, dict[str, Model]]:
    """Store every word that is not there yet, found again by its slug; the records by field of a treatment page."""
    return {
        "categories": _load(TreatmentCategory, CATEGORIES),
        "concerns": _load(Concern, CONCERNS),
        "body_areas": _load(BodyArea, AREAS),
    }


def _load(model: type[Model], words: dict[str, tuple[str, str]]) -> dict[str, Model]:
    records = {}
    for slug, (name, description) in words.items():
        record = model.objects.filter(slug=slug).first() or model(slug=slug, name=name, description=description)
        if record.pk is None:
            record.full_clean()
            record.save()
        records[slug] = record
    return records
