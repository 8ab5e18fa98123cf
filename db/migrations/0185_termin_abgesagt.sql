-- An authority that named a day may call it off.
alter table kim.freigabe_schritt
  drop constraint freigabe_schritt_art_check,
  add constraint freigabe_schritt_art_check check (art in ('gesendet', 'geoeffnet', 'termin', 'abgesagt', 'ergebnis', 'rueckfrage',
    'antwort', 'angenommen', 'warteliste', 'abgelehnt', 'erledigt', 'gesperrt'));
