# How dump, restore and ledger reach PostgreSQL; they read this file. Not to be run by itself.
#
# On this machine: the usual PGHOST, PGPORT, PGDATABASE, PGUSER and PGPASSWORD (or ~/.pgpass), and PostgreSQL's programs on
# the PATH, of the server's version or newer. With BACKUP_VIA=compose: inside the container `postgres` of docker-compose.yml.

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "$*"
  exit 1
}

PGDATABASE=${PGDATABASE:-connect}
export PGDATABASE

# Runs one of PostgreSQL's programs; files go in and out by standard input and output, so that it may run elsewhere.
pg() {
  case ${BACKUP_VIA:-here} in
    here)
      program=$1
      shift
      "$program" --no-password --dbname "$PGDATABASE" "$@"
      ;;
    compose)
      program=$1
      shift
      docker compose exec -T postgres "$program" --username postgres --dbname "$PGDATABASE" "$@"
      ;;
    *) fail "BACKUP_VIA must be here or compose, not $BACKUP_VIA." ;;
  esac
}

sql() { pg psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 "$@"; }
