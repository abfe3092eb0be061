"""Style sheets hold nothing that no page uses, and every custom property they use is set."""

import ast
import re
from pathlib import Path

import crispy_bootstrap5
import pytest
from django.conf import settings
from django.contrib import admin

ROOT = Path(settings.BASE_DIR)
SHEETS = sorted((ROOT / "static" / "css").glob("*.css"))
APPS = ("portal", "partners", "networks", "projects", "reports")
ADMIN = Path(admin.__file__).parent
ADMIN_SHEETS = "".join(path.read_text() for path in (ADMIN / "static" / "admin" / "css").glob("*.css"))
NO_SELECTOR = re.compile(r'/\*.*?\*/|url\([^)]*\)|"[^"]*"', re.DOTALL)


def classes_of(sheet):
    """Return the names of classes in the selectors of a sheet."""
    selectors = re.findall(r"([^{}]+)\{", NO_SELECTOR.sub("", sheet))
    return set(re.findall(r"\.([A-Za-z_][\w-]*)", " ".join(s for s in selectors if "@" not in s)))


def words_of_pages():
    """Return the words in our markup and strings, in the admin's own pages and in the forms of crispy."""
    texts = [quoted(path.read_text()) for path in (ROOT / "templates").rglob("*.html")]
    texts += [path.read_text() for path in (ROOT / "static" / "js").glob("*.js")]
    texts += [text for app in APPS for path in (ROOT / app).rglob("*.py") for text in strings(path)]
    for folder in (ADMIN, Path(crispy_bootstrap5.__file__).parent):
        texts += [path.read_text() for kind in ("html", "js", "py") for path in folder.rglob(f"*.{kind}")]
    return set(re.findall(r"[\w-]+", " ".join(texts)))


def quoted(markup):
    """Return the attributes and arguments of a template, and what its body is classed as."""
    return " ".join(re.findall(r'"[^"]*"|(?<=block bodyclass %}).*?(?={% endblock)', markup))


def strings(path):
    """Yield the strings and the names of a module; its docstrings are no strings."""
    tree = ast.parse(path.read_text())
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value
        elif isinstance(node, ast.Name | ast.FunctionDef):
            yield getattr(node, "id", None) or node.name


def is_used(name, words):
    """Return whether pages hold a name, or put it together: `level-{{ level }}`, `{{ digits }}-digits`."""
    cuts = [at for at in range(1, len(name)) if "-" in name[at - 1 : at + 1]]
    return name in words or any(
        name[:at] in words and (name[at:] in words or name[at:].isdigit()) for at in cuts
    )


def test_every_class_is_on_a_page():
    """No selector of ours names a class that no template, script or module holds."""
    words = words_of_pages()
    unused = {
        sheet.name: {n for n in classes_of(sheet.read_text()) if not is_used(n, words)} for sheet in SHEETS
    }
    assert {name: names for name, names in unused.items() if names} == {}


@pytest.mark.parametrize("name", ["no-such-class", "level-nowhere", "field-nowhere"])
def test_an_unknown_class_is_found(name):
    """As a whole, and put together."""
    assert not is_used(name, words_of_pages())


def test_every_custom_property_is_set_and_used():
    """Each that is used is set in a sheet of ours or the admin's; each that is set is used in one."""
    ours = NO_SELECTOR.sub("", "".join(path.read_text() for path in SHEETS))
    texts = ours + ADMIN_SHEETS
    properties, uses = re.compile(r"(--[\w-]+)\s*:"), re.compile(r"var\(\s*(--[\w-]+)")
    assert set(uses.findall(ours)) <= set(properties.findall(texts))
    assert set(properties.findall(ours)) <= set(uses.findall(texts))
