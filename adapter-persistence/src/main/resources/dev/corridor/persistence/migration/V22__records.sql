-- The rows that a statement inserts travel as one array of records. A type never changes, because nodes of two versions may use it at once: other
-- fields are a type of another name, and this one goes a version later.

create type accounts_record as (
  account_id uuid, organization_id uuid, reference text, name text, description text, is_primary boolean, status text,
  created_at timestamptz, updated_at timestamptz
);

create type api_key_secrets_record as (
  hash text, api_key_id uuid, organization_id uuid, issued_at timestamptz
);

create type api_keys_record as (
  api_key_id uuid, organization_id uuid, environment text, name text, permissions text[], tier text, allowed_addresses text[],
  dialect text, signature_format text, expires_at timestamptz, status text, hash text, display_prefix text, signing_secret text,
  former_signing_secret text, former_hash text, former_works_until timestamptz, created_at timestamptz, updated_at timestamptz
);

create type audit_records_record as (
  audit_record_id uuid, organization_id uuid, actor text, action text, subject text, details_keys text[], details_values text[],
  request_id text, address text, recorded_at timestamptz
);

create type balances_record as (
  account_id uuid, asset text, organization_id uuid, available bigint, locked bigint, changed_at timestamptz
);

create type bank_transfers_record as (
  transaction_id uuid, organization_id uuid, bank text, due_at timestamptz
);

create type beneficiaries_record as (
  beneficiary_id uuid, organization_id uuid, account_id uuid, reference text, nickname text, status text, type text, chain text,
  address text, handle text, receiver uuid, bank_name text, method text, currency text, swift_code text, account_number text,
  iban text, routing_number text, bank_country text, bank_address_line1 text, bank_city text, bank_region text,
  bank_zip_code text, intermediary_name text, intermediary_swift_code text, intermediary_address text, entity_type text,
  label text, email text, phone_number text, first_name text, last_name text, legal_name text, date_of_birth date,
  business_name text, registration_number text, address_line1 text, address_line2 text, city text, region text, zip_code text,
  country text, tax_id text, tax_id_type text, tags text[], metadata_keys text[], metadata_values text[], created_at timestamptz,
  updated_at timestamptz
);

create type chain_transfers_record as (
  transaction_id uuid, organization_id uuid, chain text, to_address text, asset text, amount bigint, waiting_since timestamptz
);

create type closed_balances_record as (
  month date, account_id uuid, asset text, organization_id uuid, available bigint, locked bigint, changed_at timestamptz
);

create type events_record as (
  organization_id uuid, kind text, sequence integer, subject_ids uuid[], statuses text[], reversed_by uuid[], returns integer[],
  changed_at timestamptz[]
);

create type fee_schedules_record as (
  organization_id uuid, service text, asset text, fixed bigint, bps integer, decided_by text, decided_at timestamptz
);

create type funding_methods_record as (
  funding_method_id uuid, organization_id uuid, account_id uuid, name text, type text, status text, assets text[], rail text,
  chain text, address text, bank text, holder text, iban text, bic text, reference text, created_at timestamptz
);

create type idempotency_records_record as (
  request_hash uuid, idempotency_key text, organization_id uuid, broker_organization_id uuid, method text, path text,
  fingerprint text, answer text, answered_at timestamptz
);

create type letters_of_authorization_record as (
  letter_id uuid, organization_id uuid, authorized_organization_id uuid, status text, signed_at timestamptz,
  revoked_at timestamptz, revoked_reason text, created_at timestamptz, updated_at timestamptz
);

create type network_members_record as (
  organization_id uuid, enabled boolean, handle text, shows_name boolean
);

create type network_transfers_record as (
  transaction_id uuid, organization_id uuid, receiver uuid, receiving_account uuid, sender_handle text, sender_name text,
  waiting_since timestamptz
);

create type organizations_record as (
  organization_id uuid, name text, type text, verification text, status text, crypto_payouts_enabled boolean, created_by uuid,
  metadata_keys text[], metadata_values text[], created_at timestamptz, updated_at timestamptz
);

create type payout_batch_items_record as (
  batch_id uuid, organization_id uuid, number integer, transaction_id uuid, account_id uuid, beneficiary_id uuid, asset text,
  amount bigint, method text, chain text, fee_fixed bigint, fee_bps integer, execute_at timestamptz, reference text,
  description text, tags text[], metadata_keys text[], metadata_values text[]
);

create type payout_batches_record as (
  batch_id uuid, organization_id uuid, maker text, created_at timestamptz, due_at timestamptz
);

create type payout_controls_record as (
  organization_id uuid, service text, asset text, follows_default boolean, approval_above bigint, most_per_payout bigint,
  most_per_day bigint, most_per_beneficiary bigint, cooling_off_seconds bigint, decided_by text, decided_at timestamptz
);

create type payout_holds_record as (
  transaction_id uuid, organization_id uuid, maker text, waits_for text, passed text, execute_at timestamptz,
  expires_at timestamptz, due_at timestamptz, decided_by text, ended_at timestamptz, declined_for text, refusal_code text,
  refusal_message text
);

create type payout_tallies_record as (
  organization_id uuid, service text, asset text, beneficiary_id uuid, since timestamptz, day date, counted bigint
);

create type postings_record as (
  transaction_id uuid, line integer, organization_id uuid, account_id uuid, asset text, from_place text, to_place text,
  amount bigint, available_after bigint, locked_after bigint, posted_at timestamptz
);

create type quotes_record as (
  quote_id uuid, organization_id uuid, account_id uuid, from_asset text, from_amount bigint, to_asset text, to_amount bigint,
  fee bigint, mid_rate bigint, tick_symbol text, tick_slot timestamptz, issued_at timestamptz, expires_at timestamptz,
  executed_at timestamptz
);

create type receipts_record as (
  receipt_id uuid, rail text, reference text, asset text, units text, is_known boolean, payer text, payee text,
  arrived_at timestamptz, type text, facts text[], status text, reason text, organization_id uuid, account_id uuid,
  transaction_id uuid, decided_by text, evidence text, recorded_at timestamptz, updated_at timestamptz
);

create type requests_record as (
  request_id uuid, organization_id uuid, caller text, method text, route text, status integer, code text, outcome text,
  duration_millis bigint, answered_at timestamptz
);

create type sessions_record as (
  session_id uuid, organization_id uuid, user_id uuid, refresh_token_id uuid, address text, started_at timestamptz,
  refreshed_at timestamptz, expires_at timestamptz, ended_at timestamptz
);

create type transactions_record as (
  transaction_id uuid, organization_id uuid, account_id uuid, type text, status text, asset text, amount bigint, quote_id uuid,
  received_asset text, received bigint, fee bigint, fee_fixed bigint, fee_bps integer, beneficiary_id uuid, chain text,
  to_address text, tx_hash text, method text, bank_name text, swift_code text, account_number text, iban text, reverses uuid,
  returned_payout uuid, decided_by text, evidence text, counter_account_id uuid, debit uuid, handle text, sender_name text,
  reference text, description text, tags text[], metadata_keys text[], metadata_values text[], created_at timestamptz,
  updated_at timestamptz
);

create type webhook_attempts_record as (
  attempt_id uuid, organization_id uuid, endpoint_id uuid, message_id uuid, type text, outcome text, status integer,
  latency_millis integer, answer text, attempted_at timestamptz, next_attempt_at timestamptz
);

create type webhook_endpoints_record as (
  endpoint_id uuid, organization_id uuid, url text, description text, event_types text[], is_disabled boolean, secret text,
  former_secret text, former_signs_until timestamptz, created_at timestamptz, updated_at timestamptz
);

create type webhook_messages_record as (
  message_id uuid, organization_id uuid, sequence bigint, type text, subject text, body text, happened_at timestamptz,
  created_at timestamptz
);
