-- The order in which others were merged into the same person: undoing one leaves what a later one brought.
alter table kim.zusammenfuehrung add column folge int not null default 1 check (folge > 0);
create unique index on kim.zusammenfuehrung (kreis, in_person_id, folge);
