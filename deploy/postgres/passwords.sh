#!/bin/sh
# Gives the services' roles their passwords, after init.sql has made the roles. Run once by the container's first start.
set -eu

set_password() {
  psql --quiet --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
    --set=role="$1" --set=password="$2" <<'SQL'
alter role :"role" password :'password';
SQL
}

set_password user_service "$USER_DB_PASSWORD"
set_password interaction_service "$INTERACTION_DB_PASSWORD"
set_password history_service "$HISTORY_DB_PASSWORD"
set_password communication_service "$COMMUNICATION_DB_PASSWORD"
