"""Every message of the packages speaks Thai, by their own catalogue or by ours in locale/."""

import ast
import gettext
import re
from pathlib import Path

import django
import pytest
from django.apps import apps
from django.conf import settings
from django.utils.translation.trans_real import DjangoTranslation

DOMAINS = ["django", "djangojs"]
OURS = Path(settings.LOCALE_PATHS[0]) / "th" / "LC_MESSAGES"
LINES = r'(?:"(?:[^"\\\n]|\\.)*"\s*)+'
ENTRY = re.compile(
    rf"(?P<comments>(?:^#.*\n)*)(?:^msgctxt (?P<context>{LINES}))?^msgid (?P<id>{LINES})"
    rf"(?:^msgid_plural (?P<plural>{LINES}))?(?P<texts>(?:^msgstr(?:\[\d+\])? {LINES})+)",
    re.MULTILINE,
)
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sdr]|\{\w*\}|</?[a-z][^>]*>")
SAME_IN_THAI = {
    "IPv4": "proper name",
    "IPv6": "proper name",
    "…": "a sign",
    ":": "a sign",
    ", ": "a sign",
    ":?.!": "signs",
    "%(truncated_text)s…": "placeholder and sign",
    "%(class_name)s %(instance)s": "placeholders",
    "Select %s to change": "the title of a list is its name",
    "Select %s to view": "the title of a list is its name",
}


def joined(lines):
    return "".join(ast.literal_eval(line.strip()) for line in lines.splitlines() if line.strip())


def entries(po):
    """Context, singular, plural, Thai text or texts and comments of each message of a .po file."""
    for found in ENTRY.finditer(po.read_text(encoding="utf-8")):
        if identifier := joined(found["id"]):
            texts = re.findall(rf"^msgstr(?:\[\d+\])? ({LINES})", found["texts"], re.MULTILINE)
            plural = joined(found["plural"]) if found["plural"] else None
            context = joined(found["context"]) if found["context"] else None
            yield context, identifier, plural, [joined(text) for text in texts], found["comments"]


def folders():
    """Every folder with catalogues of an installed package."""
    core = Path(django.__file__).parent / "conf"
    homes = [core, *(Path(config.path) for config in apps.get_app_configs())]
    return [home / "locale" for home in homes if (home / "locale").is_dir()]


def messages(domain):
    """What the packages may say: in their English catalogue, or for want of one in any."""
    for folder in folders():
        english = folder / "en" / "LC_MESSAGES" / f"{domain}.po"
        catalogues = [english] if english.exists() else folder.glob(f"*/LC_MESSAGES/{domain}.po")
        for po in catalogues:
            for context, singular, plural, _, _ in entries(po):
                yield context, singular, plural


def thai(domain):
    """How the running portal translates (the admin's JavaScript reads the catalogues of the apps)."""
    paths = None if domain == "django" else [str(folder) for folder in folders()]
    return DjangoTranslation("th", domain=domain, localedirs=paths)


def spoken(catalogue, context, singular, plural):
    if plural:
        return catalogue.ngettext(singular, plural, 2)
    return catalogue.pgettext(context, singular) if context else catalogue.gettext(singular)


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_message_of_every_package_is_thai(domain):
    """Whatever the installed packages may say has Thai letters, but for a short list."""
    catalogue, asked = thai(domain), set(messages(domain))
    english = {
        message
        for message in asked
        if message[1] not in SAME_IN_THAI and not re.search("[ก-๛]", spoken(catalogue, *message))
    }
    assert len(asked) > 50
    assert not english


def test_every_exception_is_still_asked_for():
    """The list of messages that stay as they are holds none that no package says."""
    assert set(SAME_IN_THAI) <= {singular for _, singular, _ in messages("django")}


@pytest.mark.parametrize("domain", DOMAINS)
def test_no_text_of_ours_is_empty_or_doubtful(domain):
    """Each has one Thai text (Thai has no plural) and no mark of a guess."""
    for _, singular, _, texts, comments in entries(OURS / f"{domain}.po"):
        assert len(texts) == 1, singular
        assert texts[0], singular
        assert "fuzzy" not in comments, singular


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_placeholders_agree(domain):
    """What is put into the English text, and its tags, stand in the Thai one too."""
    for _, singular, plural, texts, _ in entries(OURS / f"{domain}.po"):
        wanted = sorted(PLACEHOLDER.findall(plural or singular))
        assert sorted(PLACEHOLDER.findall(texts[0])) == wanted, singular


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_compiled_file_says_what_the_written_one_says(domain):
    """`make messages` was run after the last change."""
    with (OURS / f"{domain}.mo").open("rb") as file:
        compiled = dict(gettext.GNUTranslations(file)._catalog)
    del compiled[""]
    written = {}
    for context, singular, plural, texts, _ in entries(OURS / f"{domain}.po"):
        name = f"{context}\x04{singular}" if context else singular
        written[(name, 0) if plural else name] = texts[0]
    assert compiled == written
