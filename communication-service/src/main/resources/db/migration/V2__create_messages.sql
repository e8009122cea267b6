-- Every message, by month of sending, so that retention can drop whole months.
-- (room_id, seq) is unique although sent_at must stand in the key: seq is given out under the lock of the room's row.
create table messages (
  room_id uuid not null,
  seq bigint not null check (seq > 0),
  id uuid not null,
  client_message_id text not null,
  sender_id uuid not null,
  -- Null once the message is deleted: what remains is a tombstone that keeps its number.
  body text,
  sent_at timestamptz not null,
  deleted_at timestamptz,
  primary key (room_id, seq, sent_at),
  foreign key (room_id, sender_id) references room_members (room_id, user_id),
  check ((body is null) = (deleted_at is not null))
) partition by range (sent_at);

create index messages_by_id on messages (id);
create index messages_by_time on messages (sent_at);

-- One row per message a client has named, pointing at it. A partitioned table can promise no uniqueness across its
-- partitions, so this table does: the same client message id is the same message, in whichever month it is repeated.
create table message_keys (
  room_id uuid not null,
  sender_id uuid not null,
  client_message_id text not null,
  seq bigint not null,
  sent_at timestamptz not null,
  primary key (room_id, sender_id, client_message_id),
  foreign key (room_id, sender_id) references room_members (room_id, user_id)
);

-- Makes the partitions of so many months, from the month of the given day on (in UTC). Those that exist are left alone.
create function ensure_message_partitions(first_day date, months integer) returns void
  language plpgsql
  as $$
declare
  month date;
  name text;
begin
  perform pg_advisory_xact_lock(hashtext('chat.ensure_message_partitions'));
  for i in 0 .. months - 1 loop
    month := (date_trunc('month', first_day::timestamp) + make_interval(months => i))::date;
    name := 'messages_' || to_char(month, 'YYYY_MM');
    if to_regclass(quote_ident(name)) is null then
      execute format(
        'create table %I partition of messages for values from (%L) to (%L)',
        name,
        month::text || ' 00:00:00+00',
        (month + interval '1 month')::date::text || ' 00:00:00+00');
    end if;
  end loop;
end
$$;

select ensure_message_partitions(((now() at time zone 'UTC') - interval '1 month')::date, 4);
