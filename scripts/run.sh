#!/usr/bin/env bash
# Brings the portal up as in production, with the sample year 2557, or with SAMPLE=1 the fictional district in a
# database of its own; what setup.sh installs must be there.
set -euo pipefail
cd -P "$(dirname "$0")/.."
export PATH="$PWD/.venv/bin:$PATH"
export DEBUG=false
BIND=${BIND:-127.0.0.1:8000}
SAMPLE=${SAMPLE:-}
if [[ -n $SAMPLE ]]; then
    export DATABASE_URL=sqlite:///var/sample.sqlite3 MEDIA_ROOT=var/sample-media
fi

fail() {
    echo "run: $*" >&2
    exit 1
}

[[ $BIND =~ ^([A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\]):([0-9]{1,5})$ ]] ||
    fail "BIND is '$BIND', but must be address:port, as in 127.0.0.1:8000 or 0.0.0.0:8000."
host=${BASH_REMATCH[1]}
port=$((10#${BASH_REMATCH[2]}))
((port >= 1 && port <= 65535)) || fail "BIND is '$BIND', but a port is a number from 1 to 65535."

bind_error=$(
    python - "$host" "$port" <<'PYTHON'
import errno, socket, sys

host, port = sys.argv[1].strip("[]"), int(sys.argv[2])
try:
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    with socket.socket(family, kind, protocol) as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind(address)
except socket.gaierror:
    print(f"no machine is called {host}.")
except OSError as error:
    print({
        errno.EADDRINUSE: f"port {port} is taken by another program; choose another: "
        f"make run BIND={sys.argv[1]}:{8001 if port == 8000 else 8000}",
        errno.EADDRNOTAVAIL: f"{host} is not an address of this machine; 0.0.0.0 stands for all of them.",
        errno.EACCES: f"port {port} is for root only; choose one above 1023: make run BIND={sys.argv[1]}:8000",
    }.get(error.errno, f"cannot serve on {host}:{port}: {error.strerror}."))
PYTHON
)
[[ -z $bind_error ]] || fail "$bind_error"

# Every name under which other machines reach this one, one a line.
names_of_this_machine() {
    if [[ $host == 0.0.0.0 || $host == '[::]' ]]; then
        { hostname -I | tr ' ' '\n' | sed 's/.*:.*/[&]/'; hostname; } | grep -xE '[A-Za-z0-9.-]+|\[[0-9a-f:]+\]'
    else
        echo "$host"
    fi
}

addresses=()
case $host in
127.0.0.1 | localhost | '[::1]') addresses=("$host") ;;
*)
    mapfile -t addresses < <(names_of_this_machine)
    if [[ -z ${ALLOWED_HOSTS+set} ]] && ! grep -qE '^(export )?ALLOWED_HOSTS=' var/portal.env 2>/dev/null; then
        ALLOWED_HOSTS=$(IFS=, && echo "127.0.0.1,localhost,[::1],${addresses[*]}")
        export ALLOWED_HOSTS
    fi
    ;;
esac

settings=$(python -c 'import portal.settings' 2>&1) || fail "${settings##*ImproperlyConfigured: }"

echo "1/7 Database: bringing its tables up to date"
python manage.py migrate --verbosity 0
echo "2/7 Roles: who may do what"
python manage.py setup_roles
if [[ -n $SAMPLE ]]; then
    echo "3/7 The fictional district: making its records in var/sample.sqlite3"
    python manage.py sample_district
    year=$(python manage.py shell --no-imports -c 'from reports.figures.available_years import report_years; print(report_years()[0])')
else
    echo "3/7 The year 2557: loading its records"
    python manage.py load_2557
    year=2557
fi
report=var/annual-report-$year.pdf
echo "4/7 Style sheets, fonts and pictures: collecting them"
python manage.py collectstatic --noinput --verbosity 0
echo "5/7 The report of $year: printing it to $report"
python manage.py annual_report "$year" --output "$report"
echo "6/7 Staff account"
python manage.py create_staff
echo "7/7 Serving the portal, and printing in the background; Ctrl-C stops both. Open in a browser:"
[[ $host != 0.0.0.0 && $host != '[::]' ]] || printf '      http://127.0.0.1:%s/\n' "$port"
for address in "${addresses[@]}"; do
    [[ $host == 0.0.0.0 && $address == \[* ]] || printf '      http://%s:%s/\n' "$address" "$port"
done

stop() {
    trap - INT TERM EXIT
    kill "${running[@]}" 2>/dev/null || true
    wait
}
python manage.py print_worker --verbosity 0 &
running=("$!")
gunicorn portal.wsgi --bind "$BIND" --workers 2 --threads 4 --no-control-socket --graceful-timeout 5 --log-level warning &
running+=("$!")
told=
trap 'told=1; stop; exit 130' INT
trap 'told=1; stop; exit 143' TERM
trap stop EXIT
ended=0
wait -n "${running[@]}" || ended=$?
sleep 0.2
stop
[[ -z $told ]] || exit 130
fail "the web server or the printing worker ended (status $ended), so both were stopped; start again with: make run"
