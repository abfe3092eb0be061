BIND ?= 127.0.0.1:8000

.DEFAULT_GOAL := help
.PHONY: help setup run dev check t test test-all coverage mutants backup restore messages manual docs bench lock fonts clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: ## install what the portal needs, and nothing else
	@scripts/setup.sh run

run: setup ## load the year 2557 (SAMPLE=1: a fictional district instead), print its report, serve (BIND=127.0.0.1:8000)
	@BIND='$(BIND)' SAMPLE='$(SAMPLE)' scripts/run.sh

dev: ## serve with reload, DEBUG, the worker and django-debug-toolbar (BIND=127.0.0.1:8000)
	@scripts/setup.sh test
	@BIND='$(BIND)' scripts/dev.sh

check: ## what needs no database: rules, format, imports, templates, types
	@scripts/setup.sh test
	@scripts/check.sh

t: ## run one file, folder or test, with a database that is kept (F=tests/projects/test_totals.py)
	@. scripts/environment.sh && pytest --reuse-db -x $(F)

test: ## install what the tests need, then run every check and test
	@scripts/setup.sh test
	@scripts/test.sh

test-all: ## the same, and the slow tests too (Lighthouse needs Node 18 or newer)
	@scripts/setup.sh all
	@scripts/test.sh all

coverage: ## measure which branches the tests pass
	@scripts/setup.sh test
	@. scripts/environment.sh && pytest -n auto --dist worksteal -m "not slow" --cov

mutants: ## turn signs, bounds and words in what must not be wrong, and see whether a test notices
	@scripts/setup.sh test
	@scripts/mutants.sh

# Made by make setup; what cannot do without it says so.
.venv/bin/python:
	@echo 'ยังไม่ได้ติดตั้งระบบในโฟลเดอร์นี้ ให้สั่งก่อน: make setup' >&2; exit 2

backup: .venv/bin/python ## write database and files into one dated file in var/backup
	@.venv/bin/python manage.py backup

restore: .venv/bin/python ## fill an empty database and an empty folder of files from a backup (FILE=var/backup/….zip)
	@[ -n '$(FILE)' ] || { echo 'ระบุไฟล์สำรอง: make restore FILE=var/backup/….zip' >&2; exit 2; }
	@.venv/bin/python manage.py restore '$(FILE)'

messages: setup ## compile the Thai messages in locale/ (needs msgfmt of gettext: apt install gettext)
	.venv/bin/python manage.py compilemessages --locale th --ignore .venv --ignore node_modules

manual: ## take the pictures of the manual anew (docs/manual/)
	@scripts/setup.sh test
	.venv/bin/python scripts/manual_pictures.py

docs: .venv/bin/python ## write the table of checks in docs/checks.md from their docstrings
	@.venv/bin/python manage.py checks_table

bench: setup ## measure the report and the imports against what was promised, as ratios
	.venv/bin/python scripts/bench.py
	.venv/bin/python scripts/bench_imports.py
	.venv/bin/python scripts/bench_printing.py

lock: setup ## remake both lock files from pyproject.toml (newer versions: make lock OPTIONS=--upgrade)
	.venv/bin/pip install --quiet uv
	.venv/bin/uv pip compile --quiet --generate-hashes --no-emit-index-url --no-header $(OPTIONS) \
		--python-version 3.11 -o requirements.lock pyproject.toml
	.venv/bin/uv pip compile --quiet --generate-hashes --no-emit-index-url --no-header $(OPTIONS) \
		--python-version 3.11 -o requirements-dev.lock -c requirements.lock --group dev --group fonts pyproject.toml

fonts: setup ## rebuild the fonts (needs npm)
	@command -v npm >/dev/null || { echo 'npm is missing; on Debian: apt-get install npm' >&2; exit 2; }
	npm ci
	.venv/bin/python scripts/build_fonts.py

clean: ## remove everything that can be made again (the data in var/ stays)
	rm -rf .venv node_modules .pytest_cache .ruff_cache .hypothesis .import_linter_cache var/static
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
