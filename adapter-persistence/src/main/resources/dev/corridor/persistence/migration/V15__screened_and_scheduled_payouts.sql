-- A payout may wait for several things. passed names those that have happened, with spaces between them; what a screening says later adds to what it
-- waits for, and gives it more time. execute_at is the time that the organization has chosen. What was refused when the money was to be set aside is kept as the error's code and message.
alter table payout_holds
  add column passed text not null default '',
  add column execute_at timestamptz,
  add column refusal_code text,
  add column refusal_message text;

update payout_holds set passed = waits_for where ended_at is not null and declined_for is null;

grant update (waits_for, passed, expires_at, refusal_code, refusal_message) on payout_holds to corridor_service;

-- What waits for the operator: few rows among all that wait.
create index payout_holds_under_review on payout_holds (transaction_id) where ended_at is null and waits_for like '%REVIEW%';
