#!/bin/sh
# Builds the web client into target/site; with "check" it lints, checks types and runs the unit tests instead.
set -eu
export NO_COLOR=1
cd "$(dirname "$0")"

say() { printf '%s\n' "$*" >&2; }

if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
  say "The web client needs Node 20.19 or newer with npm, and there is none on the PATH."
  exit 1
fi
if ! node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)'; then
  say "The web client needs Node 20.19 or newer; this is $(node --version)."
  exit 1
fi

# Libraries are installed anew only if the lock file is not the one they were installed from.
mark=node_modules/.installed-from
if ! cmp -s package-lock.json "$mark"; then
  npm ci --no-progress --loglevel=error
  cp package-lock.json "$mark"
fi

npm run --silent generate
if [ "${1:-}" = check ]; then
  npm run --silent check
else
  npm run --silent build
fi
