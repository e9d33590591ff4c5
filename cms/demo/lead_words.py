"""What the demo's invented visitors and staff say; every name, address and number is fiction."""

from leads.models import LeadStatus

FIRST_NAMES = (
    "Amara", "Priya", "Chloe", "Fatima", "Siobhán", "Mei", "Zofia", "Grace", "Leila", "Hannah", "Ngozi", "Ines",
    "Rosalind", "Yuki", "Bronwen", "Aisha", "Marta", "Eleni", "Sophie", "Thandiwe", "Jasmine", "Olivia", "Noor",
    "Beatriz", "Daniel", "Kwame", "Arjun", "Liam", "Mateusz", "Omar", "Tomás", "Hugo", "Wei", "Callum", "Ife",
    "Rhys", "Sam", "Alex", "Robin", "Jo",
)  # fmt: skip
LAST_NAMES = (
    "Adeyemi", "Sharma", "Whitfield", "Rahman", "O’Connell", "Chen", "Kowalska", "Mensah", "Haddad", "Bennett",
    "Okonkwo", "Moreira", "Fairbairn", "Tanaka", "Pritchard", "Siddiqui", "Nowak", "Papadaki", "Lewis", "Dlamini",
    "Campbell", "Hughes", "Yılmaz", "Ferreira", "Novák", "Boateng", "Patel", "Murphy", "Lindgren", "Clarke",
    "García", "Turner", "Nguyen", "Ali", "Stewart", "Ivanova", "Evans", "Khan", "Robertson", "Singh",
)  # fmt: skip

MESSAGES = {
    "microneedling": (
        "I have acne scars on both cheeks from my teens. Would microneedling help, or are they too deep? Happy to send "
        "photos if that is useful.",
        "How many sessions would you plan for fine lines around the eyes? And how red would I be on day two, I teach "
        "small children who say what they see.",
        "I had one session at another clinic and nothing changed. Is it worth going on?",
        "Do you treat stretch marks on the abdomen? Mine are about two years old.",
    ),
    "chemical-peel": (
        "My skin is brown and marks easily after spots. Is a peel a bad idea for me?",
        "Looking for something for blocked pores. I use a retinol at night, would I have to stop?",
        "I get married on 12 June. Too late or too early for a peel?",
    ),
    "ipl-photofacial": (
        "My GP says the redness on my cheeks is rosacea. Can IPL help, and does it come back?",
        "I have brown spots on the backs of my hands. One of them is new. Should somebody look at it first?",
        "Just back from Spain. How long do I have to wait?",
    ),
    "hydrating-facial": (
        "Is there a Saturday free in the next weeks? My skin is so dry from the heating.",
        "It would be a birthday present for my mother, she is 71. Do you do vouchers?",
        "I react to perfume. Can you use something without?",
    ),
    "led-light-therapy": (
        "My daughter is 19 and has mild acne. Does the blue light do anything, honestly?",
        "Could I come in my lunch break? I work round the corner.",
    ),
    "dermal-filler": (
        "I have never had anything done and I am nervous. Could I talk to the doctor without booking?",
        "I had lip filler three years ago elsewhere and there is a small lump. Can you look at it?",
        "What would it cost for the lines beside my mouth, roughly?",
    ),
    "laser-hair-removal": (
        "The hair on my neck grows in and gets sore, whatever I try. Is laser worth it?",
        "My skin is black. Which laser do you have?",
        "Underarms and bikini line, can both be done in one visit?",
    ),
}
GENERAL_MESSAGES = (
    "Hello, could somebody ring me? I have a few questions.",
    "Do you have parking, and is there a step at the door? I use a wheelchair.",
    "Thank you for writing about the risks so openly. I would like to come for a consultation. 🙂",
    "How soon could I see someone?",
    "Is the consultation really free?",
    "",
)
SECOND_MESSAGES = (
    "Me again. I forgot to say that Thursdays after five are best.",
    "I have not been able to answer your call, sorry. Could you try after four?",
    "One more question: do I need someone to take me home?",
)
HEALTH = (
    "I take a blood thinner.",
    "Diabetes, well controlled.",
    "I get cold sores twice a year.",
    "Eczema as a child, quiet since then.",
    "Allergic to some plasters.",
    "I stopped isotretinoin in August.",
)
SPAM_MESSAGES = (
    "Rank first in search! https://spam.example/seo https://spam.example/links https://spam.example/offer",
    "Business loan approved https://spam.example/a https://spam.example/b www.spam.example",
    "[url=https://spam.example/x]cheap[/url] [url=https://spam.example/y]deals[/url] https://spam.example/z",
)

NOTES = {
    LeadStatus.ATTEMPTED: (
        "No answer, left a message on voicemail.",
        "Rang at 10:15, busy. Try again after four.",
        "Sent an e-mail, asked for a good time to call.",
    ),
    LeadStatus.CONTACTED: (
        "Friendly talk. Wants to read the page on risks first.",
        "Asked about the price and how long the redness lasts. Sent both.",
        "Prefers a woman practitioner; would see Miriam.",
    ),
    LeadStatus.BOOKED: (
        "Booked a free consultation, Thursday evening.",
        "Consultation on Saturday. Comes with a friend.",
    ),
    LeadStatus.ATTENDED: (
        "Came to the consultation. Took the plan home.",
        "Miriam advised against it for now; will come back in spring.",
    ),
    LeadStatus.CONVERTED: ("First session booked and paid.", "Starts a course; next visit in five weeks."),
    LeadStatus.NO_SHOW: ("Did not come. Rang, no answer.", "Overslept, will call to rebook."),
    LeadStatus.ON_HOLD: ("Wants to wait until after the holidays.", "Moving house; asks us to write in the new year."),
    LeadStatus.LOST: ("Found a clinic nearer home.", "Too expensive at present.", "Not suitable; sent to the GP."),
}

CAME_FROM = (
    {},
    {},
    {},
    {"utm_source": "newsletter", "utm_medium": "email", "utm_campaign": "autumn-skin"},
    {"utm_source": "local-paper", "utm_medium": "referral"},
    {"utm_source": "search", "utm_medium": "cpc", "utm_campaign": "consultations", "gclid": "example-click"},
)
"""Campaign parameters of the address that a visitor came by; half come without any."""
