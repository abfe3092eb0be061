"""What a person reads on a page or in a file, and what a browser would send from the forms on it."""

import json
import re
import unicodedata
from html.parser import HTMLParser
from io import BytesIO

import pypdfium2
from docx import Document
from docx.oxml.ns import qn

from portal.thai.digits import to_arabic

SPOKEN = ("title", "alt", "aria-label", "aria-description", "placeholder")
BUTTONS = ("submit", "button", "reset")
SILENT = ("script", "style", "textarea")
NEW_ROW = "__prefix__"
KEPT = re.compile(r"(<(textarea|pre|script|style)\b.*?</\2>)", re.DOTALL)
BLOCKS = "address|article|aside|body|caption|col|colgroup|dd|details|div|dl|dt|fieldset|figure|footer|form|h[1-6]|head"
BLOCKS += "|header|html|legend|li|link|main|meta|nav|ol|option|p|section|summary|table|tbody|td|tfoot|th|thead|title|tr|ul"
BESIDE_BLOCKS = re.compile(rf" ?(</?(?:{BLOCKS})\b[^>]*>) ?")
AT_ENDS_OF_TAGS = re.compile(r"(<(?!img|input|br)[a-z][^>]*>) | (?=</)")


def as_shown(html):
    """The HTML without the white space that a browser does not show, however its template is broken into lines."""
    pieces = KEPT.split(html)
    for place in range(0, len(pieces), 3):
        text = re.sub(r"[ \t\r\n]+", " ", pieces[place])
        pieces[place] = AT_ENDS_OF_TAGS.sub(r"\1", BESIDE_BLOCKS.sub(r"\1", text))
    return "".join(piece for place, piece in enumerate(pieces) if place % 3 < 2)


def page_of(client, record):
    """The public page of a record, as it is sent."""
    response = client.get(record.get_absolute_url())
    assert response.status_code == 200
    return response.content.decode()


def page_at(client, address, **query):
    """The page at an address, as it is sent."""
    response = client.get(address, query)
    assert response.status_code == 200, address
    return response.content.decode()


def without_tags(html):
    """The words of a piece of HTML."""
    return re.sub("<[^>]+>", "", html)


def squeezed(text):
    """Text for comparison: Arabic digits, without blanks and breaks, for lines break anywhere between words."""
    text = to_arabic(unicodedata.normalize("NFKC", text))
    return re.sub(r"\s+", "", text).replace("\N{SOFT HYPHEN}", "")


def words_of_pdf(pdf):
    """All words of the text layer, as they are printed."""
    return "".join(sheet.get_textpage().get_text_range() for sheet in pypdfium2.PdfDocument(pdf))


def words_of_word(content):
    """All words of a Word file in the order of reading, without the codes of fields."""
    body = Document(BytesIO(content)).element.body
    return "".join(node.text or "" for node in body.iter(qn("w:t")))


def text_of(pdf):
    """The text layer of each sheet, with Arabic digits and one space between words."""
    pages = [sheet.get_textpage().get_text_bounded() for sheet in pypdfium2.PdfDocument(pdf)]
    return [" ".join(to_arabic(text).split()) for text in pages]


class Page(HTMLParser):
    """Its texts, its links, and its fields: hidden ones, typed ones and those to choose from."""

    def __init__(self, html):
        super().__init__()
        self.texts, self.links = [], []
        self.hidden, self.typed, self.chosen = {}, {}, {}
        self._silent = self._textarea = self._select = None
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        attributes = {name: value or "" for name, value in attributes}
        self.texts += [attributes[name] for name in SPOKEN if name in attributes]
        if "data-inline-formset" in attributes:
            options = json.loads(attributes["data-inline-formset"])["options"]
            self.texts += [options["addText"], options["deleteText"]]
        name = attributes.get("name", "")
        if tag == "a":
            self.links.append(attributes.get("href", ""))
        elif tag == "input":
            self._input(name, attributes.get("type", "text"), attributes.get("value", ""), attributes)
        elif tag == "select":
            self._select = name
            self.chosen[name] = []
        elif tag == "option" and "selected" in attributes:
            self.chosen[self._select].append(attributes.get("value", ""))
        elif tag == "textarea":
            self._textarea = name
            self.typed[name] = ""
        if tag in SILENT:
            self._silent = tag

    def _input(self, name, kind, value, attributes):
        if kind in BUTTONS:
            self.texts.append(value)
        elif kind == "hidden":
            self.hidden[name] = value
        elif kind in ("checkbox", "radio"):
            self.chosen.setdefault(name, []).extend([value or "on"] if "checked" in attributes else [])
        elif kind != "file":
            self.typed[name] = value

    def handle_endtag(self, tag):
        if tag == self._silent:
            self._silent = self._textarea = None

    def handle_data(self, data):
        if self._textarea:
            self.typed[self._textarea] += data.strip("\r\n")
        elif not self._silent:
            self.texts.append(data)

    def as_it_stands(self):
        """What is sent by one who changes nothing."""
        return self.hidden | self.typed | self.chosen

    def answered(self, word, choice):
        """What is sent by one who types one word everywhere, makes one choice, and adds a row of each kind."""
        sent = self.hidden | dict.fromkeys(self.typed, word) | dict.fromkeys(self.chosen, choice)
        for name, value in list(sent.items()):
            if NEW_ROW in name:
                total = name.split(f"-{NEW_ROW}")[0] + "-TOTAL_FORMS"
                sent[name.replace(NEW_ROW, self.hidden[total])] = value
                sent[total] = int(self.hidden[total]) + 1
        return sent
