"""An article that readers may ask questions under: what can change about acne scars."""

from datetime import date

from cms.demo.content import call_to_action, cited, claim, evidence, section, sources
from cms.demo.outline import Article, Review

ARTICLE = Article(
    slug="acne-scars-what-can-change",
    title="Acne scars: what can change, and what stays",
    alternate_names="",
    summary=(
        "Marks fade by themselves, dents do not. How to tell them apart in low light, what helps which kind, and when "
        "to wait."
    ),
    seo_title="Acne scars: what can change and what stays",
    search_description=(
        "How to tell marks from scars, which scars respond to treatment and which hardly do, and why active acne comes "
        "first. With sources."
    ),
    picture="raking-light",
    author="",
    author_page="miriam-wren",
    review=Review(by="ines-carvalho", days_ago=30),
    published_on=date(2026, 9, 14),
    updated_on=date(2026, 10, 26),
    treatment="microneedling",
    is_live=True,
    tags=("acne scars", "choosing"),
    takes_questions=True,
    introduction=(
        "<p>People come to us with one word, scars, and mean three different things. The difference decides whether "
        "time, a cream or a needle is the answer, so it is worth ten minutes with a lamp and a mirror.</p>"
    ),
    body=(
        section(
            "Mark or scar? Turn down the light",
            "<p>Switch off the ceiling light and hold a lamp beside your cheek, so that it shines across the skin. "
            "What you see only as colour is a <b>mark</b>: red or brown, and flat. What throws a shadow is a "
            "<b>scar</b>: a dent, or now and then a raised line.</p>"
            "<p>Marks fade by themselves, mostly within months; brown ones can take more than a year. The best help is "
            "sunscreen, every day. Dents do not fill by themselves.</p>",
        ),
        section(
            "Three kinds of dents",
            "<ul><li><b>Wide and shallow</b>, like a thumb in dough. They respond best.</li>"
            "<li><b>Round with a clear edge.</b> The edge can get softer, the floor a little higher.</li>"
            "<li><b>Narrow and deep</b>, like the prick of a pin. Needling changes them least; a dermatologist may "
            "remove or lift single ones.</li></ul>"
            "<p>Most faces have all three. So nobody can promise you a smooth cheek, and you should not believe "
            "anyone who does.</p>",
        ),
        section(
            "First the acne, then the scars",
            "<p>As long as new spots come, new scars come too, and needles spread what is inflamed. See your GP or a "
            "pharmacist first. "
            + cited("Picking or scratching spots again and again can make scars more likely.", "acne-nice")
            + "</p><p>Wait until your skin has been quiet for about three months. After isotretinoin tablets we wait "
            "six.</p>",
        ),
        evidence(
            "Studies on acne scars are many and small, and they measure success in different ways.",
            claim(
                "A Cochrane review compared treatments of acne scars. It found too little good evidence to put one of "
                "them first.",
                "scars-cochrane",
                value="24 trials",
                unit="of treatments for acne scars",
                population="789 adults",
            ),
            claim(
                "Every study in a review of needling reported some improvement; its authors call the evidence "
                "moderate.",
                "needling-acne",
                population="18 studies, alone or with another treatment",
            ),
        ),
        section(
            "A goal that you can check",
            "<p>“Better” cannot be measured. “The three dents on my left cheek throw less of a shadow in the bathroom” "
            "can. Take a picture in the same place, with the same lamp, before the first session and six weeks after "
            "the third. If you cannot tell the two apart, stop.</p>",
        ),
        call_to_action(
            "Would you like us to look?",
            "We tell you which kind you have, and whether we are the right people for it.",
            "Ask about a consultation",
        ),
        sources("scars-nhs"),
    ),
)
