#!/usr/bin/env bash
# Whether a test notices each small change of what must not be wrong; what setup.sh test installs must be there.
# Some modules only: scripts/mutants.sh portal/thai projects/totals.py; how many at a time: JOBS=1
set -euo pipefail
cd -P "$(dirname "$0")/.."
unset DATABASE_URL
. scripts/environment.sh

nice -n 19 python scripts/mutants.py "$@"
