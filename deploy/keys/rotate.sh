#!/bin/sh
# Rotates the keys that sign access tokens, in the folder that JWT_SIGNING_KEYS names. Nobody is logged out by it, and no
# service is restarted.
#
#   deploy/keys/rotate.sh FOLDER           adds a key, waits until it signs, then retires the others
#   deploy/keys/rotate.sh FOLDER add       only adds one: from now on both are published
#   deploy/keys/rotate.sh FOLDER retire    only retires all but the newest: what they signed stays good until it ends
#
# FOLDER is .local/keys for ./run, and the folder that is mounted at /keys for Compose. ROTATE_WAIT is how many seconds a
# key is published before the others are retired: longer than JWT_PUBLISH_BEFORE_SIGNING (two minutes).
set -eu

folder=${1:-}
step=${2:-all}
wait=${ROTATE_WAIT:-150}
# How long a public half is of use after its key was retired, in minutes: longer than any token lives.
keep=60

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

newest() {
  find "$folder" -maxdepth 1 -name '*.pem' | LC_ALL=C sort | tail -n 1
}

id_of() {
  basename "$1" .pem
}

# The newest by name signs, so the name must come after every other.
next_id() {
  stamp=$(date -u +%Y-%m-%dT%H%M%SZ)
  for id in "$stamp" "z-$stamp" "zz-$stamp"; do
    last=$(printf '%s\n%s\n' "$id" "$(id_of "$(newest)")" | LC_ALL=C sort | tail -n 1)
    if [ "$last" = "$id" ] && [ ! -e "$folder/$id.pem" ]; then
      printf '%s\n' "$id"
      return
    fi
  done
  fail "No name comes after $(newest); add a key by hand: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256"
}

# Written aside and moved, so that no service reads half a file; copied first, so that whoever may read the old one may read it.
add() {
  id=$(next_id)
  unfinished="$folder/.$id.tmp"
  trap 'rm -f "$unfinished"' EXIT
  cp -p "$(newest)" "$unfinished"
  openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 >"$unfinished"
  touch "$unfinished"
  mv "$unfinished" "$folder/$id.pem"
  printf 'Added %s; it is published now and signs soon.\n' "$id"
}

retire() {
  keeper=$(newest)
  find "$folder" -maxdepth 1 -name '*.pub' -mmin "+$keep" -exec rm -f {} +
  find "$folder" -maxdepth 1 -name '*.pem' | LC_ALL=C sort | while read -r key; do
    [ "$key" != "$keeper" ] || continue
    id=$(id_of "$key")
    unfinished="$folder/.$id.tmp"
    cp -p "$key" "$unfinished"
    openssl pkey -in "$key" -pubout >"$unfinished"
    touch "$unfinished"
    mv "$unfinished" "$folder/$id.pub"
    rm "$key"
    printf 'Retired %s; what it signed stays good until it ends.\n' "$id"
  done
}

[ -n "$folder" ] && [ -d "$folder" ] || fail "Name the folder of the signing keys, such as .local/keys"
[ -n "$(newest)" ] || fail "There is no <kid>.pem in $folder"

case $step in
  add) add ;;
  retire) retire ;;
  all)
    add
    printf 'Waiting %s s until every service knows it …\n' "$wait"
    sleep "$wait"
    retire
    ;;
  *) fail "The step is add or retire, not $step" ;;
esac
