import type { Bedeutung } from "./typen.ts";

/**
 * Words of column heads, by meaning: German first, then English, French and Turkish, some Polish, Italian and Spanish.
 * Written as keys. Small words (der, von, of, de) are left out of heads before they are compared.
 */
export const KOPFWOERTER: Readonly<Partial<Record<Bedeutung, string>>> = {
  datum:
    "datum|date|tag|am|beratungsdatum|datum beratung|beratung am|beratungstag|kontaktdatum|datum kontakt|gespraechsdatum|datum gespraech|" +
    "erfasst am|wann|dat|day|date consultation|consultation date|contact date|date contact|date entretien|jour|tarih|gun|" +
    "gorusme tarihi|danisma tarihi|data|fecha|datum erstkontakt|beratungstermin|datum termin|erstkontakt",
  geburtsdatum:
    "geburtsdatum|geb datum|geb|geboren|geboren am|geb am|geburtstag|geb dat|gebdat|geburtsjahr|jahrgang|dob|date birth|birth date|" +
    "birthdate|birthday|birth|year birth|date naissance|naissance|ne|nee|ne le|dogum tarihi|dogum|data urodzenia|data nascita|" +
    "geburtsdat|geb jahr",
  kommune:
    "kommune|gemeinde|stadt|wohnort|ort|stadt gemeinde|wohnkommune|wohngemeinde|standort|beratungsort|einsatzort|kommune wohnort|" +
    "municipality|city|town|place|location|residence|commune|ville|lieu|commune residence|belediye|sehir|ilce|yer|ikamet yeri|" +
    "gebietskoerperschaft|gmina|miasto|comune|municipio|ortschaft",
  thema:
    "thema|themen|beratungsthema|beratungsthemen|anliegen|handlungsfeld|handlungsfelder|beratungsgrund|beratungsanlass|anlass|inhalt|" +
    "inhalte|beratungsinhalt|beratungsinhalte|worum ging es|problem|problemlage|lebensbereich|lebensbereiche|bereich|bedarf|stichwort|" +
    "schwerpunkt|fragestellung|grund|topic|topics|theme|themes|issue|issues|subject|concern|concerns|reason|area|sujet|sujets|motif|" +
    "motifs|demande|objet|konu|konular|konusu|sorun|gorusme konusu|temat|tema|argomento|problematik|beratungsfeld|beratungsbereich|" +
    "hauptthema|nebenthema|weitere themen|weiteres thema|thema beratung",
  kontaktweg:
    "kontaktart|kontaktweg|kontakt|kontaktform|beratungsform|beratungsart|art kontakt|art kontakts|art beratung|setting|zugangsweg|kanal|weg|medium|form|" +
    "art|channel|contact|contact type|type contact|mode|mode contact|type|type entretien|iletisim|iletisim sekli|" +
    "gorusme sekli|kommunikationsweg|gespraechsform|wie",
  sprache:
    "sprache|sprachen|muttersprache|erstsprache|herkunftssprache|beratungssprache|gespraechssprache|sprache beratung|language|languages|" +
    "mother tongue|native language|langue|langues|langue maternelle|dil|diller|ana dil|ana dili|anadil|anadili|konustugu dil|jezyk|lingua|idioma",
  verstaendigung:
    "verstaendigung|sprachmittlung|dolmetscher|dolmetschen|dolmetschung|uebersetzung|sprachmittler|sprachmittlerin|hilfsmittel|" +
    "uebersetzungshilfe|dolmetscher in|interpreter|interpretation|interpreting|translation|communication|interpretariat|interprete|" +
    "traduction|tercuman|tercume|ceviri|anlasma|verstaendigungshilfe|verstaendigung durch|sprachmittlung durch",
  dauer:
    "dauer|minuten|min|zeit|zeitaufwand|beratungsdauer|gespraechsdauer|aufwand|stunden|std|duration|length|minutes|time spent|time|hours|duree|" +
    "temps|sure|dakika|czas trwania|durata|duracion|dauer min|dauer minuten|dauer std|dauer stunden",
  ergebnis:
    "ergebnis|ergebnisse|vermittelt an|vermittelt|vermittlung|weitervermittlung|weitervermittelt|verweis|verweis an|verwiesen|verwiesen an|weiterleitung|" +
    "weitergeleitet|massnahme|massnahmen|resultat|verbleib|naechste schritte|weiteres vorgehen|vereinbarung|outcome|result|referred|" +
    "referred to|referral|referrals|action|resultat|orientation|orientation vers|oriente|oriente vers|sonuc|yonlendirme|yonlendirildi|" +
    "weitergeleitet an|vermittelte stelle|vermittlung an|kooperationspartner",
  herkunft:
    "herkunft|herkunftsland|staatsangehoerigkeit|nationalitaet|land|sta|stang|staatsang|herkunftsstaat|nation|staat|geburtsland|nationality|" +
    "country|country origin|origin|citizenship|nationalite|pays|pays origine|origine|uyruk|uyrugu|ulke|milliyet|mense ulke|narodowosc|" +
    "nazionalita|nacionalidad|herkunft nationalitaet|staatsbuergerschaft",
  alter:
    "alter|age|lebensalter|altersgruppe|altersklasse|age group|tranche age|yas|yasi|wiek|eta|edad|alter jahre|alter jahren",
  name:
    "name|wer|name vorname|nachname vorname|vorname name|vorname nachname|klient|klientin|klient in|klienten|kunde|kundin|ratsuchende|" +
    "ratsuchender|ratsuchende person|person|nom|nom prenom|full name|client|client name|name client|isim|ad soyad|adi soyadi|danisan|nazwisko imie|" +
    "name person|name ratsuchende|name klient|name klientin|familienname vorname",
  vorname: "vorname|vornamen|first name|firstname|given name|given names|prenom|prenoms|ad|adi|imie|nombre",
  nachname:
    "nachname|familienname|zuname|last name|lastname|surname|family name|nom famille|soyad|soyadi|soyisim|nazwisko|cognome|apellido",
  neuzuweisung:
    "neuzuweisung|neu zugewiesen|neuzugewiesen|neuzuweisungen|zuweisung|nz|neuzugang|neuzugewiesene|neuankoemmling|neu angekommen|neuaufnahme|newly assigned|" +
    "new assignment|new arrival|newly arrived|new|nouvelle affectation|nouvellement affecte|nouvel arrivant|nouveau|yeni atama|" +
    "yeni gelen|yeni sevk|neu|neuzugewiesene personen|neu zugewiesene",
  anzahl:
    "anzahl|beratungen|anzahl beratungen|beratungskontakte|kontakte|anzahl kontakte|gespraeche|anzahl gespraeche|anz|faelle|anzahl faelle|zahl|" +
    "zahl beratungen|striche|haeufigkeit|beratungen gesamt|gesamt beratungen|beratungen insgesamt|count|number|consultations|" +
    "number consultations|contacts|number contacts|sessions|nombre|nombre consultations|nombre entretiens|entretiens|sayi|sayisi|gorusme sayisi|" +
    "gorusmeler|menge|anzahl termine|kontakte gesamt|gespraeche gesamt|anzahl nennungen|nennungen|quantity|total consultations",
  personenzahl:
    "personen|personenzahl|anzahl personen|zahl personen|teilnehmer|teilnehmende|anzahl teilnehmer|anzahl teilnehmende|persons|people|number persons|" +
    "number people|personnes|nombre personnes|kisi|kisi sayisi|anwesende|anzahl beratene|anzahl beratene personen|anz personen",
  notiz:
    "bemerkung|bemerkungen|notiz|notizen|anmerkung|anmerkungen|kommentar|kommentare|sonstiges|hinweis|hinweise|beschreibung|details|freitext|" +
    "verlauf|kurzbeschreibung|info|infos|erlaeuterung|erlaeuterungen|note|notes|remark|remarks|comment|comments|observation|observations|" +
    "remarque|remarques|commentaire|commentaires|not|notlar|aciklama|aciklamalar|uwagi|note aggiuntive|text|gespraechsnotiz|dokumentation",
  beratend:
    "beraterin|berater|berater in|case manager|case managerin|case manager in|cm|bearbeiter|bearbeiterin|bearbeiter in|mitarbeiter|" +
    "mitarbeiterin|mitarbeiter in|mitarbeitende|sachbearbeiter|sachbearbeiterin|sachbearbeitung|kuerzel|zustaendig|beratende|beratende person|fachkraft|erfasst von|wer|" +
    "counsellor|counselor|advisor|adviser|caseworker|staff|worker|conseiller|conseillere|intervenant|danisman|gorevli|name beraterin|name berater|hz|handzeichen",
  nummer:
    "nr|no|nummer|lfd nr|lfd|lfdnr|lfd nummer|laufende nr|laufende nummer|id|pos|position|zeile|fall nr|fallnummer|beratung nr|numero|n|num|sira|" +
    "sira no|sn|lp|row|index|no lfd|nr lfd|kontakt nr|serial",
  woche: "kw|kalenderwoche|woche|week|calendar week|week no|week number|semaine|hafta|wk|kalender woche|tydzien",
  monat:
    "monat|month|mois|ay|monat jahr|zeitraum|periode|period|periode|quartal|halbjahr|berichtsmonat|monate|quarter|miesiac|mese|mes",
  jahr: "jahr|year|annee|an|yil|berichtsjahr|rok|anno",
  summe: "summe|gesamt|insgesamt|total|zusammen|toplam|somme|gesamtsumme|gesamtzahl|ges|sum|summen|alle|totale|razem",
  ohne:
    "geschlecht|gender|sex|m w d|m w|w m|w m d|telefon|telefonnummer|telefonnr|tel|tel nr|handy|handynummer|mobil|e mail|email|mail|adresse|anschrift|strasse|" +
    "plz|postleitzahl|aufenthaltsstatus|aufenthaltstitel|aufenthalt|status|titel|religion|konfession|uhrzeit|zeit von|zeit bis|von|bis|wochentag|" +
    "einreise|einreisedatum|eingereist|az|aktenzeichen|azr|azr nummer|familienstand|kinder|anzahl kinder|genre|sexe|cinsiyet|adres|telefono|phone|" +
    "phone number|mobile|address|street|beruf|bildungsstand|schulbildung|deutschkenntnisse|deutschniveau|sprachniveau|niveau|team|projekt|" +
    "traeger|unterkunft|wohnform|stand|beginn|ende|start|end|time from|time to|weekday|telephone|adresse mail|erledigt|haushalt|passnummer|gun adi",
};

/** Left out of heads before they are compared, unless nothing else is there. */
export const KLEINE_WOERTER = new Set(
  "der die das des dem den ein eine in im am an zu zur zum von vom mit und oder bei fuer pro je ca bitte of the a to de du des la le les d l et bei".split(
    " ",
  ),
);
