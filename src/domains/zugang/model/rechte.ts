import type { Actor, Recht } from "../../../platform/actor.ts";

type RechtDef = {
  /** What administrators and data-protection officers read. */
  readonly satz: string;
  /** Who gives it in a role: whoever may give roles, whoever administers the Kreis' accounts too, only who holds it. */
  readonly vergabe: "alle" | "verwaltung" | "inhaber";
  /** Behind it lie files: as long as those of an account are closed, it leads to the sentence that says so. */
  readonly akten?: true;
};

/**
 * Reaches nothing but own records, because the database's walls let nothing else through (`akte`, `konto` in
 * db/table.ts). Whoever gives it gives no sight of anything that exists.
 */
const eigenes = (satz: string): RechtDef => ({ satz, vergabe: "alle" });

/** The same for what opens files. */
const akten = (satz: string): RechtDef => ({ satz, vergabe: "alle", akten: true });

/**
 * Figures and papers of the whole Kreis: no client data behind them. Whoever administers accounts gives it without holding
 * it, so that the administration need not read or release anything itself (decision 0018).
 */
const zahlen = (satz: string): RechtDef => ({ satz, vergabe: "verwaltung" });

/**
 * Says that somebody is who she or he says. The administration gives it and does not hold it: who renews ways in is not to
 * confirm them (decision 0025).
 */
const zeugnis = (satz: string): RechtDef => ({ satz, vergabe: "verwaltung" });

/** Reads who did what, never what it was: the administration gives it and does not hold it, as it stands in the log itself. */
const aufsicht = (satz: string): RechtDef => ({ satz, vergabe: "verwaltung" });

/** Reaches further than either, so it is given only by somebody who holds it. */
const weiter = (satz: string): RechtDef => ({ satz, vergabe: "inhaber" });

/** Every permission with its sentence and who may give it. A new one stands here and in the roles below, nowhere else. */
export const RECHTE = {
  "start.sehen": eigenes("Darf sich anmelden und die eigene Startseite sehen."),
  "konto.eigenes": eigenes("Darf das eigene Passwort, den zweiten Faktor und die eigenen Anmeldungen verwalten."),
  "beratung.schreiben": akten("Darf eigene Beratungen erfassen, korrigieren und zurückziehen."),
  "beratung.lesen": akten("Darf die eigenen Beratungen lesen und die, für die sie oder er heute einsteht."),
  "person.schreiben": akten("Darf Personen anlegen, die sie oder er selbst berät."),
  "person.lesen": akten("Darf die eigenen Personen suchen und lesen und die, für die sie oder er heute einsteht."),
  "fall.schreiben": akten("Darf Fälle zu eigenen Personen anlegen und führen."),
  "fall.lesen": akten("Darf die eigenen Fälle lesen und die, für die sie oder er heute einsteht."),
  "vertretung.eigene": akten("Darf bestimmen, wer die eigenen Akten in Vertretung sieht und wem sie übergeben werden."),
  "uebernahme.schreiben": akten("Darf alte Listen hochladen und als eigene Beratungen übernehmen und zurücknehmen."),
  "kommune.verwalten": weiter("Darf die Kommunen des Kreises und ihre zuständigen Ämter pflegen."),
  "traeger.verwalten": weiter("Darf Träger des Kreises anlegen und stilllegen."),
  "standort.verwalten": weiter("Darf die Standorte der Träger pflegen, die sie oder er verwaltet."),
  "konto.verwalten": weiter("Darf Mitarbeiter:innen aller Träger einladen, Rollen geben und Zugänge sperren."),
  "konto.traeger_verwalten": weiter(
    "Darf Mitarbeiter:innen des eigenen Trägers einladen, Rollen geben und Zugänge sperren.",
  ),
  "konto.bestaetigen": zeugnis(
    "Darf lesen, wer im eigenen Träger welchen Zugang erneuert hat, und nach einem Gespräch bestätigen, dass ein erneuerter Zugang bei der richtigen Person ist; und bestätigen, was eine Leitung zu Vertretung, Team und Übergabe anordnet.",
  ),
  "vertretung.anordnen": zeugnis(
    "Darf im eigenen Träger Vertretungen, Teams und Übergaben anordnen, nie für sich selbst; sie gelten erst, wenn eine zweite Person bestätigt.",
  ),
  "protokoll.lesen": aufsicht(
    "Darf das Protokoll des eigenen Trägers lesen: wer wann welche Akte geöffnet und was geändert hat, ohne Namen von Ratsuchenden.",
  ),
  "stelle.lesen": weiter("Darf den Stellenplan des eigenen Trägers lesen: genehmigt, besetzt, vakant."),
  "stelle.kreis_lesen": weiter("Darf den Stellenplan aller Träger des Kreises lesen."),
  "stelle.namen_lesen": weiter("Darf lesen, wer eine Stelle besetzt und warum sie vakant ist."),
  "stelle.schreiben": weiter("Darf Stellen aller Träger anlegen, ändern und besetzen."),
  "bericht.lesen": zahlen("Darf freigegebene Berichte des Kreises lesen und herunterladen."),
  "bericht.schreiben": zahlen("Darf Berichte entwerfen, ihre Texte schreiben und Berichtigungen beginnen."),
  "bericht.freigeben": zahlen("Darf Berichte freigeben; sie bekommen eine Nummer und ändern sich dann nicht mehr."),
  "auswertung.traeger_lesen": zahlen("Darf die Zahlen des eigenen Trägers lesen."),
  "auswertung.kreis_lesen": zahlen("Darf die Zahlen des Kreises und jedes Trägers lesen."),
  "lieferung.melden": zahlen("Darf melden, ob die Zahlen eines Monats vollständig sind oder null."),
  "auswertung.einrichten": zahlen("Darf festlegen, ab welcher Zahl KIM Zahlen nennt, und Einwohnerzahlen eintragen."),
} as const satisfies Readonly<Record<string, RechtDef>>;

declare module "../../../platform/actor.ts" {
  interface Rights extends Record<keyof typeof RECHTE, true> {}
}

type RolleDef = {
  readonly name: string;
  /** What the person with this role does, for the role picker. */
  readonly satz: string;
  readonly rechte: readonly Recht[];
  /** How far the database lets this role see beyond own records; never client records (see db/table.ts). */
  readonly sicht: "eigene" | "traeger" | "kreis";
};

const ALLE = ["start.sehen", "konto.eigenes"] as const;
const BERATEN = [
  "beratung.schreiben",
  "beratung.lesen",
  "person.schreiben",
  "person.lesen",
  "fall.schreiben",
  "fall.lesen",
  "vertretung.eigene",
  "uebernahme.schreiben",
] as const;
const VERWALTEN = [
  "kommune.verwalten",
  "traeger.verwalten",
  "standort.verwalten",
  "konto.verwalten",
  "konto.traeger_verwalten",
] as const;
const STELLENPLAN = ["stelle.lesen", "stelle.kreis_lesen"] as const;
const ZAHLEN = ["auswertung.traeger_lesen", "auswertung.kreis_lesen"] as const;
const BESTAETIGEN = "konto.bestaetigen";
const BERICHTE_LESEN = "bericht.lesen";
const STELLEN_MIT_NAMEN = [...STELLENPLAN, "stelle.namen_lesen"] as const;
const rolle = (
  name: string,
  satz: string,
  rechte: readonly Recht[] = [],
  sicht: RolleDef["sicht"] = "traeger",
): RolleDef => ({
  name,
  satz,
  rechte: [...ALLE, ...rechte],
  sicht,
});

/**
 * The roles of KIM with what each may do today. Roles of the foreigners' and naturalisation authority (Modul III), of
 * coordination, Land and BRA hold no right on client data: they see what later is released to them, or figures.
 */
export const ROLLEN = {
  cm_lokal: rolle("Case Management", "Berät vor Ort und dokumentiert.", BERATEN),
  cm_mukis: rolle("Case Management MuKi-S", "Berät zu mehrsprachigen Kindern, kreisweit.", BERATEN),
  cm_abh: rolle(
    "Case Management in der Ausländerbehörde",
    "Berät in deren Räumen; die Behörde sieht davon nichts.",
    BERATEN,
  ),
  cm_koordination: rolle("Koordination Case Management", "Fachaufsicht über das Case Management; sieht keine Akten.", [
    ...STELLEN_MIT_NAMEN,
    ...ZAHLEN,
    "lieferung.melden",
    BERICHTE_LESEN,
  ]),
  kim_koordination: rolle("KIM-Koordination", "Lenkungsgruppe, Konzept, Stellen, Berichte; sieht keine Akten.", [
    ...STELLEN_MIT_NAMEN,
    ...ZAHLEN,
    ...(["lieferung.melden", "auswertung.einrichten", "stelle.schreiben"] as const),
    ...([BERICHTE_LESEN, "bericht.schreiben", "bericht.freigeben"] as const),
  ]),
  verwaltungsassistenz: rolle("Verwaltungsassistenz", "Einladungen, Protokolle, Listen; sieht keine Akten.", [
    ...STELLEN_MIT_NAMEN,
    BERICHTE_LESEN,
  ]),
  ki_leitung: rolle("Leitung des KI", "Liest Stellenplan, Auswertungen und Berichte; bestätigt erneuerte Zugänge.", [
    BESTAETIGEN,
    ...STELLEN_MIT_NAMEN,
    ...ZAHLEN,
    ...([BERICHTE_LESEN, "bericht.freigeben"] as const),
  ]),
  abh_fachkraft: rolle("Fachkraft der Ausländerbehörde", "Sieht nur, was im Einzelfall freigegeben wird."),
  ebh_fachkraft: rolle("Fachkraft der Einbürgerungsbehörde", "Sieht nur, was im Einzelfall freigegeben wird."),
  traeger_leitung: rolle("Leitung des Trägers", "Verwaltet die Mitarbeiter:innen des eigenen Trägers.", [
    "konto.traeger_verwalten",
    "vertretung.anordnen",
    BESTAETIGEN,
    "standort.verwalten",
    "stelle.lesen",
    "stelle.namen_lesen",
    "auswertung.traeger_lesen",
    "lieferung.melden",
    BERICHTE_LESEN,
  ]),
  dezernat: rolle("Dezernat", "Liest die Zahlen des Kreises, den Stellenplan ohne Namen und Berichte.", [
    ...STELLENPLAN,
    ...ZAHLEN,
    BERICHTE_LESEN,
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

/** Roles that hold a permission. */
export const rollenMit = (gesucht: Recht): string[] =>
  Object.entries(ROLLEN)
    .filter(([, { rechte }]) => rechte.some((recht) => recht === gesucht))
    .map(([code]) => code);

/** Roles whose holders confirm renewed accounts, and what a Leitung orders. */
export const CONFIRMING: readonly string[] = rollenMit(BESTAETIGEN);

/** Roles whose holders keep files. */
export const COUNSELLING: readonly string[] = rollenMit("beratung.schreiben");

/** The known role of a stored code; undefined for one that this program does not know (any more). */
export const rolleOf = (code: string): RolleDef | undefined =>
  new Map<string, RolleDef>(Object.entries(ROLLEN)).get(code);

/** Everything that a set of roles may do. */
export const rechteOf = (codes: readonly string[]): ReadonlySet<Recht> =>
  new Set(codes.flatMap((code) => rolleOf(code)?.rechte ?? []));

/** The widest sight among the roles. */
export function sichtOf(codes: readonly string[]): RolleDef["sicht"] {
  const all = new Set(codes.map((code) => rolleOf(code)?.sicht));
  return all.has("kreis") ? "kreis" : all.has("traeger") ? "traeger" : "eigene";
}

/** Whether files lie behind a permission. */
export const opensFiles = (recht: Recht): boolean => FILES.has(recht);
const FILES = new Set<string>(Object.entries<RechtDef>(RECHTE).flatMap(([recht, { akten }]) => (akten ? [recht] : [])));

/**
 * Somebody with these roles as the one who acts; what the session makes of an account on every request. `konten` are the
 * accounts that she or he may act for today.
 */
export const actorOf = (
  { kreis, traegerId, kontoId }: Pick<Actor, "kreis" | "traegerId" | "kontoId">,
  rollen: readonly string[],
  konten: readonly string[] = [kontoId],
): Actor => ({
  kreis,
  traegerId,
  kontoId,
  konten,
  rollen,
  rechte: rechteOf(rollen),
  sicht: sichtOf(rollen),
});
