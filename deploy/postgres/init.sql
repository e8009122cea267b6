-- One database, a schema and a login role for each service. Passwords are set apart from this, by who runs the server.
-- Run once, as the superuser, in the database `connect`.

create role user_service login;
create role interaction_service login;
create role history_service login;
create role communication_service login;

create schema users authorization user_service;
create schema interactions authorization interaction_service;
create schema history authorization history_service;
create schema chat authorization communication_service;

alter role user_service set search_path = users;
alter role interaction_service set search_path = interactions;
alter role history_service set search_path = history;
alter role communication_service set search_path = chat;

revoke all on schema public from public;
