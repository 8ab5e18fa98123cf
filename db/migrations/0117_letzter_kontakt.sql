-- When somebody was last there, and what was said then, is asked on nearly every page. Behind a person alone the index had no order:
-- all consultations that she ever had were looked up for the day of the last. The day stands beside the person now, and follows the
-- consultation by the reference itself.
alter table kim.beratung_person add column am date;
-- The owner passes the walls of these tables for this statement.
alter table kim.beratung no force row level security;
alter table kim.beratung_person no force row level security;
update kim.beratung_person p set am = b.am from kim.beratung b where b.kreis = p.kreis and b.id = p.beratung_id;
alter table kim.beratung force row level security;
alter table kim.beratung_person force row level security;
alter table kim.beratung_person alter column am set not null;
alter table kim.beratung add constraint beratung_mit_tag unique (kreis, id, traeger_id, konto_id, am);
do $$
declare
  old text;
begin
  for old in select conname from pg_constraint where conrelid = 'kim.beratung_person'::regclass and contype = 'f'
    and confrelid = 'kim.beratung'::regclass loop
    execute format('alter table kim.beratung_person drop constraint %I', old);
  end loop;
end $$;
alter table kim.beratung_person add foreign key (kreis, beratung_id, traeger_id, konto_id, am)
  references kim.beratung (kreis, id, traeger_id, konto_id, am) on update cascade on delete cascade;
create index beratung_person_zuletzt on kim.beratung_person (kreis, person_id, am desc, beratung_id desc);
drop index kim.beratung_person_kreis_person_id_idx;
