import type { Eintrag } from "./woerterbuch.ts";
import { woerter } from "./woerterbuch.ts";

/** Whole words that teams use for a theme: practice lists, benefits, authorities, other languages of headers. */
const FORMEN: Readonly<Record<string, string>> = {
  sprache:
    "deutsch|german|language|langue|dil|almanca|ik|bsk|iok|igk|vhs|daf|daz|a1|a2|b1|b2|goethe|spracherwerb|" +
    "language course|cours de langue|dil kursu|verstaendigung|kurs|kurse|deutsch lernen|bamf kurs",
  lebensunterhalt:
    "alg|alg 1|alg 2|alg i|alg ii|sgb|sgb 2|sgb ii|sgb iii|sgb 3|sgb xii|sgb 12|asylblg|asylbewerberleistungsgesetz|geld|" +
    "finanzen|finanzielles|unterhalt|hartz 4|hartz iv|harz 4|bafoeg|bab|but|bildung und teilhabe|rente|grundsicherung|" +
    "sozialamt|sozialhilfe|jobcenter|job center|jc|existenzsicherung|lebensunterhalt leistungen|wbs geld|" +
    "livelihood|benefits|social benefits|income|moyens de subsistance|prestations|gecim|rechtskreiswechsel|kiz|kindergeld|" +
    "familienkasse|stromschulden|mietschulden|insolvenz|gez|rundfunkbeitrag",
  aufenthalt:
    "abh|auslaenderbehoerde|auslaenderamt|auslaenderrecht|asyl|bamf|duldung|pass|reisepass|titel|at|ae|ne|eat|visum|visa|" +
    "bleiberecht|residence|residence permit|sejour|titre de sejour|oturum|oturma izni|ikamet|24|fiktion|botschaft|" +
    "wohnsitzauflage|wohnsitzauflagen|umverteilung|familiennachzug|familienzusammenfuehrung|anwalt asyl|anhoerung|status",
  einbuergerung:
    "staatsbuergerschaft|deutscher pass|deutsche staatsangehoerigkeit|ebh|stag|citizenship|naturalisation|naturalization|" +
    "vatandaslik|einbuergerungstest|leben in deutschland|lid test|lid",
  wohnen:
    "housing|logement|konut|ev|barinma|unterkunft|unterbringung|miete|mietvertrag|vermieter|wbs|wohnberechtigungsschein|umzug|" +
    "obdach|obdachlosigkeit|raeumung|raeumungsklage|kaution|nebenkosten|moebel|erstausstattung|auszug|strom",
  gesundheit:
    "health|sante|saglik|arzt|aerzte|arztsuche|krank|kk|aok|klinik|krankenhaus|psyche|psychisch|trauma|therapie|impfung|corona|" +
    "schwangerschaft|schwanger|hebamme|behinderung|schwerbehinderung|pflege|pflegegrad|medikamente|zahnarzt|facharzt|sucht|" +
    "krankenversicherung|psz|kur|reha",
  schule:
    "school|ecole|okul|ogs|ogata|seiteneinstieg|bildung 6 18|bildung 6 bis 18|bildung 6|bildung ab 6|6 18|nachhilfe|gymnasium|" +
    "gesamtschule|realschule|hauptschule|grundschule|einschulung|klasse|zeugnis|education|bildung kinder|foerderschule",
  arbeit:
    "work|job|jobs|employment|travail|emploi|is|calisma|ausbildung arbeit|beruf|berufe|praktikum|bewerbung|bewerbungen|studium|uni|" +
    "anerkennung|zeugnisanerkennung|zab|fuehrerschein|arbeitserlaubnis|beschaeftigungserlaubnis|arbeitsagentur|qualifizierung|" +
    "agentur fuer arbeit|agentur f arbeit|vocational training|formation|meslek|azubi|minijob|selbststaendigkeit|umschulung|" +
    "lebenslauf|kuendigung arbeit|iq|fsj|bfd|bufdi",
  bildung_0_6:
    "kita|kiga|kindergarten|kitaplatz|tagesmutter|krippe|u3|ue3|0 6|bildung 0 6|bildung 0 bis 6|bildung bis 6|muki|muki s|" +
    "delfin|delfin 4|spielgruppe|vorschule|childcare|daycare|kindergarten kita|creche|maternelle|kres|anaokulu|brueckenprojekt|" +
    "fruehe bildung|fruehe hilfen|kleinkinder",
  familie:
    "family|famille|aile|ehe|trennung|scheidung|kinder|erziehung|sorgerecht|umgangsrecht|jugendamt|gewalt|gewaltschutz|haeusliche gewalt|" +
    "soziales|partnerschaft|alleinerziehend|heirat|eheschliessung|geburt|vaterschaft|vaterschaftsanerkennung|frauenhaus|social|" +
    "unterhaltsvorschuss streit|senioren|kindeswohl|konflikt|konflikte",
  alltag:
    "alltag|post|brief|briefe|formular|antrag|antraege|behoerde|buergerbuero|buergeramt|amt|aemter|termin|termine|digital|digitales|bank|konto|" +
    "bankkonto|handy|vertrag|vertraege|handyvertrag|handyvertraege|internet|orientierung|alltagshilfe|papierkram|schriftverkehr|" +
    "paperwork|forms|administration|demarches|formulaires|evrak|formlar|meldewesen|anmeldung|ummeldung|ausfuellhilfe|urkunde|urkunden|" +
    "standesamt|versicherung|versicherungen|verbraucherschutz|steuer|steuern|steuer id|finanzamt|fahrkarte|mobilitaet|deutschlandticket",
  teilhabe:
    "verein|vereine|sport|schwimmen|schwimmkurs|ehrenamt|hobby|kultur|treff|begegnung|patenschaft|paten|diskriminierung|rassismus|sicherheit|" +
    "leisure|participation|loisirs|katilim|serbest zaman|kontakte|soziale kontakte|engagement|freizeit sicherheit",
};

/** Beginnings of words that say the theme whatever follows: Wohnungssuche, Wohnungsbesichtigung … The longest one counts. */
const STAEMME: Readonly<Record<string, string>> = {
  sprache:
    "sprach|deutschkurs|deutschunter|deutschpruef|deutschtest|integrationsk|alphabetis|berufssprach|dolmetsch|alphakurs|orientierungskurs",
  lebensunterhalt:
    "lebensunter|leistung|buergergeld|wohngeld|elterngeld|kindergeld|kinderzuschlag|arbeitslos|grundsicher|schuld|asylblg|" +
    "asylbewerberl|sozialleist|sozialhilf|finanz|unterhaltsvor|jobcent|mietschuld|rechtskreis|mittellos|existenz",
  aufenthalt:
    "aufenth|auslaender|asylver|asylan|asylrecht|niederlass|duldung|fiktions|familiennach|familienzus|passbesch|passpfl|visum|visa|" +
    "chancenauf|bleiberecht|abschiebeverb|schutzstat|wohnsitz",
  einbuergerung: "einbuerg|staatsbuerg|staatsangeh|naturalis",
  wohnen: "wohn|miet|vermiet|unterkunft|unterbring|umzug|obdach|raeumung|moebel",
  gesundheit: "gesund|arzt|aerzt|krank|psych|medizin|therap|schwanger|behinder|zahn|pflege|trauma|impf|klinik",
  schule: "schul|seiteneinst|ganztag|nachhilf|beschul|hausaufg",
  arbeit:
    "arbeit|ausbild|beruf|job|bewerb|anerkenn|praktik|fuehrersch|beschaeft|qualifiz|studi|weiterbild|umschul|selbststaen|selbstaen",
  bildung_0_6: "kita|kindergart|kindertag|kinderbetr|tagespfl|tagesmu|krippe|vorschul|delfin|muki|fruehkind|spielgr",
  familie:
    "famil|ehe|erzieh|scheid|trennung|sorger|gewalt|jugendamt|partner|alleinerz|frauenh|kindeswohl|umgangsr|heirat",
  alltag:
    "behoerd|formular|antrag|alltag|briefe|schreiben|buergerb|digital|bankkon|kontoer|terminv|ausfuell|verbrauch|steuer",
  teilhabe: "freizeit|teilhab|verein|sport|schwimm|ehrenamt|diskrimin|rassis|begegn|patensch|kultur",
};

/** Ends of compounds: Kinderarzt, Sozialwohnung, Pflegegeld. */
const ENDUNGEN: Readonly<Record<string, string>> = {
  sprache: "sprachkurs|deutschkurs",
  lebensunterhalt: "geld|schulden|leistungen|leistung|familienkasse",
  wohnen: "wohnung|wohnungen|wohnen|miete",
  gesundheit: "arzt|aerzte|klinik|therapie|krankenkasse|impfung",
  schule: "grundschule|schulanmeldung|schulplatz",
  arbeit: "arbeit|ausbildung|praktikum|bewerbung|job",
  bildung_0_6: "kita|kindergarten|kindertagesstaette",
  alltag: "formular|formulare|behoerde|behoerden",
  teilhabe: "verein|sport",
};

/** Names of official lists hold several words: “Freizeit, Teilhabe, Sicherheit”. */
const parts = (name: string): string[] => [name, ...name.split(",")];

/** The words of the themes that this code list has. */
export const themenEintraege = (
  codes: readonly { readonly code: string; readonly name: string; readonly kurz?: string | undefined }[],
): Eintrag[] =>
  codes.map(({ code, name, kurz = name }) => ({
    code,
    formen: woerter([code, ...parts(name), kurz, FORMEN[code] ?? ""].join("|")),
    staemme: woerter(STAEMME[code] ?? ""),
    endungen: woerter(ENDUNGEN[code] ?? ""),
  }));
