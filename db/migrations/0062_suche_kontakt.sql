-- Persons are found by telephone number and e-mail address as well; the worker makes their tokens anew (renew-tokens.ts).
alter table kim.person alter column suche set default 3;
