-- Tokens of programs: sessions that the command line begins, with a name.
alter table operator_sessions add column program text;

create unique index operator_sessions_of_programs on operator_sessions (operator, program) where program is not null;

-- What an operator proposes about a transaction, and another one decides. What is decided is decided; outcome says what became of what was approved.
create table proposals (
  proposal_id uuid not null,
  organization_id uuid not null,
  act text not null check (act in ('REVERSE', 'SETTLE', 'DECLINE', 'RETURN')),
  transaction_id uuid not null,
  amount text,
  reason text not null,
  evidence text not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  decided_by text,
  approves boolean,
  decided_at timestamptz,
  moved_transaction_id uuid,
  refusal text,
  primary key (proposal_id, organization_id),
  check (num_nulls(decided_by, approves, decided_at) in (0, 3)),
  check (approves is distinct from true or decided_by <> proposed_by),
  check (num_nonnulls(moved_transaction_id, refusal) <= 1 and (num_nonnulls(moved_transaction_id, refusal) = 0 or approves))
);

grant select, insert, update (decided_by, approves, decided_at, moved_transaction_id, refusal) on proposals to corridor_service;
