import { STEUERUNG } from "./rechte-steuerung.ts";
import { VERWALTUNG_RECHTE } from "./rechte-verwaltung.ts";
import { type RechtDef, akten, eigenes, empfang, haus, offenes, rolle, zahlen } from "./vergabe.ts";

/** Every permission with its sentence and who may give it. A new one stands here and in the roles below, nowhere else. */
export const RECHTE = {
  "start.sehen": eigenes("Darf sich anmelden und die eigene Startseite sehen."),
  "konto.eigenes": eigenes("Darf das eigene Passwort, den zweiten Faktor und die eigenen Anmeldungen verwalten."),
  "beratung.schreiben": akten("Darf eigene Beratungen erfassen, korrigieren und zurückziehen."),
  "beratung.lesen": akten("Darf die eigenen Beratungen lesen und die, für die sie oder er heute einsteht."),
  "person.schreiben": akten("Darf Personen anlegen, die sie oder er selbst berät."),
  "person.lesen": akten("Darf die eigenen Personen suchen und lesen und die, für die sie oder er heute einsteht."),
  "schutzbedarf.schreiben": akten("Darf festhalten, welchen besonderen Schutz eine eigene Person braucht."),
  "schutzbedarf.lesen": akten(
    "Darf öffnen, welchen besonderen Schutz eine Person braucht, deren Akte sie oder er führt oder heute vertritt; jedes Öffnen steht im Protokoll.",
  ),
  "fall.schreiben": akten("Darf Fälle zu eigenen Personen anlegen und führen."),
  "fall.lesen": akten("Darf die eigenen Fälle lesen und die, für die sie oder er heute einsteht."),
  "einwilligung.schreiben": akten(
    "Darf Einwilligungen eigener Personen vorbereiten, eintragen und Widerrufe festhalten.",
  ),
  "einwilligung.lesen": akten(
    "Darf Einwilligungen eigener Personen lesen und derer, für die sie oder er heute einsteht.",
  ),
  "verweis.schreiben": akten("Darf eigene Personen an andere Stellen verweisen und eintragen, was daraus wurde."),
  "verweis.lesen": akten("Darf Verweise eigener Personen lesen und derer, für die sie oder er heute einsteht."),
  "dokument.schreiben": akten("Darf Dokumente eigener Personen ablegen und zurückziehen und Briefe schreiben."),
  "dokument.lesen": akten("Darf Dokumente eigener Personen öffnen und derer, für die sie oder er einsteht."),
  "freigabe.schreiben": akten(
    "Darf aus eigenen Akten mit Einwilligung Kopien freigeben, Übergaben anbieten und beides zurückziehen.",
  ),
  "freigabe.lesen": akten(
    "Darf lesen, was aus eigenen Akten hinausging und was zurückkam, und aus denen, für die sie oder er heute einsteht.",
  ),
  "angebot.empfangen": akten(
    "Darf Angebote anderer Träger ohne Namen lesen und eine Person in die eigene Akte übernehmen.",
  ),
  "kopie.empfangen": empfang(
    "Darf Kopien lesen und beantworten, die der eigenen Behörde freigegeben sind; sonst nichts von Ratsuchenden.",
  ),
  "kopie.bestand": empfang(
    "Darf die Kopien der eigenen Einbürgerungsbehörde nach ihrem Stand sehen und ihn eintragen.",
  ),
  "zuweisung.schreiben": akten("Darf Listen neu Zugewiesener annehmen, Haushalte führen und an andere abgeben."),
  "zuweisung.lesen": akten(
    "Darf die eigenen zugewiesenen Haushalte lesen und die, für die sie oder er heute einsteht.",
  ),
  "unterkunft.pflegen": offenes("Darf die Unterkünfte des Kreises eintragen, ändern und schließen."),
  "muki.schreiben": akten(
    "Darf eigene Anrufe der Telefonsprechstunde MuKi-S erfassen und eigene Kinder bei DELFIN 4 führen.",
  ),
  "muki.lesen": akten("Darf die eigenen Anrufe und Kinder lesen und die, für die sie oder er heute einsteht."),
  "vertretung.eigene": akten("Darf bestimmen, wer die eigenen Akten in Vertretung sieht und wem sie übergeben werden."),
  "uebernahme.schreiben": akten("Darf alte Listen hochladen und als eigene Beratungen übernehmen und zurücknehmen."),
  "organisation.lesen": offenes("Darf nachschlagen, an welche Organisationen im Kreis verwiesen wird."),
  "organisation.pflegen": offenes("Darf Organisationen und Angebote im Kreis eintragen, ändern und schließen."),
  "sprachmittlung.lesen": haus("Darf lesen, wer für den eigenen Träger sprachmittelt, und welche Geräte es gibt."),
  "sprachmittlung.buchen": haus("Darf für eigene Gespräche Sprachmittlung buchen und Übersetzungsgeräte verleihen."),
  "sprachmittlung.pflegen": haus("Darf Pool und Geräte pflegen, alle Einsätze ohne Ratsuchende sehen und abrechnen."),
  "text.uebersetzen": haus(
    "Darf kurze Texte, die niemanden nennen, maschinell übersetzen lassen, wenn das eingeschaltet ist.",
  ),
  "delfin.plaetze": offenes("Darf eintragen, wie viele Plätze der Sprachförderung es je Kommune und Jahr gibt."),
  ...STEUERUNG,
  "gremium.lesen": offenes("Darf Gremien, Sitzungen, Beschlüsse und Aufträge des Kreises lesen, ohne Personen."),
  "gremium.schreiben": zahlen("Darf Gremien pflegen, zu Sitzungen einladen, protokollieren, Beschlüsse festhalten."),
  "gremium.freigeben": zahlen("Darf Protokolle freigeben und berichtigen; eine Fassung ändert sich dann nicht mehr."),
  ...VERWALTUNG_RECHTE,
  "uebersetzung.freigeben": zahlen("Darf Übersetzungen aller Formulare prüfen und für den eigenen Träger freigeben."),
  "bericht.lesen": zahlen("Darf freigegebene Berichte des Kreises lesen und herunterladen."),
  "bericht.schreiben": zahlen("Darf Berichte entwerfen, ihre Texte schreiben und Berichtigungen beginnen."),
  "bericht.freigeben": zahlen("Darf Berichte freigeben; sie bekommen eine Nummer und ändern sich dann nicht mehr."),
  "auswertung.traeger_lesen": zahlen("Darf die Zahlen des eigenen Trägers lesen."),
  "auswertung.kreis_lesen": zahlen("Darf die Zahlen des Kreises und jedes Trägers lesen."),
  "lieferung.melden": zahlen("Darf melden, ob die Zahlen eines Monats vollständig sind oder null."),
  "zielgruppe.pflegen": zahlen("Darf festlegen, wen der Kreis ab wann zur Zielgruppe des Case Managements zählt."),
  "auswertung.einrichten": zahlen("Darf festlegen, ab welcher Zahl KIM Zahlen nennt, und Einwohnerzahlen eintragen."),
} as const satisfies Readonly<Record<string, RechtDef>>;

declare module "../../../platform/actor.ts" {
  interface Rights extends Record<keyof typeof RECHTE, true> {}
}

const ZUWEISUNG = ["zuweisung.schreiben", "zuweisung.lesen", "unterkunft.pflegen"] as const;
const VERTEILEN = ["zuweisung.verteilen", "unterkunft.pflegen"] as const;
const BERATEN = [
  "beratung.schreiben",
  "beratung.lesen",
  "person.schreiben",
  "person.lesen",
  "fall.schreiben",
  "fall.lesen",
  "einwilligung.schreiben",
  "einwilligung.lesen",
  "freigabe.schreiben",
  "freigabe.lesen",
  "angebot.empfangen",
  "verweis.schreiben",
  "verweis.lesen",
  "organisation.lesen",
  "dokument.schreiben",
  "dokument.lesen",
  "vertretung.eigene",
  "uebernahme.schreiben",
  ...ZUWEISUNG,
  "luecke.melden",
  "luecke.lesen",
  "rekonstruktion.lesen",
  "massnahme.lesen",
  "sprachmittlung.lesen",
  "sprachmittlung.buchen",
  "text.uebersetzen",
] as const;
/** Not in the rooms of the authority: what lies open on a desk there is seen by others (0047). */
const MIT_SCHUTZ = [...BERATEN, "schutzbedarf.schreiben", "schutzbedarf.lesen"] as const;
/** Modul III: what is released to it, and gaps of the system that it notices itself. */
const EMPFANGEN = ["kopie.empfangen", "luecke.melden"] as const;
const VERWALTEN = [
  "kommune.verwalten",
  "traeger.verwalten",
  "standort.verwalten",
  "konto.verwalten",
  "konto.traeger_verwalten",
] as const;
const STELLENPLAN = ["stelle.lesen", "stelle.kreis_lesen"] as const;
const ZAHLEN = ["auswertung.traeger_lesen", "auswertung.kreis_lesen"] as const;
const ORGANISATIONEN = ["organisation.lesen", "organisation.pflegen"] as const;
const GREMIEN_SCHREIBEN = ["gremium.lesen", "gremium.schreiben"] as const;
const LUECKEN_LESEN = ["luecke.lesen", "rekonstruktion.lesen", "massnahme.lesen"] as const;
const LUECKEN_STEUERN = [
  ...LUECKEN_LESEN,
  "luecke.melden",
  "luecke.steuern",
  "rekonstruktion.leiten",
  "massnahme.steuern",
] as const;
const SPRACHMITTLUNG = ["sprachmittlung.lesen", "sprachmittlung.buchen", "sprachmittlung.pflegen"] as const;
export const BESTAETIGEN = "konto.bestaetigen";
const BERICHTE_LESEN = "bericht.lesen";
const STELLEN_MIT_NAMEN = [...STELLENPLAN, "stelle.namen_lesen"] as const;
/**
 * The roles of KIM with what each may do today. Roles of the foreigners' and naturalisation authority (Modul III), of
 * coordination, Land and BRA hold no right on client data: they see what later is released to them, or figures.
 */
export const ROLLEN = {
  cm_lokal: rolle("Case Management", "Berät vor Ort und dokumentiert.", MIT_SCHUTZ),
  cm_mukis: rolle("Case Management MuKi-S", "Berät zu mehrsprachigen Kindern, kreisweit.", [
    ...MIT_SCHUTZ,
    "muki.schreiben",
    "muki.lesen",
    "delfin.plaetze",
  ]),
  cm_abh: rolle(
    "Case Management in der Ausländerbehörde",
    "Berät in deren Räumen; die Behörde sieht davon nichts.",
    BERATEN,
  ),
  cm_koordination: rolle("Koordination Case Management", "Fachaufsicht über das Case Management; sieht keine Akten.", [
    ...STELLEN_MIT_NAMEN,
    ...ZAHLEN,
    ...ORGANISATIONEN,
    ...VERTEILEN,
    "lieferung.melden",
    "uebersetzung.freigeben",
    "delfin.plaetze",
    BERICHTE_LESEN,
    ...LUECKEN_STEUERN,
    ...SPRACHMITTLUNG,
    "gremium.lesen",
  ]),
  kim_koordination: rolle("KIM-Koordination", "Lenkungsgruppe, Konzept, Stellen, Berichte; sieht keine Akten.", [
    ...STELLEN_MIT_NAMEN,
    ...ZAHLEN,
    ...ORGANISATIONEN,
    ...([
      "lieferung.melden",
      "auswertung.einrichten",
      "unterkunft.pflegen",
      "stelle.schreiben",
      "zielgruppe.pflegen",
      "delfin.plaetze",
    ] as const),
    ...([BERICHTE_LESEN, "bericht.schreiben", "bericht.freigeben"] as const),
    ...LUECKEN_STEUERN,
    ...SPRACHMITTLUNG,
    "konzept.steuern",
    ...([...GREMIEN_SCHREIBEN, "gremium.freigeben"] as const),
  ]),
  verwaltungsassistenz: rolle("Verwaltungsassistenz", "Einladungen, Protokolle, Listen; sieht keine Akten.", [
    ...STELLEN_MIT_NAMEN,
    BERICHTE_LESEN,
    ...LUECKEN_LESEN,
    ...SPRACHMITTLUNG,
    ...GREMIEN_SCHREIBEN,
  ]),
  ki_leitung: rolle("Leitung des KI", "Liest Stellenplan, Auswertungen und Berichte; bestätigt erneuerte Zugänge.", [
    BESTAETIGEN,
    ...STELLEN_MIT_NAMEN,
    ...ZAHLEN,
    ...([BERICHTE_LESEN, "bericht.freigeben", "gremium.lesen", "gremium.freigeben"] as const),
    ...LUECKEN_LESEN,
  ]),
  abh_fachkraft: rolle("Fachkraft der Ausländerbehörde", "Sieht nur, was im Einzelfall freigegeben wird.", EMPFANGEN),
  ebh_fachkraft: rolle("Fachkraft der Einbürgerungsbehörde", "Sieht nur, was im Einzelfall freigegeben wird.", [
    ...EMPFANGEN,
    "kopie.bestand",
  ]),
  traeger_leitung: rolle("Leitung des Trägers", "Verwaltet die Mitarbeiter:innen des eigenen Trägers.", [
    "konto.traeger_verwalten",
    "vertretung.anordnen",
    ...VERTEILEN,
    "einwilligungstext.schreiben",
    "briefvorlage.schreiben",
    BESTAETIGEN,
    "standort.verwalten",
    "stelle.lesen",
    "stelle.namen_lesen",
    "auswertung.traeger_lesen",
    "lieferung.melden",
    "uebersetzung.freigeben",
    BERICHTE_LESEN,
    ...SPRACHMITTLUNG,
  ]),
  dezernat: rolle("Dezernat", "Liest die Zahlen des Kreises, den Stellenplan ohne Namen und Berichte.", [
    ...STELLENPLAN,
    ...ZAHLEN,
    BERICHTE_LESEN,
    ...LUECKEN_LESEN,
    "gremium.lesen",
  ]),
  land: rolle("Land", "Liest freigegebene Zahlen.", [BERICHTE_LESEN]),
  bra: rolle("Bezirksregierung Arnsberg", "Liest den Stellenplan ohne Namen und freigegebene Berichte.", [
    ...STELLENPLAN,
    BERICHTE_LESEN,
  ]),
  datenschutz: rolle("Datenschutz", "Prüft Protokolle und Auskünfte; bestätigt erneuerte Zugänge.", [
    BESTAETIGEN,
    "protokoll.lesen",
  ]),
  administration: rolle(
    "Administration",
    "Richtet Träger, Standorte und Zugänge des Kreises ein; sieht keine Akten.",
    [...VERWALTEN, ...STELLEN_MIT_NAMEN, "stelle.schreiben"],
    "kreis",
  ),
} as const;

export type Rolle = keyof typeof ROLLEN;
