-- One list of what to bring (codelisten/model/mitbringen.ts), for organisations and for the lists of a Träger alike.
alter table kim.organisation drop constraint organisation_mitbringen_check;
alter table kim.organisation no force row level security;
update kim.organisation o set mitbringen = (
  select coalesce(array_agg(distinct neu), '{}')
  from unnest(o.mitbringen) alt, unnest(case alt when 'miete' then array['wohnung'] when 'brief' then array['anliegen']
    when 'zeugnis' then array['zeugnis', 'lebenslauf'] else array[alt] end) neu);
alter table kim.organisation force row level security;

-- "Brief von uns" and "Anderes" were kinds of documents, and told nobody what to bring.
alter table kim.mitbringliste no force row level security;
update kim.mitbringliste set arten = array_remove(array_remove(arten, 'brief'), 'anderes');
update kim.mitbringliste set weiteres = anlass where cardinality(arten) = 0 and weiteres is null;
alter table kim.mitbringliste force row level security;

alter table kim.organisation add constraint mitbringbar check (mitbringen <@ array['ausweis', 'aufenthalt', 'fiktion', 'meldung', 'personenstand', 'geburt',
  'anliegen', 'behoerde', 'leistung', 'einkommen', 'konto', 'wohnung', 'versicherung', 'gesundheitskarte', 'impfpass', 'zeugnis',
  'sprache', 'einbuergerungstest', 'lebenslauf', 'foto', 'vollmacht', 'einwilligung']);
alter table kim.mitbringliste add constraint mitbringbar check (arten <@ array['ausweis', 'aufenthalt', 'fiktion', 'meldung', 'personenstand', 'geburt',
  'anliegen', 'behoerde', 'leistung', 'einkommen', 'konto', 'wohnung', 'versicherung', 'gesundheitskarte', 'impfpass', 'zeugnis',
  'sprache', 'einbuergerungstest', 'lebenslauf', 'foto', 'vollmacht', 'einwilligung']);
