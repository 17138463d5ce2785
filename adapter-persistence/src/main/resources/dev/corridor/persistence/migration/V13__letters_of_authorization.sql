-- By which an organization lets another, its broker, act for it. A revoked letter stays; another authorization is another letter.
create table letters_of_authorization (
  letter_id uuid not null,
  organization_id uuid not null,
  authorized_organization_id uuid not null,
  status text not null check (status in ('PENDING', 'ACTIVE', 'REVOKED')),
  signed_at timestamptz,
  revoked_at timestamptz,
  revoked_reason text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (letter_id, organization_id),
  constraint letters_of_authorization_times check (
    case status
      when 'PENDING' then revoked_at is null
      when 'ACTIVE' then signed_at is not null and revoked_at is null
      else revoked_at is not null
    end)
);

create unique index letters_of_authorization_one_in_force on letters_of_authorization (organization_id, authorized_organization_id)
  where status <> 'REVOKED';
create index letters_of_authorization_granted on letters_of_authorization (organization_id, letter_id desc);
create index letters_of_authorization_received on letters_of_authorization (authorized_organization_id, letter_id desc);

grant select, insert, update (status, signed_at, revoked_at, revoked_reason, updated_at) on letters_of_authorization to corridor_service;

-- Share tokens of providers of verifications, by their hash. Each works once, whichever organization presents it, so it is the same everywhere.
create table redeemed_share_tokens (
  hash text primary key,
  organization_id uuid not null,
  redeemed_at timestamptz not null default now()
);

grant select, insert on redeemed_share_tokens to corridor_service;
