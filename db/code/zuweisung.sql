-- Who may change a household that was assigned, and who gives it to whom. Its members go where it goes (`on update cascade`), so this is
-- the wall before them as well: nobody gets there by herself, and once there is a file it is handed over as every file is.
create or replace function zustaendigkeit.pruefe_zuweisung() returns trigger language plpgsql as $$
declare
  ich constant uuid := nullif(current_setting('app.konto', true), '')::uuid;
begin
  if current_user <> 'kim_web' then return coalesce(new, old); end if;
  if tg_op = 'INSERT' then
    -- Parted from a household of somebody whom one stands in for, the new one is hers as well.
    perform zustaendigkeit.verlange(zustaendigkeit.darf(new.kreis, ich, 'beraten') and (new.konto_id = ich
      or new.konto_id = any(current_setting('app.konten')::uuid[]) and exists (select from kim.zuweisung z
        where z.kreis = new.kreis and z.stapel_id = new.stapel_id and z.konto_id = new.konto_id)),
      'Eine Liste nimmt an, wer berät, und zuerst für sich.');
    return new;
  end if;
  if tg_op = 'DELETE' then
    perform zustaendigkeit.verlange(old.akte_am is null and old.konto_id = any(current_setting('app.konten')::uuid[]),
      'Was verteilt ist oder eine Akte hat, wird nicht zurückgenommen.');
    return old;
  end if;
  if new.konto_id = old.konto_id then
    perform zustaendigkeit.verlange(old.konto_id = any(current_setting('app.konten')::uuid[]),
      'Das ändert, wer zuständig ist.');
    perform zustaendigkeit.verlange(new.aufgegangen_in is not distinct from old.aufgegangen_in or new.aufgegangen_in is null
      or exists (select from kim.zuweisung z where z.kreis = new.kreis and z.id = new.aufgegangen_in and z.stapel_id = new.stapel_id
        and z.konto_id = new.konto_id and z.aufgegangen_in is null),
      'Zusammen gehören nur Haushalte einer Liste, für die dieselbe zuständig ist.');
    return new;
  end if;
  perform zustaendigkeit.handelnd(new.kreis, ich);
  perform zustaendigkeit.verlange(old.akte_am is null, 'Eine Akte wird übergeben, nicht verteilt.');
  perform zustaendigkeit.verlange(new.konto_id <> ich, 'Niemand teilt sich selbst etwas zu.');
  perform zustaendigkeit.verlange(zustaendigkeit.darf(new.kreis, new.konto_id, 'beraten')
    and exists (select from kim.konto k where k.kreis = new.kreis and k.id = new.konto_id and k.traeger_id = new.traeger_id),
    'Zuständig wird nur, wer beim selben Träger berät.');
  perform zustaendigkeit.verlange(old.konto_id = any(current_setting('app.konten')::uuid[])
    or zustaendigkeit.darf(new.kreis, ich, 'verteilen'), 'Verteilen kann, wer zuständig ist, oder wer leitet.');
  return new;
end
$$;
create or replace trigger zuweisung_bestimmt before insert or update or delete on kim.zuweisung
  for each row execute function zustaendigkeit.pruefe_zuweisung();

-- A person who is handed over takes along the household that her file came of.
create or replace function zustaendigkeit.zuweisung_geht_mit() returns trigger language plpgsql as $$
begin
  update kim.zuweisung z set konto_id = n.konto_id
  from neu n join alt a on a.kreis = n.kreis and a.id = n.id and a.konto_id <> n.konto_id
  join kim.zuweisung_mensch m on m.kreis = n.kreis and m.person_id = n.id
  where z.kreis = m.kreis and m.zuweisung_id in (z.id, z.aufgegangen_in) and z.konto_id = a.konto_id;
  return null;
end
$$;
create or replace trigger zuweisung_geht_mit after update on kim.person
  referencing new table as neu old table as alt for each statement execute function zustaendigkeit.zuweisung_geht_mit();
