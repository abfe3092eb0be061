#!/usr/bin/env bash
# Serves for a developer: DEBUG, reload, the debug toolbar and a worker that reloads too; the data is that of make run.
set -euo pipefail
cd -P "$(dirname "$0")/.."
export PATH="$PWD/.venv/bin:$PATH"
export DEBUG=true

python manage.py migrate --verbosity 0
python manage.py setup_roles
python manage.py load_2557
python manage.py create_staff
python manage.py print_worker --verbosity 0 &
worker=$!
trap 'kill "$worker" 2>/dev/null || true' EXIT
python manage.py runserver "${BIND:-127.0.0.1:8000}"
