#!/usr/bin/env bash
# Runs a command with DATABASE_URL pointing to a real PostgreSQL server that lives only as long as the command.
set -euo pipefail

[[ $# -gt 0 ]] || {
    echo "usage: with-postgres.sh COMMAND..." >&2
    exit 2
}

bin=$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1 | xargs -r dirname) || true
if [[ -z $bin ]]; then
    echo "with-postgres: no PostgreSQL server is installed; 'scripts/setup.sh test' installs one." >&2
    exit 1
fi

folder=$(mktemp -d -t phakhi-postgres.XXXXXX)
as_postgres=()
if [[ $EUID -eq 0 ]]; then
    as_postgres=(runuser -u postgres --)
    chown postgres "$folder"
fi

server() {
    (cd "$folder" && "${as_postgres[@]}" "$bin/$1" -D "$folder/data" "${@:2}" >>"$folder/output" 2>&1)
}

clean_up() {
    server pg_ctl stop -m immediate || true
    rm -rf "$folder"
}
trap clean_up EXIT

# A test writes its rows and asks for them in one transaction: the planner has no statistics of them, and without
# these two takes a thousand rows for a handful and loops over them for minutes.
plans='-c enable_nestloop=off -c jit=off'

unset "${!PG@}"
if ! server initdb -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync ||
    ! server pg_ctl start -w -l "$folder/log" \
        -o "-k $folder -c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off $plans"; then
    echo "with-postgres: the PostgreSQL server did not start:" >&2
    cat "$folder/output" "$folder/log" >&2 2>/dev/null || true
    exit 1
fi

DATABASE_URL="postgres://postgres@/postgres?host=$folder" "$@"
