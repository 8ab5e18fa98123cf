-- A rare theme in one's own list is found by itself; every consultation of the account was looked at for it before.
create index beratung_thema_konto on kim.beratung_thema (kreis, traeger_id, konto_id, handlungsfeld, beratung_id);
