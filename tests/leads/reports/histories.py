"""Many leads with any history that a desk could have given them, drawn by chance from a seed."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from wagtail.models import Page, Site

from leads.models import (
    Activity,
    ActivityKind,
    Enquiry,
    Lead,
    LeadSource,
    LeadStatus,
    LostReason,
    Tombstone,
    TombstoneKind,
    Verdict,
)
from leads.models.tombstone import RELEASED
from tests import factories

ZONES = ("Europe/London", "America/New_York", "Pacific/Chatham")
FIRST, DAYS = datetime(2026, 3, 1, tzinfo=UTC), 42
"""With the nights in which each zone changes its clocks."""

CLOCK_CHANGES = [
    datetime(2026, 3, 8, 6, 30, tzinfo=UTC),
    datetime(2026, 3, 29, 0, 30, tzinfo=UTC),
    datetime(2026, 4, 4, 13, 30, tzinfo=UTC),
]


@dataclass
class World:
    """What leads belong to."""

    sites: list[Site | None]
    zones: dict[int | None, ZoneInfo]
    pages: list[Page | None]
    owners: list


def make_world(root_page) -> World:
    """Three sites in three time zones, five pages and four members of staff."""
    home = factories.HomePageFactory(parent=root_page, slug="front")
    Site.objects.all().delete()
    sites = [
        Site.objects.create(hostname=f"clinic{n}.example", root_page=home, is_default_site=n == 0)
        for n in range(len(ZONES))
    ]
    for site, zone in zip(sites, ZONES, strict=True):
        factories.make_clinic(site, time_zone=zone)
    pages = [factories.InformationPageFactory(parent=home, title=f"Treatment {n}", slug=f"t{n}") for n in range(5)]
    owners = [factories.make_user("leads.view_lead", first_name=name) for name in ("Ada", "", "Grace", "Ida")]
    zones = dict(zip((site.pk for site in sites), map(ZoneInfo, ZONES), strict=True))
    return World([*sites, None], zones | {None: ZoneInfo("Europe/London")}, [*pages, None], [*owners, None])


def live(world: World, number: int, seed: int) -> None:
    """Fill the desk with so many leads, their enquiries and timelines, and what is left of others."""
    rng = Random(seed)  # noqa: S311 - histories need no secrets
    leads = Lead.objects.bulk_create([random_lead(world, rng) for _number in range(number)])
    Enquiry.objects.bulk_create(enquiry for lead in leads for enquiry in random_enquiries(world, lead, rng))
    Activity.objects.bulk_create(entry for lead in leads for entry in random_timeline(lead, rng))
    Tombstone.objects.bulk_create(random_tombstone(world, rng) for _number in range(number // 10))


def random_moment(rng: Random) -> datetime:
    """Mostly any time, often close to a midnight somewhere or to a change of clocks."""
    if rng.random() < 0.1:
        return rng.choice(CLOCK_CHANGES) + timedelta(minutes=rng.randint(-180, 180))
    moment = FIRST + timedelta(minutes=rng.randrange(DAYS * 24 * 60), seconds=rng.randrange(60))
    if rng.random() < 0.1:
        zone = ZoneInfo(rng.choice(ZONES))
        midnight = moment.astimezone(zone).replace(hour=0, minute=0, second=0)
        return midnight.astimezone(UTC) - timedelta(microseconds=rng.choice((0, 1)))
    return moment


def random_lead(world: World, rng: Random) -> Lead:
    status, created = rng.choice(LeadStatus.values), random_moment(rng)
    started = created if rng.random() < 0.8 else created + timedelta(days=rng.randint(1, 9))
    page = rng.choice(world.pages)
    due = started + timedelta(minutes=240) if rng.random() < 0.9 else None
    answered = rng.random() < 0.7
    return Lead(
        site=rng.choices(world.sites, (6, 4, 3, 1))[0],
        name="Somebody",
        source=rng.choices(LeadSource.values, (7, 2, 1, 1))[0],
        page=page,
        page_title=page.title if page else rng.choice(("", "Treatment gone", "12")),
        subject="Whatever they typed",
        status=status,
        owner=rng.choice(world.owners),
        created_at=created,
        last_enquiry_at=created,
        clock_started_at=None if rng.random() < 0.1 else started,
        first_response_at=started + timedelta(seconds=int(rng.lognormvariate(9, 1.6))) if answered else None,
        response_due_at=due,
        breached_at=due if due and rng.random() < 0.3 else None,
        follow_up_at=created if status == LeadStatus.ON_HOLD else None,
        consultation_at=created if status == LeadStatus.BOOKED else None,
        lost_reason=rng.choice(LostReason.values) if status == LeadStatus.LOST else "",
        converted_at=created if status == LeadStatus.CONVERTED or rng.random() < 0.05 else None,
    )


def random_enquiries(world: World, lead: Lead, rng: Random) -> list[Enquiry]:
    """None for a lead that was added by hand; those in quarantine belong to nobody."""
    made = []
    for number in range(rng.choices((0, 1, 2, 3), (2, 10, 2, 1))[0]):
        is_held_back = rng.random() < 0.1
        page = lead.page if number == 0 else rng.choice(world.pages)
        made.append(
            Enquiry(
                reference=f"E-{lead.pk}-{number}",
                site=lead.site,
                page=page,
                page_title=page.title if page else lead.page_title,
                subject=f"Subject {rng.randrange(4)}" if rng.random() < 0.9 else "",
                name="Somebody",
                received_at=lead.created_at + timedelta(hours=rng.randint(0, 400)) * min(number, 1),
                lead=None if is_held_back else lead,
                verdict=rng.choice((Verdict.QUARANTINED, Verdict.SPAM)) if is_held_back else Verdict.ACCEPTED,
                dedupe_key=f"{rng.getrandbits(100)}",
            )
        )
    return made


def random_timeline(lead: Lead, rng: Random) -> list[Activity]:
    """Bookings that stand, bookings that were taken back, and much that is no booking."""
    kinds = [(ActivityKind.NOTE, ""), (ActivityKind.STATUS, LeadStatus.CONTACTED)]
    kinds += [(ActivityKind.STATUS, LeadStatus.BOOKED), (ActivityKind.UNDONE, LeadStatus.BOOKED)]
    return [
        Activity(lead=lead, kind=kind, to_value=value, created_at=lead.created_at)
        for kind, value in rng.sample(kinds, rng.randint(0, 4))
    ]


def random_tombstone(world: World, rng: Random) -> Tombstone:
    page, site = rng.choice(world.pages), rng.choice(world.sites)
    shared = {
        "cause": "erased",
        "site": site,
        "page": page,
        "page_title": page.title if page else "Treatment gone",
        "subject": rng.choice(("", "Subject 1", "Subject 9")),
        "received_on": random_moment(rng).date(),
    }
    if rng.random() < 0.5:
        verdict = rng.choice((*Verdict.values, RELEASED))
        return Tombstone(kind=TombstoneKind.ENQUIRY, verdict=verdict, **shared)
    status = rng.choice(LeadStatus.values)
    return Tombstone(
        kind=TombstoneKind.LEAD,
        source=rng.choice(LeadSource.values),
        status=status,
        received_hour=rng.choice((None, *range(24))),
        owner=rng.choice(world.owners),
        lost_reason=rng.choice((LostReason.PRICE, LostReason.MOVED)) if status == LeadStatus.LOST else "",
        response_minutes=rng.choice((None, 0, 17, 480, 481, 9_000)),
        was_booked=rng.random() < 0.3,
        was_converted=rng.random() < 0.2,
        is_answered_in_time=rng.choice((None, True, False)),
        **shared,
    )
