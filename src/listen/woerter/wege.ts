import { type Eintrag, woerter } from "./woerterbuch.ts";

type Kode = { readonly code: string; readonly name: string; readonly kurz?: string | undefined };
type Woerter = Readonly<Record<string, readonly [formen: string, staemme?: string]>>;

const KONTAKTWEG: Woerter = {
  offene_sprechstunde: [
    "offen|sprechstunde|sprechzeit|offene beratung|ohne termin|spontan|walk in|drop in|os|acik|offene sprechzeit|permanence",
  ],
  termin: [
    "termin|persoenlich|pers|buero|praesenz|vor ort|face to face|vorsprache|terminberatung|gespraech|beratungsgespraech|" +
      "appointment|in person|personally|en personne|rendez vous|rdv|yuz yuze|randevu|einzelgespraech|mit termin|bestellt",
    "persoenl",
  ],
  telefon: ["tel|telef|phone|anruf|fon|handy|call|telephone|par telephone|telefonla|t", "telefon|anruf|telefonat"],
  telefonsprechstunde: ["tel sprechstunde|telefon sprechstunde", "telefonsprech"],
  email: ["mail|e mail|email|per mail|schriftlich|brief|post|courriel|e posta|elektronisch"],
  messenger: ["whatsapp|whats app|wa|signal|sms|chat|telegram|viber|threema|instagram|facebook"],
  video: ["zoom|teams|online|skype|videocall|video call|webex|jitsi|digital", "video"],
  aufsuchend: [
    "gu|zue|unterkunft|camp|lager|streetwork|treff|cafe|aufsuchende beratung|ausserhalb|extern|mobil|outreach",
    "aufsuch|unterkunft|begegnungs",
  ],
  hausbesuch: ["hb|zuhause|zu hause|wohnung|home visit|visite|ev ziyareti", "hausbes"],
  begleitung: ["begl|accompaniment|behoerdengang|refakat", "begleit|behoerdenbegl"],
  gruppe: ["gruppe|infoveranstaltung|info veranstaltung|workshop|seminar|group", "gruppen|veranstalt|infoabend"],
  fachkraft: [
    "fachkraft|fachanfrage|kollegin|kollege|kolleg in|ehrenamtliche|dritte|anfrage dritter|multiplikator",
    "fachkr",
  ],
};

const VERSTAENDIGUNG: Woerter = {
  nicht_noetig: [
    "keine|nein|n|nicht noetig|nicht notwendig|deutsch|auf deutsch|ohne|keine hilfe|selbst|spricht deutsch|none|no|aucun|aucune|yok|gerek yok|nicht erforderlich",
  ],
  cm_spricht_sprache: [
    "cm spricht|cm spricht sprache|cm|eigene sprachkenntnisse|muttersprache|muttersprachlich|beraterin spricht sprache|berater spricht sprache|" +
      "beraterin|eigene|selbst uebersetzt|englisch|arabisch|tuerkisch|russisch|ukrainisch|franzoesisch|in muttersprache|durch cm",
    "muttersprach",
  ],
  uebersetzungsgeraet: [
    "vasco|geraet|app|google|google translate|google uebersetzer|deepl|uebersetzer|pocketalk|handy|translator|traducteur|ceviri|tablet|uebersetzungs app",
    "uebersetzungs|vasco|google|ubersetzungs",
  ],
  sprachmittlung: [
    "dolmetscher|dolmetscherin|dolmetscher in|dolm|sprint|interpreter|interprete|tercueman|tercuman|sprachmittler pool|ehrenamtliche dolmetscher|ja|j|x",
    "dolmetsch|sprachmittl|sprachmit|sprachlots",
  ],
  telefondolmetschen: [
    "telefondolmetscher|telefon dolmetscher|videodolmetscher|triaphon|lingatel|savd|lingua|video",
    "telefondolm|videodolm",
  ],
  angehoerige: [
    "ang|mann|frau|ehemann|ehefrau|bruder|schwester|freund|freundin|familie|nachbar|nachbarin|bekannte|bekannter|verwandte|verwandter|" +
      "begleitperson|begleitung|family|friend|relative|famille|proche|aile|akraba|ehrenamt|ehrenamtliche|pate|partner|cousin|eltern|mutter|vater",
    "angehoer|bekannt|verwandt|freund|familienang|begleitp|nachbar",
  ],
  kind_dolmetscht: ["kind|kinder|sohn|tochter|child|enfant|cocuk|durch kind|eigenes kind"],
  nicht_moeglich: [
    "keine verstaendigung|keine verstaendigung moeglich|impossible|schwierig|nicht gelungen",
    "nichtmoegl",
  ],
};

const ERGEBNIS: Woerter = {
  beraten: [
    "erledigt|geklaert|beratung|info|information|informiert|abgeschlossen|auskunft|done|advised|counselled|resolved|solved|conseille|fertig|ok|tamam|beratung erfolgt",
  ],
  folgetermin: [
    "neuer termin|wiedervorlage|wv|weiterer termin|termin vereinbart|kommt wieder|fortsetzung|follow up|folgeberatung",
    "folge",
  ],
  rueckmeldung: ["rueckruf|rm folgt|wird geklaert|recherche|klaerung", "rueckm"],
  begleitet: ["begleitung", "begleit"],
  formular: ["antrag|antrag gestellt|formular|antrag ausgefuellt|ausgefuellt", "formular|antrag"],
  kein_angebot: ["kein angebot|kein platz|keine plaetze|nichts gefunden|warteliste"],
  offen: ["in bearbeitung|laufend|pending|open|devam|en cours|nicht geklaert"],
  an_sprachkurs: [
    "sprachkurs|vhs|volkshochschule|integrationskurs|bildungstraeger|kurstraeger|sprachkurstraeger|sprachschule",
    "sprachk|sprachsch",
  ],
  an_mbe: ["mbe|migrationsberatung|caritas|diakonie|awo|drk", "migrationsb"],
  an_jmd: ["jmd|jugendmigrationsdienst", "jugendmig"],
  an_fluechtlingsberatung: [
    "fluechtlingsberatung|asylberatung|asylverfahrensberatung|avb",
    "fluechtlingsb|asylb|asylv",
  ],
  an_jobcenter: ["jobcenter|jc|job center", "jobc"],
  an_arbeitsagentur: ["arbeitsagentur|agentur|afa|agentur f arbeit|arbeitsamt|bundesagentur", "arbeitsag"],
  an_sozialamt: ["sozialamt|sozialleistungen|amt fuer soziales|wohngeldstelle", "sozial"],
  an_abh: ["abh|auslaenderbehoerde|auslaenderamt|auslaenderbeh", "auslaender"],
  an_ebh: ["ebh|einbuergerungsbehoerde|einbuergerung|staatsangehoerigkeitsbehoerde", "einbuerg"],
  an_wohnungsamt: ["wohnungsamt|wohnungsbaugesellschaft|obdach", "wohn"],
  an_jugendamt: ["jugendamt|asd", "jugenda"],
  an_schulamt: ["schulamt|schule|seiteneinstieg|schulberatung|kommunales integrationszentrum|ki", "schul|seitene"],
  an_kita: ["kita|kindergarten|tagespflege", "kita|kinderg|kindertag"],
  an_gesundheit: ["arzt|gesundheitsamt|krankenkasse|krankenhaus|hausarzt|klinik|aerzte", "arzt|gesund|krank"],
  an_psz: ["psz|psychosoziales zentrum|psychologe|psychotherapie", "psych"],
  an_fachberatung: [
    "fachberatung|schuldnerberatung|schwangerschaftsberatung|suchtberatung|fachberatungsstelle",
    "schuld|schwanger|sucht|fachb",
  ],
  an_frauenberatung: ["frauenberatung|frauenhaus|frauenzentrum|agisra", "frauen"],
  an_anerkennung: ["anerkennungsberatung|iq|ihk|hwk|zab|anerkennung", "anerk"],
  an_ehrenamt: ["ehrenamt|pate|patenschaft|verein|fluechtlingshilfe", "ehrenamt|paten"],
  an_rechtsanwalt: ["ra|anwalt|rechtsanwalt|anwaeltin|rechtsberatung|rechtsanwaeltin", "anwalt|rechtsanw"],
  an_cm: ["cm|case management|anderes cm|anderer cm|kim", "casem"],
  an_andere: [
    "sonstige|sonstiges|andere|andere stelle|other|autre|diger|stadt|gemeinde|rathaus|buergerbuero|standesamt",
  ],
};

const eintraege = (codes: readonly Kode[], list: Woerter): Eintrag[] =>
  codes.map(({ code, name, kurz = name }) => {
    const [formen = "", staemme = ""] = list[code] ?? [];
    const apart = name.replace(/\(.*\)/u, "");
    return { code, formen: woerter([code, name, apart, kurz, formen].join("|")), staemme: woerter(staemme) };
  });

export const kontaktwegEintraege = (codes: readonly Kode[]): Eintrag[] => eintraege(codes, KONTAKTWEG);
export const verstaendigungEintraege = (codes: readonly Kode[]): Eintrag[] => eintraege(codes, VERSTAENDIGUNG);
export const ergebnisEintraege = (codes: readonly Kode[]): Eintrag[] => eintraege(codes, ERGEBNIS);

/** Marks and words for yes and no. */
export const JA_NEIN: readonly Eintrag[] = [
  {
    code: "ja",
    formen: woerter("ja|j|x|xx|1|y|yes|oui|evet|e|true|wahr|+|neu|neuzuweisung|neu zugewiesen|zugewiesen|v|vrai|ok|da"),
  },
  { code: "nein", formen: woerter("nein|n|0|no|non|hayir|h|false|falsch|ne|kein|keine|faux|nicht|bestand|alt") },
];
/** Marks that are no letters: ticks, crosses and dashes. */
export const JA_ZEICHEN = /^[✓✔☑☒✗✘×●•■*+/\\|]+$/u;
export const NEIN_ZEICHEN = /^[-–—_.☐○]+$/u;
