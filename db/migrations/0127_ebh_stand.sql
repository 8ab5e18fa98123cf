-- How far the naturalisation authority is with a copy, as it says itself; both sides see it.
alter table kim.freigabe
  add column ebh_stand text check (ebh_stand in ('vorcheck', 'antrag', 'anhoerung', 'zusicherung', 'eingebuergert', 'abgelehnt',
    'zurueckgezogen')),
  add column ebh_seit date,
  add constraint freigabe_ebh_stand check ((ebh_stand is null) = (ebh_seit is null) and (ebh_stand is null or art = 'ebh'));
