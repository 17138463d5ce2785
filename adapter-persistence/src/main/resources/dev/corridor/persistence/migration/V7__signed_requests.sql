-- What requests that come with a secret are signed with, sealed by a key that is not in the database. Empty where nothing needs to be signed.
alter table api_keys
  add column signing_secret text,
  add column former_signing_secret text;

-- The greatest nonce of each key that signs.
create table nonces (
  api_key_id uuid not null,
  organization_id uuid not null,
  last_nonce bigint not null check (last_nonce >= 0),
  primary key (api_key_id, organization_id)
);

grant update (signing_secret, former_signing_secret) on api_keys to corridor_service;
grant select, insert, update (last_nonce) on nonces to corridor_service;
