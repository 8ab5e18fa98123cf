-- Persons that are the same one: what the database itself holds about the pointer from one to the other.

-- It leads to somebody of the same Träger whom the writer sees, who is shown herself, and never over two steps. Checked at the end
-- of the transaction: merging moves several pointers at once.
create or replace function zustaendigkeit.pruefe_zusammenfuehrung() returns trigger language plpgsql as $$
begin
  if new.zusammengefuehrt_in is not null then
    perform zustaendigkeit.verlange(exists (select from kim.person p where p.kreis = new.kreis and p.id = new.zusammengefuehrt_in
      and p.traeger_id = new.traeger_id and p.zusammengefuehrt_in is null), 'Gezeigt wird nur, wer selbst in keiner anderen Person aufging.');
    perform zustaendigkeit.verlange(not exists (select from kim.person p where p.kreis = new.kreis and p.zusammengefuehrt_in = new.id),
      'Wer in einer anderen Person aufging, wird für niemanden gezeigt.');
  end if;
  return null;
end
$$;
drop trigger if exists zusammengefuehrt on kim.person;
create constraint trigger zusammengefuehrt after update of zusammengefuehrt_in on kim.person deferrable initially deferred
  for each row when (new.zusammengefuehrt_in is distinct from old.zusammengefuehrt_in)
  execute function zustaendigkeit.pruefe_zusammenfuehrung();

-- Different persons are counted: the months in which a merged one came, or had a case, are counted anew.
create or replace function auswertung.merke_person() returns trigger language plpgsql as $$
begin
  insert into kim.zaehlung_anlass (kreis, traeger_id, monat)
  select distinct b.kreis, b.traeger_id, b.am - extract(day from b.am)::int + 1
  from zeilen z
  join vorher v on v.kreis = z.kreis and v.id = z.id and v.zusammengefuehrt_in is distinct from z.zusammengefuehrt_in
  join kim.beratung_person l on l.kreis = z.kreis and l.person_id = z.id
  join kim.beratung b on b.kreis = l.kreis and b.id = l.beratung_id;
  perform auswertung.merke_fall(f.kreis, f.traeger_id, min(f.begonnen))
  from zeilen z
  join vorher v on v.kreis = z.kreis and v.id = z.id and v.zusammengefuehrt_in is distinct from z.zusammengefuehrt_in
  join kim.fall f on f.kreis = z.kreis and f.person_id = z.id
  group by f.kreis, f.traeger_id;
  return null;
end
$$;
create or replace trigger zaehlung_zusammen after update on kim.person
  referencing new table as zeilen old table as vorher for each statement execute function auswertung.merke_person();
