#!/usr/bin/env bash
# Every check and test, on SQLite and on PostgreSQL; what setup.sh test installs must be there.
# With the word `all`, the slow tests too, and every test on both.
set -euo pipefail
cd -P "$(dirname "$0")/.."
unset DATABASE_URL
. scripts/environment.sh

if [[ ${1:-} == all ]]; then
    on_sqlite="slow or not slow"
    on_postgresql="not browser and not picture"
else
    on_sqlite="not slow"
    on_postgresql="database and not slow and not browser"
fi

# Runs a command under a heading, and says how long it took.
took=()
step() {
    local heading=$1 begun=$SECONDS
    shift
    printf '\n== %s\n' "$heading"
    "$@"
    took+=("$(printf '%4d s  %s' $((SECONDS - begun)) "$heading")")
}

migrate_empty_databases() {
    rm -f var/test.sqlite3
    python manage.py migrate --verbosity 0 &
    scripts/with-postgres.sh python manage.py migrate --verbosity 0
    wait $!
    rm -f var/test.sqlite3
    python manage.py makemigrations --check --dry-run
}

step "1/4 Code: rules, format, imports, templates, types" scripts/check.sh
step "2/4 Migrations: an empty database of each engine, and no change of the models without one" migrate_empty_databases
step "3/4 SQLite: all tests" pytest -n auto --dist worksteal -m "$on_sqlite"
step "4/4 PostgreSQL: what is the database's own" \
    scripts/with-postgres.sh pytest -n auto --dist worksteal -m "$on_postgresql"

printf '\nAll checks and tests passed.\n'
printf '%s\n' "${took[@]}"
