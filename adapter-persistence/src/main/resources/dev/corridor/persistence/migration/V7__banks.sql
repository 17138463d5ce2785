-- The outbox of fiat payouts: which bank pays each, and the file with its order. due_at is when its next turn may begin, and null once it is in a file or
-- will never be, because its payout has ended or it was withdrawn. What is to be paid stands with the payout and its beneficiary, which never change.
create table bank_transfers (
  transaction_id uuid not null,
  organization_id uuid not null,
  bank text not null,
  file_number bigint,
  failures integer not null default 0,
  reason text,
  due_at timestamptz,
  primary key (transaction_id, organization_id),
  foreign key (transaction_id, organization_id) references transactions,
  constraint bank_transfers_filed_once check (num_nonnulls(file_number, due_at) < 2)
);

create index bank_transfers_longest_waiting_first on bank_transfers (bank, due_at, transaction_id) where due_at is not null;

create index bank_transfers_of_file on bank_transfers (bank, file_number) where file_number is not null;

grant select, insert, update (file_number, failures, reason, due_at) on bank_transfers to corridor_service;

-- The files of the house, whose orders are of all organizations. Each is kept before the bank gets it, so that the same one can be handed over again.
-- due_at is null once the bank has it.
create table bank_files (
  bank text not null,
  number bigint not null,
  content text not null,
  stored_at timestamptz not null,
  handed_over_at timestamptz,
  failures integer not null default 0,
  reason text,
  due_at timestamptz,
  primary key (bank, number)
);

create index bank_files_longest_waiting_first on bank_files (bank, due_at, number) where due_at is not null;

grant select, insert, update (handed_over_at, failures, reason, due_at) on bank_files to corridor_service;

-- Numbers are taken once. They may have gaps.
create sequence bank_file_numbers;

grant usage on sequence bank_file_numbers to corridor_service;

-- The files of banks that have been taken, by the SHA-256 of their bytes.
create table bank_files_taken (
  bank text not null,
  digest text not null,
  name text not null,
  taken_at timestamptz not null,
  primary key (bank, digest)
);

grant select, insert on bank_files_taken to corridor_service;
