#!/usr/bin/env bash
# Installs what the portal needs: setup.sh run (to serve it), setup.sh test (to test it as well) or setup.sh all
# (for the slow tests too).
set -euo pipefail
cd -P "$(dirname "$0")/.."
umask 022
export PIP_DISABLE_PIP_VERSION_CHECK=1

fail() {
    printf 'setup: %s\n' "$@" >&2
    exit 1
}

wanted_for=${1:-run}
case $wanted_for in
run) lock=requirements.lock ;;
test | all) lock=requirements-dev.lock ;;
*) fail "unknown word '$1': use 'run', 'test' or 'all'" ;;
esac

find_python() {
    local name
    for name in python3.11 python3 python3.12 python3.13 python3.14; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
    return 1
}

# A moved or copied environment still points to its old folder.
venv_is_usable() {
    head -n 3 .venv/bin/pip 2>/dev/null | grep -qF "$PWD/.venv/bin/python" &&
        .venv/bin/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

missing_packages() {
    local package
    local wanted=(libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0)
    venv_is_usable || "$python" -c 'import ensurepip' 2>/dev/null || wanted+=(python3-venv)
    if [[ $lock == requirements-dev.lock ]]; then
        wanted+=(chromium libatomic1) # the second for the Node that playwright brings along
        compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || wanted+=(postgresql)
    fi
    if [[ $wanted_for == all ]] && ! command -v npm >/dev/null; then
        wanted+=(nodejs npm)
    fi
    for package in "${wanted[@]}"; do
        dpkg -s "$package" 2>/dev/null | grep -q '^Status: .* installed$' || echo "$package"
    done
}

# The tests start their own server: keep Debian from starting another one that is always on.
without_own_cluster() {
    local conf=/etc/postgresql-common/createcluster.conf template=/usr/share/postgresql-common/createcluster.conf
    if [[ " ${missing[*]} " != *" postgresql "* || -e $conf ]]; then
        "$@"
        return
    fi
    local result=0
    "${as_root[@]}" mkdir -p "${conf%/*}"
    echo 'create_main_cluster = false' | "${as_root[@]}" tee "$conf" >/dev/null
    "$@" || result=$?
    if [[ -e $template ]]; then
        "${as_root[@]}" install -m 644 "$template" "$conf"
        "${as_root[@]}" rm -f "$conf.ucf-dist"
    else
        "${as_root[@]}" rm -f "$conf"
    fi
    return "$result"
}

# Turns apt's many lines into one that counts, and into all of them when it fails.
apt_install() {
    local log result=0
    log=$(mktemp -t phakhi-setup.XXXXXX)
    {
        "${as_root[@]}" apt-get update -qq &&
            "${as_root[@]}" env LC_ALL=C DEBIAN_FRONTEND=noninteractive UCF_FORCE_CONFFOLD=1 \
                apt-get install -y -q --no-install-recommends -o Dpkg::Use-Pty=0 "${missing[@]}"
    } 2>&1 | tee "$log" | count_debian_packages || result=$?
    [[ $result -eq 0 ]] || cat "$log" >&2
    rm -f "$log"
    return "$result"
}

count_debian_packages() {
    local line step total=0
    local -A done=([fetching]=0 [unpacking]=0 ['setting up']=0)
    while read -r line; do
        case $line in
        *' newly installed, '*) total=$(awk '{print $1 + $3}' <<<"$line") && continue ;;
        Get:*) step='fetching' ;;
        Unpacking*) step='unpacking' ;;
        'Setting up'*) step='setting up' ;;
        *) continue ;;
        esac
        [[ -t 1 ]] || continue
        done[$step]=$((done[$step] + 1))
        printf '\r      %s package %d of %d ' "$step" "${done[$step]}" "$total"
    done
    [[ ! -t 1 || $total -eq 0 ]] || echo
}

install_packages() {
    local remedy="run this as root, then try again: apt-get install ${missing[*]}"
    local as_root=()
    if [[ $EUID -ne 0 ]]; then
        command -v sudo >/dev/null ||
            fail "these Debian packages are missing: ${missing[*]}" "there is no sudo here: $remedy"
        as_root=(sudo)
    fi
    without_own_cluster apt_install ||
        fail "these Debian packages could not be installed: ${missing[*]}; is there a connection to the internet?" "$remedy"
}

# Turns pip's many lines into one that counts.
count_packages() {
    local line done=0 total
    total=$(grep -c '==' "$lock")
    while read -r line; do
        [[ -t 1 ]] || continue
        case $line in
        Collecting*) printf '\r      package %d of %d' $((++done)) "$total" ;;
        Installing*) printf '\r      unpacking %d packages\n' "$total" ;;
        esac
    done
}

python=$(find_python) || fail "Python 3.11 or newer is needed, and is not installed here; on Debian: apt-get install python3"

if ! command -v dpkg >/dev/null; then
    echo "1/4 Debian packages: this is not Debian; Pango and HarfBuzz (and for tests Chromium and PostgreSQL) are yours to install"
else
    mapfile -t missing < <(missing_packages)
    if [[ ${#missing[@]} -eq 0 ]]; then
        echo "1/4 Debian packages: all there"
    else
        echo "1/4 Debian packages: installing ${missing[*]}, this can take a minute"
        install_packages
    fi
fi

[[ ! -L .venv ]] || fail ".venv is a link to another folder, which must not be emptied from here; remove the link."
if venv_is_usable; then
    echo "2/4 Python environment .venv: there"
else
    echo "2/4 Python environment .venv: making it with $("$python" --version)"
    "$python" -m venv --clear .venv || fail "could not make the Python environment with $python"
fi

stamp=.venv/.installed-${lock%.lock}
sum=$(sha256sum <"$lock")
if [[ $(cat "$stamp" 2>/dev/null) == "$sum" ]]; then
    echo "3/4 Python packages of $lock: all there"
else
    echo "3/4 Python packages of $lock: installing, this can take a minute"
    .venv/bin/pip install --require-hashes --progress-bar off -r "$lock" | count_packages ||
        fail "could not install the Python packages; is there a connection to the internet?"
    echo "$sum" >"$stamp"
fi

mkdir -p var
if grep -q '^SECRET_KEY=' var/portal.env 2>/dev/null; then
    echo "4/4 Secret key in var/portal.env: there"
else
    echo "4/4 Secret key: making one, once, into var/portal.env"
    (
        umask 077
        "$python" -c 'import secrets; print("SECRET_KEY=" + secrets.token_urlsafe(48))' >>var/portal.env
    )
    chmod 600 var/portal.env
fi

if [[ $wanted_for == all ]]; then
    echo "    Lighthouse, from package-lock.json: installing into node_modules"
    npm ci --silent --no-fund --no-audit || fail "npm could not install Lighthouse; is there a connection to the internet?"
fi
