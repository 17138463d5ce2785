-- People who log in. An e-mail address leads to them before anybody knows which organization is theirs, so like the keys they belong to no
-- organization's part of the data.
create table users (
  user_id uuid primary key,
  organization_id uuid not null,
  email text not null unique,
  password_hash text not null,
  failed_logins int not null check (failed_logins >= 0),
  locked_until timestamptz,
  created_at timestamptz not null
);

-- Tokens that were given back before their time. Once they would have expired anyway they may be forgotten.
create table revoked_tokens (
  token_id uuid primary key,
  expires_at timestamptz not null
);

create index revoked_tokens_oldest_first on revoked_tokens (expires_at);

grant select, insert, update (failed_logins, locked_until) on users to corridor_service;
-- To lock a row takes the right to update some column.
grant select, insert, delete, update (expires_at) on revoked_tokens to corridor_service;
