#!/usr/bin/env bash
# Every rule of the code that needs no database; what setup.sh test installs must be there.
set -euo pipefail
cd -P "$(dirname "$0")/.."
. scripts/environment.sh

echo "ruff: the code's rules"
ruff check
echo "ruff: the code's format"
ruff format --check
echo "import-linter: imports run one way"
lint-imports --no-logo
echo "djhtml: the templates' indentation"
git ls-files 'templates/*.html' | xargs djhtml --tabwidth 2 --check
echo "mypy: types where they are written"
mypy
