"""Publications that the demo's claims rest on: all real, each with an address where a reader finds it."""

from treatment_pages.models import EvidenceLevel, Source, SourceKind

NHS = {"authors": "NHS", "publication": "nhs.uk", "kind": SourceKind.REGULATOR}
NHS_COSMETIC = "https://www.nhs.uk/conditions/cosmetic-procedures/"

SOURCES: dict[str, dict] = {
    "needling-scars": {
        "title": "Microneedling for the Treatment of Scars: An Update for Clinicians",
        "authors": "Juhasz MLW, Cohen JL",
        "year": 2020,
        "publication": "Clinical, Cosmetic and Investigational Dermatology 13:997–1003",
        "evidence_level": EvidenceLevel.SYSTEMATIC_REVIEW,
        "doi": "10.2147/CCID.S267192",
    },
    "needling-acne": {
        "title": "Skin needling as a treatment for acne scarring: An up-to-date review of the literature",
        "authors": "Harris AG, Naidoo C, Murrell DF",
        "year": 2015,
        "publication": "International Journal of Women’s Dermatology 1:77–81",
        "evidence_level": EvidenceLevel.SYSTEMATIC_REVIEW,
        "doi": "10.1016/j.ijwd.2015.03.004",
    },
    "scars-cochrane": {
        "title": "Interventions for acne scars",
        "authors": "Abdel Hay R, Shalaby K, Zaher H, Hafez V, Chi CC, Dimitri S, Nabhan AF, Layton AM",
        "year": 2016,
        "publication": "Cochrane Database of Systematic Reviews, Issue 4",
        "evidence_level": EvidenceLevel.SYSTEMATIC_REVIEW,
        "doi": "10.1002/14651858.CD011946.pub2",
    },
    "scars-nhs": {
        **NHS,
        "title": "Scars",
        "url": "https://www.nhs.uk/conditions/scars/",
    },
    "acne-nice": {
        "title": "Acne vulgaris: management (NG198)",
        "authors": "National Institute for Health and Care Excellence",
        "year": 2021,
        "publication": "nice.org.uk",
        "kind": SourceKind.GUIDELINE,
        "url": "https://www.nice.org.uk/guidance/ng198",
    },
    "needling-dermnet": {
        "title": "Skin needling",
        "authors": "Ranaweera A, Elghblawi E, Oakley A, Coulson I",
        "year": 2022,
        "publication": "DermNet",
        "kind": SourceKind.OTHER,
        "evidence_level": EvidenceLevel.EXPERT_OPINION,
        "url": "https://dermnetnz.org/topics/skin-needling",
    },
    "needling-fda": {
        "title": "Microneedling Devices: Getting to the Point on Benefits, Risks and Safety",
        "authors": "U.S. Food and Drug Administration",
        "publication": "fda.gov",
        "kind": SourceKind.REGULATOR,
        "url": (
            "https://www.fda.gov/consumers/consumer-updates/"
            "microneedling-devices-getting-point-benefits-risks-and-safety"
        ),
    },
    "peels-nhs": {
        **NHS,
        "title": "Chemical peels",
        "url": f"{NHS_COSMETIC}non-surgical-cosmetic-procedures/chemical-peels/",
    },
    "peels-acne-trials": {
        "title": "Chemical peels for acne vulgaris: a systematic review of randomised controlled trials",
        "authors": "Chen X, Wang S, Yang M, Li L",
        "year": 2018,
        "publication": "BMJ Open 8:e019607",
        "evidence_level": EvidenceLevel.SYSTEMATIC_REVIEW,
        "doi": "10.1136/bmjopen-2017-019607",
    },
    "peels-selection": {
        "title": "Chemical peels in the treatment of acne: patient selection and perspectives",
        "authors": "Castillo DE, Keri JE",
        "year": 2018,
        "publication": "Clinical, Cosmetic and Investigational Dermatology 11:365–372",
        "evidence_level": EvidenceLevel.EXPERT_OPINION,
        "doi": "10.2147/CCID.S137788",
    },
    "ipl-rosacea": {
        "title": "Efficacy and safety of intense pulsed light in rosacea: A systematic review",
        "authors": "Martignago CCS, Bonifacio M, Ascimann LT, et al.",
        "year": 2024,
        "publication": "Indian Journal of Dermatology, Venereology and Leprology, 599–605",
        "evidence_level": EvidenceLevel.SYSTEMATIC_REVIEW,
        "doi": "10.25259/IJDVL_1029_2022",
    },
    "light-rosacea": {
        "title": "Laser and light-based therapies in the management of rosacea: an updated systematic review",
        "authors": "Husein-ElAhmed H, Steinhoff M",
        "year": 2021,
        "publication": "Lasers in Medical Science",
        "evidence_level": EvidenceLevel.SYSTEMATIC_REVIEW,
        "doi": "10.1007/s10103-020-03200-1",
    },
    "moisturisers": {
        "title": "Emollients and moisturisers for eczema",
        "authors": "van Zuuren EJ, Fedorowicz Z, Christensen R, Lavrijsen APM, Arents BWM",
        "year": 2017,
        "publication": "Cochrane Database of Systematic Reviews, Issue 2",
        "evidence_level": EvidenceLevel.SYSTEMATIC_REVIEW,
        "doi": "10.1002/14651858.CD012119.pub2",
    },
    "emollients-nhs": {
        **NHS,
        "title": "Emollients",
        "url": "https://www.nhs.uk/conditions/emollients/",
    },
    "light-acne": {
        "title": "Light therapies for acne",
        "authors": "Barbaric J, Abbott R, Posadzki P, Car M, Gunn LH, Layton AM, Majeed A, Car J",
        "year": 2016,
        "publication": "Cochrane Database of Systematic Reviews",
        "evidence_level": EvidenceLevel.SYSTEMATIC_REVIEW,
        "doi": "10.1002/14651858.CD007917.pub2",
    },
    "light-lines": {
        "title": (
            "A Controlled Trial to Determine the Efficacy of Red and Near-Infrared Light Treatment in Patient "
            "Satisfaction, Reduction of Fine Lines, Wrinkles, Skin Roughness, and Intradermal Collagen Density Increase"
        ),
        "authors": "Wunsch A, Matuschka K",
        "year": 2014,
        "publication": "Photomedicine and Laser Surgery 32:93–100",
        "evidence_level": EvidenceLevel.RANDOMISED_TRIAL,
        "url": "https://pmc.ncbi.nlm.nih.gov/articles/PMC3926176/",
    },
    "led-review": {
        "title": "Light-emitting Diodes: A Brief Review and Clinical Experience",
        "authors": "Opel DR, Hagstrom E, Pace AK, et al.",
        "year": 2015,
        "publication": "Journal of Clinical and Aesthetic Dermatology 8(6):36–44",
        "evidence_level": EvidenceLevel.CASE_SERIES,
        "url": "https://pmc.ncbi.nlm.nih.gov/articles/PMC4479368/",
    },
    "fillers-nhs": {
        **NHS,
        "title": "Face and lip fillers (dermal fillers)",
        "url": f"{NHS_COSMETIC}non-surgical-cosmetic-procedures/dermal-fillers/",
    },
    "fillers-occlusion": {
        "title": "Guideline for the Management of Hyaluronic Acid Filler-induced Vascular Occlusion",
        "authors": "Murray G, Convery C, Walker L, Davies E",
        "year": 2021,
        "publication": "Journal of Clinical and Aesthetic Dermatology 14(5):E61–E69",
        "kind": SourceKind.GUIDELINE,
        "evidence_level": EvidenceLevel.EXPERT_OPINION,
        "url": "https://pubmed.ncbi.nlm.nih.gov/34188752/",
    },
    "hair-cochrane": {
        "title": "Laser and photoepilation for unwanted hair growth",
        "authors": "Haedersdal M, Gøtzsche PC",
        "year": 2006,
        "publication": "Cochrane Database of Systematic Reviews, Issue 4",
        "evidence_level": EvidenceLevel.SYSTEMATIC_REVIEW,
        "doi": "10.1002/14651858.CD004684.pub2",
    },
    "hair-review": {
        "title": "Evidence-based review of hair removal using lasers and light sources",
        "authors": "Haedersdal M, Wulf HC",
        "year": 2006,
        "publication": "Journal of the European Academy of Dermatology and Venereology 20:9–20",
        "evidence_level": EvidenceLevel.SYSTEMATIC_REVIEW,
        "url": "https://pubmed.ncbi.nlm.nih.gov/16405602/",
    },
    "hair-nhs": {
        **NHS,
        "title": "Laser hair removal",
        "url": f"{NHS_COSMETIC}laser-hair-removal/",
    },
    "hirsutism-nhs": {
        **NHS,
        "title": "Excessive hair growth (hirsutism)",
        "url": "https://www.nhs.uk/conditions/hirsutism/",
    },
    "rosacea-nhs": {
        **NHS,
        "title": "Rosacea",
        "url": "https://www.nhs.uk/conditions/rosacea/",
    },
    "cosmetic-gmc": {
        "title": "Guidance for doctors who offer cosmetic interventions",
        "authors": "General Medical Council",
        "year": 2016,
        "publication": "gmc-uk.org",
        "kind": SourceKind.GUIDELINE,
        "url": ("https://www.gmc-uk.org/professional-standards/the-professional-standards/cosmetic-interventions"),
    },
    "cosmetic-nhs": {
        **NHS,
        "title": "Cosmetic procedures",
        "url": NHS_COSMETIC,
    },
    "sun-nhs": {
        **NHS,
        "title": "Sunscreen and sun safety",
        "url": "https://www.nhs.uk/live-well/seasonal-health/sunscreen-and-sun-safety/",
    },
}


def load_sources() -> dict[str, Source]:
    """Store every source that is not there yet, found again by its title; the records by key."""
    records = {}
    for key, fields in SOURCES.items():
        record = Source.objects.filter(title=fields["title"]).first() or Source(**fields)
        if record.pk is None:
            record.full_clean()
            record.save()
        records[key] = record
    return records
