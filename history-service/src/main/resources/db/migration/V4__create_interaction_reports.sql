-- Who reported which interaction, as user-service told, before or after the interaction itself was logged: so no foreign key.
create table interaction_reports (
  interaction_id uuid not null,
  reporter_id uuid not null references users.accounts (id),
  noted_at timestamptz not null,
  primary key (interaction_id, reporter_id)
);
-- The retention job deletes the oldest.
create index interaction_reports_noted on interaction_reports (noted_at);

-- Until now only a report that cut a call was known, on both rows. It was made by the one who sees it as the reason.
insert into interaction_reports (interaction_id, reporter_id, noted_at)
select interaction_id, user_id, ended_at from logged_interactions where reported and shown_reason = 'reported';
alter table logged_interactions drop column reported;
