-- The search also finds how a name begins, in every transcription. Tokens of persons who were there before are made anew by the
-- worker at its start; new ones are made by the new rules.
alter table kim.person add column suche smallint not null default 1;
alter table kim.person alter column suche set default 2;
