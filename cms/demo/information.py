"""The demo clinic's pages of plain text: about us, the first visit, privacy."""

from typing import NamedTuple


class Information(NamedTuple):
    """One page of text; `picture` may be empty."""

    slug: str
    title: str
    introduction: str
    search_description: str
    body: str
    picture: str = ""
    in_menu: bool = True


ABOUT = Information(
    slug="about",
    title="About us",
    introduction=(
        "Three practitioners, one critical reader, four rooms and a kettle. We treat skin, and we like to explain what "
        "we do before we do it."
    ),
    search_description=(
        "Who works at Wren & Rowe Skin Clinic in London, how we decide what to offer you, and what we would rather not "
        "do for anyone."
    ),
    picture="about",
    body="""
<h2>How we work</h2>
<ul>
<li><b>First we talk.</b> The consultation is free, lasts about half an hour, and is never on the same day as a
treatment.</li>
<li><b>We say no.</b> If a treatment is unlikely to help you, or your skin needs a dermatologist, we tell you so.</li>
<li><b>You pay per session.</b> We sell no courses in advance, and no offer ends on Sunday.</li>
<li><b>We say what can go wrong.</b> Every treatment page names the risks and tells you when to get
help.</li>
<li><b>We show our sources.</b> Where we quote a study, you can follow it, and a dermatologist who does not treat here
has read every page about a treatment.</li>
</ul>
<h2>At reception</h2>
<p><b>Asha Patel</b> and <b>Tom Okafor</b> read your enquiry first and know who should answer it.</p>
<h2>Adults only</h2>
<p>We treat people aged 18 and over. You need to choose for yourself, with time to think.</p>
<h2>If you are not happy</h2>
<p>Tell us, in person, by phone or at <a href="mailto:hello@wrenandrowe.example">hello@wrenandrowe.example</a>. We
answer within three working days and put things right where we can.</p>
<hr/>
<p><i>Wren &amp; Rowe is an example clinic, made to show this website. Its people, address and prices are invented. What
the pages say about the treatments is real, and the sources are listed with them.</i></p>
""",
)

FIRST_VISIT = Information(
    slug="first-visit",
    title="Your first visit",
    introduction="Half an hour, a chair by the window, and nothing that you have to decide on the day.",
    search_description=(
        "What to bring to your first visit at Wren & Rowe, what we ask and look at, what you take home, and why "
        "nothing is done that day."
    ),
    picture="clinic",
    body="""
<h2>Before you come</h2>
<p>You can come as you are. If it is easy for you, leave make-up off the area you want to show us.</p>
<p>Please bring</p>
<ul>
<li>a list of your medicines, including those without a prescription</li>
<li>the names of creams you use on the area</li>
<li>anything you know about past treatments: what, when, and how your skin reacted</li>
<li>your questions, on paper if you like. We will not hurry you through them.</li>
</ul>
<h2>While you are here</h2>
<ol>
<li><b>We listen.</b> What bothers you, since when, and what you would call a good result.</li>
<li><b>We ask about your health.</b> Some answers mean that we wait, change the plan or ask your GP first.</li>
<li><b>We look.</b> In daylight and with a lamp. With your consent we take photographs for your file.</li>
<li><b>We explain.</b> What could help, what it would not do, the risks, the recovery and the price.</li>
</ol>
<h2>Afterwards</h2>
<p>You take a written plan home. If you want to go ahead, you book a treatment for another day. If you do not, you need
not tell us why, and nobody will ring you about it.</p>
<h2>Getting here</h2>
<p>The entrance has no steps and the doors are wide. If you need a quiet room, an interpreter or someone beside you,
tell us when you book.</p>
""",
)

PRIVACY = Information(
    slug="privacy",
    title="Privacy",
    introduction="What we store when you write to us, why, for how long, and what you can ask of us.",
    search_description=(
        "How Wren & Rowe Skin Clinic handles your enquiry: what is stored and why, who reads it, for how long, and "
        "what you can ask."
    ),
    in_menu=False,
    body="""
<p><i>This is an example notice for an example clinic. A real clinic has to write its own.</i></p>
<h2>Who is responsible</h2>
<p>Wren &amp; Rowe Skin Clinic, 14 Orchard Row, London N1 9CK. Write to
<a href="mailto:privacy@wrenandrowe.example">privacy@wrenandrowe.example</a> or call 020 7946 0321.</p>
<h2>When you read this website</h2>
<p>You can read every page without being tracked. We set no cookies for visitors, load nothing from other companies and
use no advertising. Our server notes each request, with the IP address, for 14 days to keep the site running.</p>
<h2>When you send an enquiry</h2>
<p>We store</p>
<ul>
<li>your name, and the e-mail address or phone number you give us</li>
<li>your message, your answers and the treatment you ask about</li>
<li>what you were told and what you agreed to, in the exact words you saw</li>
<li>the page you wrote from and, if you came by a link from elsewhere, which site or campaign it was</li>
<li>the time, and a scrambled form of your IP address that helps us to tell people from machines.</li>
</ul>
<p>An answer about your <b>health</b> is optional. We treat it as sensitive: only staff who need it can open it, and it
is never part of an e-mail that the website sends.</p>
<h2>Why we may do this</h2>
<ul>
<li><b>To answer you:</b> you asked us to, and we have a legitimate interest in doing it well (UK GDPR, Article
6(1)(b) and (f)).</li>
<li><b>Health:</b> with your explicit consent (Article 9(2)(a)), given by writing it to us.</li>
<li><b>News by e-mail:</b> only with your consent (Article 6(1)(a)). You can take it back at any time.</li>
</ul>
<h2>Who sees it</h2>
<p>Our reception and the practitioner you ask about. Our hosting and e-mail companies store it for us under contract, in
the United Kingdom. We sell nothing to anyone.</p>
<h2>How long we keep it</h2>
<ul>
<li>Enquiries: two years after we last heard from each other, then they are deleted with what you agreed to or took
back.</li>
<li>If you become a patient: what matters for your treatment joins your record, which we keep for eight years after your
last visit. It is not on this website.</li>
<li>Messages that look like spam and that nobody has released: three months.</li>
<li>The note of which e-mails were sent to you: one year.</li>
<li>Questions below an article that we do not publish: two years, three months if they look like spam.</li>
</ul>
<h2>What you can ask of us</h2>
<p>You can ask for a copy of your data, have mistakes put right, have data deleted or held back, object to how we use
it, or receive it in a form that you can pass on. It costs nothing. We answer within one month.</p>
<p>If you are not content with our answer, you can complain to the Information Commissioner’s Office:
<a href="https://ico.org.uk/make-a-complaint/">ico.org.uk/make-a-complaint</a>, phone 0303 123 1113.</p>
<p>Last changed on 2 November 2026.</p>
""",
)

INFORMATION = (ABOUT, FIRST_VISIT, PRIVACY)
