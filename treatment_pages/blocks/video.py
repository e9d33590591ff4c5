"""Videos that load nothing until the visitor presses play: from YouTube, from Vimeo, or a file of the site."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode, urlsplit

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from treatment_pages.blocks.base import TEXT_FEATURES, ContentBlock
from treatment_pages.blocks.choosers import SharedDocumentChooserBlock, SharedImageChooserBlock
from treatment_pages.blocks.media import ExampleImage, PictureBlock

YOUTUBE_HOSTS = {"youtube.com", "www.youtube.com", "m.youtube.com", "youtube-nocookie.com", "www.youtube-nocookie.com"}
YOUTUBE_PATH = re.compile(r"/(?:embed|shorts|live)/([\w-]{11})/?", re.ASCII)
YOUTUBE_KEY = re.compile(r"[\w-]{11}", re.ASCII)
VIMEO_HOSTS = {"vimeo.com", "www.vimeo.com", "player.vimeo.com"}
VIMEO_PATH = re.compile(r"/(?:video/|channels/[\w-]+/)?(\d{6,12})(?:/([0-9a-f]{6,20}))?/?", re.ASCII)
VIMEO_SECRET = re.compile(r"[0-9a-f]{6,20}", re.ASCII)

PLAYABLE = {"mp4": "video/mp4", "m4v": "video/mp4", "webm": "video/webm"}
"""Files that every browser of today plays, by ending."""

CLOCK = re.compile(r"(?:(\d{1,2}):)?(\d{1,2}):([0-5]\d)", re.ASCII)


@dataclass(frozen=True)
class HostedVideo:
    """A video on another site, known by its key alone: nothing else of what an editor pasted reaches the page."""

    host: str
    key: str
    secret: str = ""
    """What Vimeo adds to the address of a video that it lists nowhere."""

    @property
    def url(self) -> str:
        """Where the video can be watched without our page."""
        if self.host == "YouTube":
            return f"https://www.youtube.com/watch?v={self.key}"
        return "/".join(filter(None, ["https://vimeo.com", self.key, self.secret]))

    @property
    def embed_url(self) -> str:
        """The player in the form that remembers least about the visitor."""
        if self.host == "YouTube":
            return f"https://www.youtube-nocookie.com/embed/{self.key}?autoplay=1&rel=0"
        options = {"autoplay": 1, "dnt": 1} | ({"h": self.secret} if self.secret else {})
        return f"https://player.vimeo.com/video/{self.key}?{urlencode(options)}"

    @property
    def plays_here(self) -> str:
        """What a visitor should know before pressing play."""
        return gettext("Plays from %(host)s; it may set cookies.") % {"host": self.host}

    @property
    def plays_elsewhere(self) -> str:
        """What a visitor should know before following the link."""
        return gettext("Opens %(host)s; it may set cookies.") % {"host": self.host}


def hosted_video(address: str) -> HostedVideo | None:
    """The video behind an address as people copy it; None unless it is one of YouTube or Vimeo."""
    try:
        parts = urlsplit(address.strip())
        host, query = parts.hostname or "", parse_qs(parts.query)
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"}:
        return None
    if host in YOUTUBE_HOSTS or host == "youtu.be":
        return _on_youtube(host, parts.path, query)
    return _on_vimeo(parts.path, query) if host in VIMEO_HOSTS else None


def _on_youtube(host: str, path: str, query: dict[str, list[str]]) -> HostedVideo | None:
    if host == "youtu.be":
        key = path.strip("/")
    elif match := YOUTUBE_PATH.fullmatch(path):
        key = match[1]
    else:
        key = query.get("v", [""])[0] if path.rstrip("/") == "/watch" else ""
    return HostedVideo("YouTube", key) if YOUTUBE_KEY.fullmatch(key) else None


def _on_vimeo(path: str, query: dict[str, list[str]]) -> HostedVideo | None:
    match = VIMEO_PATH.fullmatch(path)
    if not match:
        return None
    secret = match[2] or query.get("h", [""])[0]
    return HostedVideo("Vimeo", match[1], secret if VIMEO_SECRET.fullmatch(secret) else "")


class VideoValue(blocks.StructValue):
    """A video, wherever it comes from."""

    @property
    def hosted(self) -> HostedVideo | None:
        """The video on another site; None where there is none that we know to play."""
        return hosted_video(self.get("url") or "")

    @property
    def file_type(self) -> str:
        """The type of the file for the browser; "" without a file that browsers play."""
        file = self.get("file")
        return PLAYABLE.get(file.file_extension.lower(), "") if file else ""

    @property
    def is_shown(self) -> bool:
        """There is something to play."""
        return bool(self.hosted or self.file_type)

    @property
    def seconds(self) -> int | None:
        """The length in seconds; None while it is not known."""
        match = CLOCK.fullmatch(self.get("duration") or "")
        if not match:
            return None
        hours, minutes, seconds = (int(part or 0) for part in match.groups())
        return hours * 3600 + minutes * 60 + seconds


class PosterBlock(PictureBlock):
    """The picture that stands for the video until it plays; its title says what it is, so it may do without words."""

    image = SharedImageChooserBlock(label=_("Picture"), required=False)

    class Meta:
        label = _("Picture before playing")
        picture_role = "poster"

    def publishing_errors(self, value) -> dict[str, str]:
        """A button with the video's title lies on it."""
        return {}


def example_video() -> dict:
    """A drawing and an invented address, for the block picker."""
    return {
        "title": _("What happens in a session"),
        "poster": {"image": ExampleImage("room")},
        "url": "https://vimeo.com/100000000",
        "duration": "2:30",
        "transcript": _("<p>First we clean the skin and wait for the cream to work.</p>"),
    }


class VideoBlock(ContentBlock):
    """One video with its title and transcript."""

    title = blocks.CharBlock(label=_("Title"), max_length=120, default="", help_text=_("What the video shows."))
    poster = PosterBlock()
    url = blocks.URLBlock(
        label=_("Address"),
        required=False,
        max_length=300,
        default="",
        help_text=_("Of a video on YouTube or Vimeo. Visitors are told where it plays from before they press."),
    )
    file = SharedDocumentChooserBlock(
        label=_("Or a file"),
        required=False,
        help_text=_("An MP4 or WebM file among the documents; it plays from this site."),
    )
    transcript = blocks.RichTextBlock(
        label=_("Transcript"),
        required=False,
        features=TEXT_FEATURES,
        help_text=_("What is said and shown, for people who cannot hear or play it."),
    )
    duration = blocks.CharBlock(
        label=_("Length"), required=False, max_length=8, default="", help_text=_("Minutes and seconds, such as 3:45.")
    )

    class Meta:
        icon = "media"
        label = _("Video")
        description = _("A video that loads nothing until it is played, with a transcript.")
        value_class = VideoValue
        template = "treatment_pages/blocks/video.html"
        label_format = "{title}"
        preview_value = staticmethod(example_video)

    def publishing_errors(self, value) -> dict[str, str]:
        """One video that browsers can play."""
        errors = {}
        if value.get("url") and value.get("file"):
            errors["file"] = _("Give either an address or a file, not both.")
        elif value.get("file") and not value.file_type:
            errors["file"] = _("Choose an MP4 or WebM file; browsers cannot play others.")
        elif value.get("url") and not value.hosted:
            errors["url"] = _(
                "Enter the address of one video on YouTube or Vimeo, such as https://vimeo.com/123456789. "
                "For a video from elsewhere choose a file."
            )
        elif not value.is_shown:
            errors["url"] = _("Enter the address of a video or choose a file, or remove the block “Video”.")
        if value.get("duration") and value.seconds is None:
            errors["duration"] = _("Enter minutes and seconds, such as 3:45.")
        return errors
