-- The search also finds two beginnings at once, so that common names need not be read whole; the worker makes the tokens of those who
-- were there before anew (renew-tokens.ts).
alter table kim.person alter column suche set default 4;
