-- Whoever leaves a body gets a CANCEL with a higher SEQUENCE than the invitation; whoever comes back needs a higher one still (RFC 5546).
-- What was sent before is not known of those who left: at most one more than the meeting had.
alter table kim.gremium_teilnahme add column zuletzt int;
alter table kim.gremium_teilnahme no force row level security;
alter table kim.gremium_sitzung no force row level security;
update kim.gremium_teilnahme t set zuletzt = coalesce(t.folge, s.folge + 1)
from kim.gremium_sitzung s where s.kreis = t.kreis and s.id = t.sitzung_id and s.folge is not null;
alter table kim.gremium_teilnahme force row level security;
alter table kim.gremium_sitzung force row level security;
