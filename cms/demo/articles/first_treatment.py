"""The published article: getting ready for a first skin treatment."""

from datetime import date

from cms.demo.content import call_to_action, claim, faq, section, sources
from cms.demo.outline import Article, Review

ARTICLE = Article(
    slug="before-your-first-treatment",
    title="Before your first skin treatment: a calm checklist",
    alternate_names="",
    summary=(
        "What to find out, what to stop and what to bring before a first skin treatment, whether you have it here or "
        "somewhere else."
    ),
    seo_title="Getting ready for a first skin treatment",
    search_description=(
        "A checklist before your first skin treatment: whom to trust, what to tell the clinic, which creams to stop, "
        "and when to wait."
    ),
    picture="card-default",
    author="",
    author_page="miriam-wren",
    review=Review(by="ines-carvalho", days_ago=45),
    tags=("choosing", "first visit"),
    published_on=date(2026, 10, 5),
    updated_on=date(2026, 11, 9),
    treatment=None,
    is_live=True,
    introduction=(
        "<p>The day of a treatment goes well when the weeks before it did. None of this list is difficult, and half "
        "of it is simply asking. Take it to any clinic, not only to ours.</p>"
    ),
    body=(
        section(
            "Four weeks before: find out whom you trust",
            "<p>In England nearly anyone may offer cosmetic treatments. So ask plainly:</p>"
            "<ul><li>What is your profession, and which register are you on?</li>"
            "<li>How many times have you done this, and what went wrong?</li>"
            "<li>What is the product or machine called, and who makes it?</li>"
            "<li>Whom do I call at night if I am worried?</li>"
            "<li>Are you insured for this?</li></ul>"
            "<p>A good practitioner likes these questions. If you feel hurried, go home.</p>",
            claim(
                "Check that the person is on a register, and avoid practitioners who have only completed a short "
                "training course.",
                "fillers-nhs",
            ),
        ),
        section(
            "Two weeks before: let your skin rest",
            "<p>Skin that is already irritated takes treatment badly. Two weeks before, stay out of strong sun and "
            "leave out sunbeds and self-tan. One week before, stop retinol, acids and scrubs on the area. Do not wax "
            "or thread it.</p>"
            "<p>Keep taking medicines that a doctor gave you. If one of them is a reason to wait, we ask your doctor "
            "and do not guess.</p>",
            claim(
                "Choose a sunscreen with a sun protection factor of at least 30 and at least four stars for UVA.",
                "sun-nhs",
                value="SPF 30 and four stars",
                unit="at least",
            ),
        ),
        section(
            "The day before: a short list",
            "<ul><li>Medicines and creams, with their names</li>"
            "<li>Allergies, including to plasters, latex and local anaesthetics</li>"
            "<li>Past treatments in the same area, with dates if you have them</li>"
            "<li>Cold sores, even if the last one was years ago</li>"
            "<li>Your questions</li></ul>",
        ),
        section(
            "When to call and wait",
            "<p>Please call and move the date if you have a fever, a cold sore, a rash or broken skin in the area, "
            "if you are tanned, if you might be pregnant, or if you no longer feel sure. None of these costs you "
            "anything here.</p>",
        ),
        section(
            "Hopes, put into words",
            "<p>Before you come, finish this sentence: “I will be content if …”. If the answer is about your skin, "
            "we can talk about it. If it is about a job, a partner or being happier, a treatment is the wrong tool, "
            "and we will tell you so kindly.</p>",
        ),
        faq(
            (
                "May I bring someone?",
                "<p>Yes. Two people hear more than one.</p>",
            ),
            (
                "Should I eat beforehand?",
                "<p>Yes, something light. People who have not eaten feel faint more easily.</p>",
            ),
            (
                "Can I drive home?",
                "<p>After the treatments we offer, usually. Not if you feel light-headed or your eyes are swollen.</p>",
            ),
        ),
        call_to_action(
            "Something on the list that worries you?",
            "Write us a line. You get an answer from a person, usually within the same working day.",
            "Ask us",
        ),
        sources("cosmetic-nhs"),
    ),
)
