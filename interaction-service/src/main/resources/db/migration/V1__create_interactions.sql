-- One row is one meeting, with both people in it: every transition is one compare-and-swap on one row.
create table interactions (
    id                        uuid primary key,
    version                   bigint      not null,
    log_length                integer     not null,
    intent                    text        not null,
    state                     text        not null check (state in ('PROPOSED', 'CONNECTING', 'ACTIVE', 'RECONNECTING', 'ENDED')),
    call_seconds              integer     not null check (call_seconds > 0),
    extensions                integer     not null default 0,

    matched_at                timestamptz not null,
    proposed_at               timestamptz not null,
    respond_by                timestamptz not null,
    connected_at              timestamptz,
    connect_by                timestamptz,
    started_at                timestamptz,
    ends_at                   timestamptz,
    ended_at                  timestamptz,
    end_reason                text check (end_reason in ('COMPLETED', 'HANG_UP', 'DECLINED', 'NO_ANSWER', 'SETUP_FAILED',
                                                         'PEER_LOST', 'BLOCKED', 'REPORTED', 'SUSPENDED')),
    ended_by                  uuid references users.accounts (id),

    -- the earliest moment at which time alone changes something; null once nothing can
    next_deadline             timestamptz,
    -- when some node looks again whether both people still have a socket anywhere; null outside of a call
    presence_due_at           timestamptz,

    video_state               text        not null check (video_state in ('OFF', 'REQUESTED', 'ON', 'DENIED')),
    video_requested_by        uuid references users.accounts (id),
    video_answer_by           timestamptz,
    video_stop_by             timestamptz,
    video_requested           boolean     not null,
    video_approved            boolean     not null,

    woman_user_id             uuid        not null references users.accounts (id),
    woman_display_name        text        not null,
    woman_ticket              text        not null,
    woman_wait_seconds        bigint      not null,
    woman_media_connected_at  timestamptz,
    woman_return_by           timestamptz,
    woman_extend_asked        boolean     not null,
    woman_keep                boolean,
    woman_feedback_rating     smallint check (woman_feedback_rating between 1 and 5),
    woman_feedback_tags       text[],

    man_user_id               uuid        not null references users.accounts (id),
    man_display_name          text        not null,
    man_ticket                text        not null,
    man_wait_seconds          bigint      not null,
    man_media_connected_at    timestamptz,
    man_return_by             timestamptz,
    man_extend_asked          boolean     not null,
    man_keep                  boolean,
    man_feedback_rating       smallint check (man_feedback_rating between 1 and 5),
    man_feedback_tags         text[],

    connection_id             uuid,
    room_id                   uuid,

    check (woman_user_id <> man_user_id),
    check ((state = 'ENDED') = (ended_at is not null and end_reason is not null)),
    check (state <> 'ENDED' or (next_deadline is null and presence_due_at is null)),
    check (state not in ('ACTIVE', 'RECONNECTING') or (connected_at is not null and started_at is not null and ends_at is not null))
);

-- One live interaction per person in the whole system. A person keeps one role for life, so one index for each side is enough.
create unique index one_live_interaction_per_woman on interactions (woman_user_id) where state <> 'ENDED';
create unique index one_live_interaction_per_man on interactions (man_user_id) where state <> 'ENDED';

create index interactions_by_deadline on interactions (next_deadline) where next_deadline is not null;
create index interactions_by_presence_check on interactions (presence_due_at) where presence_due_at is not null;
create index interactions_of_woman on interactions (woman_user_id, ended_at);
create index interactions_of_man on interactions (man_user_id, ended_at);

-- Who let what happen, and why. Written with the change itself; the number makes a second writer of one step fail.
create table consent_log (
    interaction_id uuid        not null references interactions (id),
    entry          integer     not null,
    at             timestamptz not null,
    -- later than "at" by how late a deadline was carried out
    written_at     timestamptz not null default clock_timestamp(),
    action         text        not null,
    -- null when it was the server: a deadline, a lost socket
    actor          uuid references users.accounts (id),
    why            text        not null,
    state          text        not null,
    primary key (interaction_id, entry)
);
