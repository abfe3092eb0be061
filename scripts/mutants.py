"""Turn signs, bounds, words and places in what must not be wrong, one at a time, and see whether a test notices.

Every mutant is a fork in which one module runs with one change; no file is written. The changes are mutmut's,
made in the whole module: mutmut itself leaves tables and decorated functions alone. See docs/mutants.md.
"""

import gc
import json
import os
import re
import resource
import shutil
import signal
import sys
import tempfile
import time
from dataclasses import dataclass
from difflib import unified_diff
from enum import Enum
from inspect import isclass, isfunction
from io import StringIO
from pathlib import Path

import libcst as cst
import pytest
from django.core.management import call_command
from libcst.metadata import MetadataWrapper
from mutmut.mutation.file_mutation import MutationVisitor, deep_replace
from mutmut.mutation.mutators import mutation_operators
from mutmut.mutation.pragma_handling import IgnoredCode

ROLES = "portal/roles.py"

# Each module with the tests that belong to it.
TESTS = {
    "projects/totals.py": ["tests/projects/test_totals.py"],
    "portal/thai/dates.py": ["tests/portal/thai/test_dates.py", "tests/portal/thai/test_dates_typed.py"],
    "portal/thai/digits.py": ["tests/portal/thai/test_digits.py"],
    "portal/thai/keys.py": ["tests/portal/thai/test_keys.py"],
    "portal/thai/money.py": ["tests/portal/thai/test_money.py"],
    "portal/thai/text.py": ["tests/portal/thai/test_text.py"],
    ROLES: ["tests/portal/test_roles.py", "-k", "not screens"],
    "reports/editions/signing.py": ["tests/reports/editions/test_signing.py"],
    "reports/outputs/private_names.py": ["tests/reports/outputs/test_redaction.py"],
    "reports/outputs/redaction.py": ["tests/reports/outputs/test_redaction.py"],
}
GOAL = 90
JOBS = int(os.environ.get("JOBS", os.cpu_count() or 1))
MEMORY = 8 * 2**30
EQUAL = Path("docs/mutants.md")
ROW = re.compile(r"^\| `(\S+)` \| `(.+)` \| ", re.MULTILINE)
MARKS = {"killed": ".", "survived": "o", "equal": "="}


@dataclass(frozen=True)
class Mutant:
    code: str
    change: str


class Changes(MutationVisitor):
    """The changes of mutmut and of this file, in all of a module but its types and decorators."""

    def __init__(self):
        super().__init__([*mutation_operators, *OPERATORS], IgnoredCode(set(), set(), set()))

    def _skip_node_and_children(self, node):
        if isinstance(node, cst.FunctionDef):
            return False
        is_type = (
            isinstance(node, cst.Subscript)
            and isinstance(node.value, cst.Name)
            and node.value.value == "Literal"
        )
        return is_type or isinstance(node, cst.Decorator) or super()._skip_node_and_children(node)


def neighbours_exchanged(node):
    """(a, b, c) becomes (b, a, c) and (a, c, b): a table's row says another thing."""
    for n, (one, other) in enumerate(zip(node.elements, node.elements[1:], strict=False)):
        if not one.value.deep_equals(other.value):
            swapped = [one.with_changes(value=other.value), other.with_changes(value=one.value)]
            yield node.with_changes(elements=[*node.elements[:n], *swapped, *node.elements[n + 2 :]])


def call_dropped(node):
    """a.b().c() becomes a.b(): a filter is forgotten."""
    if isinstance(node.func, cst.Attribute) and isinstance(node.func.value, cst.Call | cst.Attribute):
        yield node.func.value


OPERATORS = [(cst.Tuple, neighbours_exchanged), (cst.Call, call_dropped)]


def mutants_of(path):
    """Every mutant of a module that Python can read, each once."""
    visitor = Changes()
    source = Path(path).read_text()
    module = MetadataWrapper(cst.parse_module(source)).visit(visitor)
    mutants = {}
    for mutation in visitor.mutations:
        code = deep_replace(module, mutation.original_node, mutation.mutated_node).code
        mutants.setdefault(code, Mutant(code, change(source, code)))
    return [mutant for mutant in mutants.values() if mutant.code != source]


def change(source, code):
    """What a mutant changes, as docs/mutants.md names it."""
    lines = list(unified_diff(source.splitlines(), code.splitlines(), n=0, lineterm=""))[2:]
    old, new = (" ".join(line[1:].strip() for line in lines if line.startswith(sign)) for sign in "-+")
    return f"{old} → {new}".strip()


def put_in_place(name, code):
    """Run the code of a mutant in the module that is loaded, so that modules which imported from it use the mutant."""
    module = sys.modules[name]
    before = dict(vars(module))
    exec(compile(code, module.__file__, "exec"), vars(module))
    for key, old in before.items():
        new = vars(module)[key]
        if new is not old and not key.startswith("__"):
            vars(module)[key] = kept = exchanged(old, new)
            for other in list(sys.modules.values()):
                if getattr(other, "__dict__", {}).get(key) is old:
                    setattr(other, key, kept)


def exchanged(old, new):
    """The old function or class with what the new one does; of anything else, the new one."""
    if hasattr(old, "__wrapped__") and hasattr(new, "__wrapped__"):
        exchanged(old.__wrapped__, new.__wrapped__)
        getattr(old, "cache_clear", bool)()
    elif isfunction(old) and isfunction(new):
        old.__code__, old.__defaults__, old.__kwdefaults__ = (
            new.__code__,
            new.__defaults__,
            new.__kwdefaults__,
        )
    elif isclass(old) and isclass(new) and not issubclass(old, Enum):
        for key, value in vars(new).items():
            if key not in ("__dict__", "__weakref__"):
                setattr(old, key, value)
    else:
        return new
    return old


class Mutation:
    """A plugin of pytest: when the tests are collected, each mutant runs them in a fork."""

    def __init__(self, path, equal):
        self.path, self.equal = path, equal
        self.mutant, self.is_fork = None, False
        self.found = {verdict: [] for verdict in MARKS}
        self.running = {}
        self.killers = []
        self.took = {}
        self.seconds = 600

    def pytest_sessionstart(self):
        import hypothesis  # not before pytest does

        hypothesis.settings.register_profile(
            "mutants", database=None, derandomize=True, deadline=None, max_examples=25
        )
        hypothesis.settings.load_profile("mutants")

    @pytest.fixture(autouse=True)
    def groups_of_the_mutant(self, request):
        """The kept databases hold the groups that portal/roles.py on the disk tells."""
        if self.path == ROLES and "_django_db_helper" in request.fixturenames:
            request.getfixturevalue("_django_db_helper")
            call_command("setup_roles", stdout=StringIO())

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session):
        begun = time.monotonic()
        if self.fork(None):
            return None
        number, status = os.wait()
        if status:
            pytest.exit(f"the tests of {self.path} fail without a mutant", 1)
        self.took = json.loads(Path(tempfile.tempdir, str(number), "took").read_text())
        self.running.clear()
        gc.freeze()
        self.seconds = 10 + 10 * int(time.monotonic() - begun)
        mutants = mutants_of(self.path)
        print(f"\n== {self.path}: {len(mutants)} mutants", flush=True)
        for mutant in mutants:
            if len(self.running) == JOBS:
                self.wait()
            if self.fork(mutant):
                session.items.sort(key=self.promise)
                return None
        while self.running:
            self.wait()
        print("", *(f"survived: {change}" for change in self.found["survived"]), sep="\n", flush=True)
        return True

    def promise(self, item):
        """Order the tests: recent killers first, then by speed."""
        return item.nodeid not in self.killers[-20:], self.took[item.nodeid]

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(self, item, call):
        """The first test that fails kills its mutant."""
        self.took[item.nodeid] = self.took.get(item.nodeid, 0) + call.duration
        if self.mutant and call.excinfo and not call.excinfo.errisinstance(pytest.skip.Exception):
            Path(tempfile.tempdir, "killer").write_text(item.nodeid)
            os._exit(1)

    def pytest_sessionfinish(self):
        """Without a mutant: how long each test took."""
        if self.is_fork and not self.mutant:
            Path(tempfile.tempdir, "took").write_text(json.dumps(self.took))

    def fork(self, mutant):
        """Begin a fork, in which this is true and pytest goes on with its tests."""
        if number := os.fork():
            self.running[number] = mutant
            return False
        self.is_fork = True
        signal.alarm(self.seconds)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        tempfile.tempdir = f"{tempfile.tempdir}/{os.getpid()}"
        os.mkdir(tempfile.tempdir)
        if mutant:
            silence = os.open(os.devnull, os.O_WRONLY)
            os.dup2(silence, 1)
            os.dup2(silence, 2)
            self.mutant = mutant
            put_in_place(self.path.removesuffix(".py").replace("/", "."), mutant.code)
        return True

    def wait(self):
        """Wait for the end of a fork, and mark what became of its mutant."""
        number, status = os.wait()
        killer = Path(tempfile.tempdir, str(number), "killer")
        if killer.exists() and (name := killer.read_text()) not in self.killers[-20:]:
            self.killers.append(name)
        shutil.rmtree(f"{tempfile.tempdir}/{number}", ignore_errors=True)
        mutant = self.running.pop(number)
        verdict = "killed" if status else "equal" if (self.path, mutant.change) in self.equal else "survived"
        self.found[verdict].append(mutant.change)
        print(MARKS[verdict], end="\n" if sum(map(len, self.found.values())) % 100 == 0 else "", flush=True)


def counted(path, equal):
    """How many mutants of a module were killed, survived and are equal; tried in a process of its own."""
    reader, writer = os.pipe()
    if os.fork():
        os.close(writer)
        report = os.fdopen(reader).read()
        os.wait()
        return json.loads(report) if report else sys.exit(1)
    result, parent = 1, os.getpid()
    try:
        mutation = Mutation(path, equal)
        result = pytest.main(
            ["-x", "-s", "--tb=short", "--reuse-db", "-p", "no:cacheprovider", *TESTS[path]], [mutation]
        )
        if os.getpid() == parent and not result:
            counts = {verdict: len(changes) for verdict, changes in mutation.found.items()}
            os.write(writer, json.dumps(counts).encode())
    finally:
        sys.stdout.flush()
        os._exit(result)


def line_of(name, counts):
    """The counts of a module, and the share of its mutants that was killed; equal ones are none."""
    score = 100 * counts["killed"] / (counts["killed"] + counts["survived"])
    verdicts = ", ".join(f"{count} {verdict}" for verdict, count in counts.items())
    return score, f"{score:5.1f} %  {name}: {verdicts}"


def main(prefixes):
    paths = [path for path in TESTS if not prefixes or any(path.startswith(begin) for begin in prefixes)]
    equal = {(path, change.replace(r"\|", "|")) for path, change in ROW.findall(EQUAL.read_text())}
    counts = {path: counted(path, equal) for path in paths}
    scores = [line_of(path, found) for path, found in counts.items()]
    _, whole = line_of(
        "in all", {verdict: sum(found[verdict] for found in counts.values()) for verdict in MARKS}
    )
    print("", *(line for _, line in scores), whole, sep="\n")
    sys.exit(any(score < GOAL for score, _ in scores))


if __name__ == "__main__":
    sys.path.insert(0, os.getcwd())
    with tempfile.TemporaryDirectory() as place:
        tempfile.tempdir = os.environ["TMPDIR"] = place
        main(sys.argv[1:])
