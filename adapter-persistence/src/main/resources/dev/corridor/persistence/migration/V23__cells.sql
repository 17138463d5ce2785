-- Organizations that move between cells, see docs/adr/0058. Who has no row lives here, and so does who has ARRIVED. One that is CLOSING, LEAVING or ARRIVING can be
-- given up; one that is GONE is never answered for here again, and what is here of it is an archive. release_code is what opens it in the other cell, code_hash the
-- hash by which that cell knows it. has_arrived says that it came from another cell once, so that its older keys do not name this one. digest is that of what was written for it. Only the owner of the database writes here.
create table residences (
  organization_id uuid primary key,
  state text not null check (state in ('CLOSING', 'LEAVING', 'GONE', 'ARRIVING', 'ARRIVED')),
  other_cell text not null,
  has_arrived boolean not null default false,
  release_code text,
  code_hash text,
  digest text,
  since timestamptz not null default now(),
  constraint residences_code check ((state in ('CLOSING', 'LEAVING', 'GONE')) = (release_code is not null)),
  constraint residences_hash check ((state = 'ARRIVING') = (code_hash is not null))
);

grant select on residences to corridor_service;

-- The events of an organization that arrives are numbered below those that are written here afterwards. So that there is room, a new database begins far above
-- zero. In one that has events, nothing changes: readers are at work.
update event_numbering
set first_sequence = 1099511627776
where first_sequence = 0 and not exists (select from events) and not exists (select from forgotten_events);
