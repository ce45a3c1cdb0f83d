#!/usr/bin/env bash
# Makes .venv and installs Dateline into it from the locked, hashed requirements.
#   deploy/setup.sh run   what the service needs
#   deploy/setup.sh dev   that and what the tests need
# Does nothing when .venv already holds what the lock names. PYTHON chooses another interpreter.
set -euo pipefail
cd "$(dirname "$0")/.."

kind=${1:?run or dev}
lock=deploy/lock/$kind.txt
say() { printf '%s\n' "$*" >&2; }
die() { say "dateline: $*"; exit 1; }

in_range() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null; }

find_python() {
    if [ -n "${PYTHON:-}" ]; then
        command -v "$PYTHON" >/dev/null || die "PYTHON=$PYTHON is not a command"
        in_range "$PYTHON" || die "$PYTHON is $("$PYTHON" -V 2>&1); Dateline runs on Python 3.11 to 3.13"
        echo "$PYTHON"
        return
    fi
    local name
    for name in python3 python3.13 python3.12 python3.11; do
        if command -v "$name" >/dev/null && in_range "$name"; then
            echo "$name"
            return
        fi
    done
    command -v python3 >/dev/null || die "no python3 on PATH; Dateline runs on Python 3.11 to 3.13"
    die "python3 is $(python3 -V 2>&1); Dateline runs on Python 3.11 to 3.13"
}

make_venv() {
    local python=$1
    if command -v uv >/dev/null; then
        uv venv --quiet --clear --no-python-downloads --python "$(command -v "$python")" .venv
        return
    fi
    "$python" -c 'import ensurepip, venv' 2>/dev/null ||
        die "$python has no venv module: install it (Debian: apt install python3-venv) or install uv"
    "$python" -m venv --clear .venv
}

# One that uv made has no pip, and is of no use where uv is gone.
usable_venv() {
    [ -x .venv/bin/python ] && in_range .venv/bin/python &&
        { command -v uv >/dev/null || .venv/bin/python -m pip --version >/dev/null 2>&1; }
}

# One line that counts up on a terminal, one line for every tenth package elsewhere.
count_packages() {
    awk -v total="$1" -v tty="$([ -t 2 ] && echo 1)" '
        /^Collecting/ {
            n++
            if (tty) printf "\r\033[K  %d of %d  %s", n, total, $2 > "/dev/stderr"
            else if (n % 10 == 0) printf "  %d of %d packages\n", n, total > "/dev/stderr"
        }
        /^Installing collected/ {
            if (tty) printf "\r\033[K" > "/dev/stderr"
            print "  unpacking" > "/dev/stderr"
        }
        { print }
        fflush()
    ' >"$2"
}

install_failed() {
    tail -n 15 "$1" >&2
    die "the install failed; all of its output is in $1"
}

install_locked() {
    local total log
    total=$(grep -c '^[A-Za-z0-9].*==' "$lock")
    say "Installing $total packages from $lock into .venv (the first time this takes a minute or two)"
    if command -v uv >/dev/null; then
        uv pip install --python .venv/bin/python --require-hashes --requirement "$lock"
        uv pip install --quiet --python .venv/bin/python --no-deps --no-build-isolation --editable .
        return
    fi
    log=.venv/install.log
    .venv/bin/python -m pip install --disable-pip-version-check --require-hashes --requirement "$lock" \
        2>&1 | count_packages "$total" "$log" || install_failed "$log"
    .venv/bin/python -m pip install --disable-pip-version-check --quiet --no-deps --no-build-isolation \
        --editable .
}

fingerprint() { cat "deploy/lock/$1.txt" pyproject.toml deploy/setup.sh | cksum; }

# What the tests need includes what the service needs.
installed() {
    [ -x .venv/bin/dateline ] && [ "$(cat ".venv/installed-$1" 2>/dev/null)" = "$(fingerprint "$1")" ]
}

if installed "$kind" || installed dev; then exit 0; fi

python=$(find_python)
usable_venv || make_venv "$python"
install_locked
fingerprint "$kind" >".venv/installed-$kind"
