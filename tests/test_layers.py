"""Nothing reaches upward: what import-linter holds for imports holds for templates, names in strings and _meta too."""

import ast
import re
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
LAYERS = ("portal", "partners", "networks", "projects", "reports")
USED = re.compile(r"{%-?\s*(include|extends|load)\s+([^%]+?)\s*-?%}")
QUOTED = re.compile(r"""["']([^"']+\.(?:html|txt|svg))["']""")
# These join the apps into one site, as settings do: what they name they do not use.
JOINTS = {"portal/apps.py", "portal/roles.py", "portal/settings.py", "portal/urls.py"}


def layer_of_template(name):
    """The app of a template, by its name; the frame of the site and the admin's own templates are the portal's."""
    parts = name.split("/")
    app = parts[1] if parts[0] == "admin" and len(parts) > 2 else parts[0]
    return LAYERS.index(app) if app in LAYERS else 0


def libraries():
    """The app of every tag library of ours."""
    return {path.stem: app for app in LAYERS for path in (ROOT / app / "templatetags").glob("[a-z]*.py")}


def templates():
    return sorted(
        path.relative_to(ROOT / "templates").as_posix()
        for path in (ROOT / "templates").rglob("*")
        if path.is_file()
    )


def used_above(name, source):
    """The templates and libraries that a template uses of an app above its own."""
    own, apps = layer_of_template(name), libraries()
    for tag, rest in USED.findall(source):
        if tag == "load":
            yield from (lib for lib in rest.split() if lib in apps and LAYERS.index(apps[lib]) > own)
        else:
            yield from (used for used in QUOTED.findall(rest) if layer_of_template(used) > own)


@pytest.mark.parametrize("name", templates())
def test_a_template_uses_nothing_of_an_app_above_its_own(name):
    """Neither by include or extends, nor by a library of tags."""
    assert not list(used_above(name, (ROOT / "templates" / name).read_text()))


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("partners/page.html", '{% include "projects/_given.html" %}'),
        ("admin/partners/document/change_form.html", "{% load static book_tags %}"),
        ("base.html", "{% extends 'reports/base.html' %}"),
    ],
)
def test_the_test_sees_what_reaches_upward(name, source):
    """Each of the three ways is found."""
    assert list(used_above(name, source))


def modules():
    for app in LAYERS:
        for path in (ROOT / app).rglob("*.py"):
            if "migrations" not in path.parts:
                yield path.relative_to(ROOT).as_posix()


def reached_by_name(name, source):
    """What a module names of an app above its own in a string, and each look at the model behind a relation."""
    above = LAYERS[LAYERS.index(name.split("/")[0]) + 1 :]
    named = re.compile(rf"(?:{'|'.join(above) or '(?!)'})\.[A-Za-z_]+")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and named.fullmatch(node.value):
            yield node.value
        if isinstance(node, ast.Attribute) and node.attr in ("related_model", "get_model"):
            yield node.attr


def test_no_module_reaches_upward_by_a_name():
    """No model or right of a higher app is named by a string, and none is found through _meta."""
    found = {name: list(reached_by_name(name, (ROOT / name).read_text())) for name in modules()}
    assert not {name: names for name, names in found.items() if names and name not in JOINTS}
