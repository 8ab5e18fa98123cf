-- What kind of place it was when somebody was sent there: figures of a month do not change when an organisation does.
alter table kim.verweis add column organisation_art text check (organisation_art in ('beratungsstelle', 'sprachkurs', 'kita_schule',
  'jobcenter', 'amt', 'gesundheit', 'traeger', 'verein', 'auslaenderbehoerde', 'einbuergerungsbehoerde', 'andere'));
update kim.verweis v set organisation_art = o.art from kim.organisation o where o.kreis = v.kreis and o.id = v.organisation_id;
alter table kim.verweis alter column organisation_art set not null;
