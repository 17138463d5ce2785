-- Operators who log in to the portal. The command line adds them, the service itself cannot. factor_secret is sealed by a key that is not in the database:
-- what the newest login has shown while invited_until says until when the operator may enrol, and what was proved afterwards. last_step is the time step of
-- the code that was used last.
create table operators (
  name text primary key,
  password_hash text not null,
  failed_logins int not null check (failed_logins >= 0),
  locked_until timestamptz,
  invited_until timestamptz,
  factor_secret text,
  last_step bigint,
  is_disabled boolean not null default false,
  created_at timestamptz not null,
  check (num_nulls(invited_until, last_step) = 1 and (last_step is null or factor_secret is not null))
);

grant select, update (password_hash, failed_logins, locked_until, invited_until, factor_secret, last_step) on operators to corridor_service;

-- Sessions of operators, by the hash of a token. One that is over is deleted.
create table operator_sessions (
  token_hash text primary key,
  operator text not null,
  is_proved boolean not null,
  address text not null,
  started_at timestamptz not null,
  expires_at timestamptz not null
);

create index operator_sessions_of_operator on operator_sessions (operator);
create index operator_sessions_soonest_expiry_first on operator_sessions (expires_at);

grant select, insert, delete on operator_sessions to corridor_service;

-- Operators switch maintenance in the portal too.
grant update (retry_after_seconds, posted_at) on maintenance to corridor_service;

-- What is out of use: few rows among many.
create index api_keys_locked on api_keys (updated_at desc) where status = 'LOCKED';
create index users_locked on users (locked_until desc) where locked_until is not null;
create index accounts_not_active on accounts (updated_at desc) where status <> 'ACTIVE';
