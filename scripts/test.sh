#!/usr/bin/env bash
# Every check and test, on SQLite and on PostgreSQL; what setup.sh test installs must be there.
# With the word `all`, the slow tests too.
set -euo pipefail
cd -P "$(dirname "$0")/.."
export PATH="$PWD/.venv/bin:$PATH"

SECRET_KEY=$(python -c 'import secrets; print(secrets.token_urlsafe(48))')
export SECRET_KEY
export DATABASE_URL=sqlite:///var/test.sqlite3
export DEBUG=false
export ALLOWED_HOSTS='127.0.0.1,localhost,[::1]'
export MEDIA_ROOT=var/test-media

wanted="not slow"
[[ ${1:-} != all ]] || wanted="(slow or not slow)"

echo "1/6 ruff: the code's rules"
ruff check
echo "2/6 ruff: the code's format"
ruff format --check
echo "3/6 import-linter: imports run one way"
lint-imports --no-logo
echo "4/6 makemigrations: no change of the models is without its migration"
python manage.py makemigrations --check --dry-run
echo "5/6 pytest on SQLite: all tests"
pytest -n 2 -m "$wanted"
echo "6/6 pytest on PostgreSQL: all but browser and picture tests"
scripts/with-postgres.sh pytest -n 2 -m "$wanted and not browser and not picture"
echo "All checks and tests passed."
