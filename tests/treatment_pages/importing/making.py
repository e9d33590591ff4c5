"""Files as other programs write them, and as attackers do."""

import io
import zipfile
from html import escape

TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
STYLES = (
    '<?xml version="1.0"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/></w:style>'
        for name in ("Title", "heading 1", "heading 2", "heading 3", "List Paragraph")
    )
    + "</w:styles>"
)
STYLE_RELATION = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" '
    'Target="styles.xml"/></Relationships>'
)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(
    paragraphs: list[tuple[str, str]], *, document: str | None = None, further: dict[str, bytes] | None = None
) -> bytes:
    """A Word file of paragraphs, each with the name of its style: "Title", "heading 2", "" or "bold"."""
    body = "".join(_paragraph(style, text) for style, text in paragraphs)
    xml = document or f'<?xml version="1.0"?><w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELATIONS,
        "word/_rels/document.xml.rels": STYLE_RELATION,
        "word/styles.xml": STYLES,
        "word/document.xml": xml,
        **(further or {}),
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def _paragraph(style: str, text: str) -> str:
    bold = "<w:rPr><w:b/></w:rPr>" if style == "bold" else ""
    properties = f'<w:pPr><w:pStyle w:val="{style.replace(" ", "")}"/></w:pPr>' if style not in {"", "bold"} else ""
    return f'<w:p>{properties}<w:r>{bold}<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def wxr(items: list[dict[str, str]], *, declaration: str = "") -> bytes:
    """A WordPress export of posts: title, content, type, status, date, creator."""
    entries = "".join(
        "<item><title>{title}</title><dc:creator>{creator}</dc:creator><content:encoded><![CDATA[{content}]]></content:encoded>"
        "<wp:post_date>{date}</wp:post_date><wp:post_name>{slug}</wp:post_name><wp:status>{status}</wp:status>"
        "<wp:post_type>{type}</wp:post_type></item>".format(
            **{
                "title": "A post",
                "creator": "writer",
                "content": "<p>Words that somebody wrote about skin.</p>",
                "date": "2024-02-03 10:00:00",
                "slug": "",
                "status": "publish",
                "type": "post",
                **item,
            }
        )
        for item in items
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{declaration}<rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Blog</title>{entries}</channel></rss>'
    ).encode()
