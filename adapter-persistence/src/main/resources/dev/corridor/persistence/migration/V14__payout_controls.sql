-- What payouts must obey: every version. The newest of the organization is in force, unless it follows the default; then the newest of the default,
-- which has no organization. Amounts are in the asset's smallest unit; null asks for nothing. The operator's, so it is the same everywhere. Append-only.
create table payout_controls (
  version bigint not null generated always as identity primary key,
  organization_id uuid,
  service text not null check (service in ('CRYPTO_PAYOUT', 'FIAT_PAYOUT')),
  asset text not null,
  follows_default boolean not null,
  approval_above bigint check (approval_above >= 0),
  most_per_payout bigint check (most_per_payout >= 0),
  most_per_day bigint check (most_per_day >= 0),
  most_per_beneficiary bigint check (most_per_beneficiary >= 0),
  cooling_off_seconds bigint check (cooling_off_seconds between 1 and 31536000),
  decided_by text not null,
  decided_at timestamptz not null,
  constraint payout_controls_default check (
    not follows_default
    or organization_id is not null
      and num_nonnulls(approval_above, most_per_payout, most_per_day, most_per_beneficiary, cooling_off_seconds) = 0)
);

create index payout_controls_newest on payout_controls (service, asset, organization_id, version);

grant select, insert on payout_controls to corridor_service;

-- What an organization's payouts of a day (UTC) come to, of all of them and of those to one beneficiary; that of all has the nil UUID. The row is the lock
-- under which payouts from several accounts are counted one after the other. Only organizations whose days are, or were, limited have rows. since is
-- infinite until something is counted.
create table payout_tallies (
  organization_id uuid not null,
  service text not null,
  asset text not null,
  beneficiary_id uuid not null,
  since timestamptz not null,
  day date not null,
  counted bigint not null check (counted >= 0),
  primary key (organization_id, service, asset, beneficiary_id)
) with (fillfactor = 80);

grant select, insert, update (since, day, counted) on payout_tallies to corridor_service;

-- What was counted on a day and DECLINED since. Rows of their own, so that who declines a payout never waits for the lock of a tally. Append-only.
create table payout_give_backs (
  transaction_id uuid not null,
  organization_id uuid not null,
  service text not null,
  asset text not null,
  beneficiary_id uuid not null,
  day date not null,
  amount bigint not null,
  primary key (transaction_id, organization_id)
);

create index payout_give_backs_of_a_day on payout_give_backs (organization_id, service, asset, day);

grant select, insert on payout_give_backs to corridor_service;

-- Why payouts wait, or have waited, before their money is set aside. waits_for names the gates, with spaces between them. due_at is when time decides
-- something about it, later if a turn that came to nothing has postponed it, and null once the wait is over.
create table payout_holds (
  transaction_id uuid not null,
  organization_id uuid not null,
  maker text not null,
  waits_for text not null,
  expires_at timestamptz not null,
  due_at timestamptz,
  decided_by text,
  ended_at timestamptz,
  declined_for text,
  primary key (transaction_id, organization_id),
  foreign key (transaction_id, organization_id) references transactions
);

create index payout_holds_longest_due_first on payout_holds (due_at) where due_at is not null;

grant select, insert, update (due_at, decided_by, ended_at, declined_for) on payout_holds to corridor_service;

-- What waits for a person: few rows among millions.
create index transactions_expected on transactions (organization_id, transaction_id desc) where status = 'EXPECTED';

-- Who has made or rotated a key.
create index audit_records_of_subject on audit_records (organization_id, subject);
