-- One row, found by its key. The books plan without scans of whole tables: until PostgreSQL 17 a scan that could not be avoided counted as ten
-- billion, and whatever costs as much is compiled before it runs.
alter table event_numbering
  add column only_one boolean primary key default true check (only_one);
