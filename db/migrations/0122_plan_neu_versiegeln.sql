-- An agreed plan stays as it is. When a merging is undone the background seals its texts with the key of whose case it is; nothing else
-- of a row may differ then.
create or replace function kim.hilfeplan_bleibt() returns trigger language plpgsql as $$
declare
  zeile constant jsonb := case tg_op when 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
  versiegelt constant text[] := array['bemerkung', 'ziel', 'was', 'wer_name'];
  plan uuid;
begin
  if current_user = 'kim_worker' and tg_op = 'UPDATE' then
    if to_jsonb(new) - versiegelt = to_jsonb(old) - versiegelt then return new; end if;
  end if;
  if current_user in ('kim_web', 'kim_worker') then
    plan := case tg_table_name
      when 'hilfeplan' then zeile ->> 'id'
      when 'hilfeplan_ziel' then zeile ->> 'hilfeplan_id'
      else (select z.hilfeplan_id::text from kim.hilfeplan_ziel z
        where z.kreis = zeile ->> 'kreis' and z.id = (zeile ->> 'ziel_id')::uuid)
    end;
    if exists (select from kim.hilfeplan p
      where p.kreis = zeile ->> 'kreis' and p.id = plan and p.vereinbart_am is not null) then
      raise exception 'Eine vereinbarte Fassung ändert sich nicht.' using errcode = 'restrict_violation';
    end if;
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$$;
