/**
 * Who may do what on which tenant table, in one list. `src/platform/policies.ts` turns it into row-level security and
 * column grants; the architecture test holds every table against it. A column missing from `insert`/`update` cannot be
 * written by the web process at all.
 *
 * Walls, all of them in the database:
 *  kreis    everybody of the Kreis (permissions in the code say who may see the page)
 *  traeger  own Träger; the whole Kreis for those who administer it (app.sicht = 'kreis')
 *  konto    own account only; the whole Kreis for those who administer accounts
 *  schluessel  wrapped data keys: own Träger; across the Kreis only those of accounts (a new Träger's first one can be
 *           written, not read, by whoever administers the Kreis)
 *  akte     client data: own Träger AND own records, whatever the role. No sight of the Kreis opens it.
 */
export type Wall = "kreis" | "traeger" | "konto" | "schluessel" | "akte";

export type TablePolicy = {
  readonly table: string;
  readonly wall: Wall;
  readonly select?: boolean;
  readonly insert?: readonly string[];
  readonly update?: readonly string[];
  readonly delete?: boolean;
  /** What the worker may do; the Kreis wall holds for it as well. Nothing where it has no job. */
  readonly worker?: readonly string[];
};

const table = (name: string, wall: Wall, grants: Omit<TablePolicy, "table" | "wall">): TablePolicy => ({
  table: name,
  wall,
  select: true,
  ...grants,
});

const AKTE = ["kreis", "traeger_id", "konto_id"];

/** What the worker needs to make rows and to take them back: of a list taken over, of a count. */
const TAKE_OVER = ["select", "insert", "delete"];
const RECOUNT =
  "update (sprache, kontaktweg, verstaendigung, ergebnis, herkunftsgruppe, altersgruppe, neuzuweisung, version)";

export const POLICIES: readonly TablePolicy[] = [
  table("kim.kommune", "kreis", {
    insert: ["kreis", "ags", "name", "plz", "jugendamt", "ebh", "abh"],
    update: ["name", "plz", "jugendamt", "ebh", "abh", "aktiv", "version"],
    worker: ["select"],
  }),
  table("kim.traeger", "kreis", {
    insert: ["kreis", "id", "name", "art"],
    update: ["name", "art", "aktiv", "version"],
    worker: ["select"],
  }),
  table("kim.standort", "traeger", {
    insert: ["kreis", "id", "traeger_id", "ags", "name"],
    update: ["ags", "name", "aktiv", "version"],
  }),
  table("kim.konto", "traeger", {
    insert: ["kreis", "id", "traeger_id", "name", "email", "email_hash", "standort_id"],
    update: ["name", "email", "email_hash", "status", "standort_id", "version"],
    worker: ["select"],
  }),
  table("kim.rolle", "traeger", {
    insert: ["kreis", "id", "traeger_id", "konto_id", "rolle", "von", "bis"],
    update: ["von", "bis"],
    delete: true,
    worker: ["select"],
  }),
  table("kim.anmeldeweg", "konto", {
    insert: ["kreis", "id", "konto_id", "art", "geheimnis", "bestaetigt", "angelegt"],
    update: ["geheimnis", "bestaetigt", "schritt", "verbraucht"],
    delete: true,
  }),
  table("kim.einladung", "traeger", {
    insert: ["kreis", "id", "traeger_id", "konto_id", "token_hash", "link", "gueltig_bis"],
    update: ["link", "verbraucht"],
    worker: ["select", "update (link)", "delete"],
  }),
  table("kim.sitzung", "konto", {
    insert: ["kreis", "id", "konto_id", "token_hash", "stand", "angelegt", "zuletzt"],
    update: ["token_hash", "stand", "zuletzt"],
    worker: ["select", "delete"],
  }),
  table("kim.entwurf", "konto", {
    insert: ["kreis", "id", "konto_id", "formular", "inhalt", "geaendert"],
    update: ["inhalt", "geaendert"],
    delete: true,
    worker: ["select", "delete"],
  }),
  table("kim.idempotenz", "konto", {
    insert: ["kreis", "konto_id", "schluessel", "abdruck", "antwort"],
    worker: ["select", "delete"],
  }),
  table("kim.vorgabe", "konto", {
    insert: ["kreis", "konto_id", "formular", "werte"],
    update: ["werte"],
  }),
  table("kim.protokoll", "kreis", {
    select: false,
    insert: ["kreis", "traeger_id", "konto_id", "art", "gegenstand_art", "gegenstand_id", "zweck", "zeit"],
    worker: ["insert (kreis, traeger_id, konto_id, art, gegenstand_art, gegenstand_id, zweck, zeit)"],
  }),
  table("tresor.traeger_schluessel", "traeger", {
    insert: ["kreis", "traeger_id", "version", "verpackt"],
    worker: ["select"],
  }),
  table("tresor.schluessel", "schluessel", {
    insert: ["kreis", "id", "traeger_id", "version", "art", "verpackt"],
    delete: true,
    worker: TAKE_OVER,
  }),
  table("kim.person", "akte", {
    insert: [...AKTE, "id", "name", "geburtsdatum", "altersgruppe", "ags", "staatsangehoerigkeit", "erfasst_am"],
    update: ["name", "geburtsdatum", "altersgruppe", "ags", "staatsangehoerigkeit", "version"],
    worker: TAKE_OVER,
  }),
  table("kim.person_sprache", "akte", { insert: [...AKTE, "person_id", "sprache"], delete: true, worker: TAKE_OVER }),
  table("kim.person_token", "akte", { insert: [...AKTE, "token", "person_id"], delete: true, worker: TAKE_OVER }),
  table("kim.beratung", "akte", {
    insert: [
      ...[...AKTE, "id", "am", "stufe", "kontaktweg", "ags", "standort_id", "sprache", "verstaendigung", "dauer_min"],
      ...["ergebnis", "neuzuweisung", "personenzahl", "herkunftsgruppe", "altersgruppe", "notiz", "notiz_schluessel"],
    ],
    update: [
      ...["am", "stufe", "kontaktweg", "ags", "standort_id", "sprache", "verstaendigung", "dauer_min", "ergebnis"],
      ...["neuzuweisung", "personenzahl", "herkunftsgruppe", "altersgruppe", "notiz", "notiz_schluessel"],
      ...["zurueckgezogen", "version"],
    ],
    worker: [...TAKE_OVER, RECOUNT],
  }),
  table("kim.beratung_thema", "akte", {
    insert: [...AKTE, "beratung_id", "handlungsfeld"],
    delete: true,
    worker: TAKE_OVER,
  }),
  table("kim.beratung_person", "akte", {
    insert: [...AKTE, "beratung_id", "person_id"],
    delete: true,
    worker: TAKE_OVER,
  }),
  table("kim.beratung_fassung", "akte", {
    insert: [...AKTE, "beratung_id", "version", "art", "werte", "notiz", "grund", "schluessel"],
    // Only to forget: a consultation that becomes anonymous keeps no text under a person's key.
    update: ["notiz", "grund", "schluessel"],
  }),
  // Lists of the years before: the page uploads and decides, the worker reads, takes over and takes back.
  table("kim.uebernahme", "akte", {
    insert: [...AKTE, "id", "datei", "abdruck", "bytes", "inhalt"],
    update: ["entscheidungen", "stand", "fortschritt", "version"],
    delete: true,
    worker: [...TAKE_OVER, "update (inhalt, entscheidungen, befund, zahlen, stand, fortschritt, version)"],
  }),
  table("kim.wort", "traeger", {
    update: ["stand", "code", "version"],
    worker: [...TAKE_OVER, "update (stand, code, version)"],
  }),
  table("kim.beratung_wort", "akte", { worker: TAKE_OVER }),
  table("kim.summe", "traeger", { worker: TAKE_OVER }),
  table("kim.summe_thema", "traeger", { worker: TAKE_OVER }),
  table("kim.summe_wort", "traeger", { worker: TAKE_OVER }),
  // Figures of the Kreis: triggers append what changed as whoever wrote, the worker counts, pages read.
  table("kim.zaehlung", "kreis", { worker: TAKE_OVER }),
  table("kim.zaehlung_person", "kreis", { worker: TAKE_OVER }),
  table("kim.zaehlung_anlass", "kreis", {
    select: false,
    insert: ["kreis", "traeger_id", "monat", "wort_id"],
    worker: TAKE_OVER,
  }),
  table("kim.zaehlung_stand", "kreis", { worker: ["select", "insert", "update"] }),
  table("kim.stelle", "kreis", {
    insert: ["kreis", "id", "traeger_id", "art", "bezeichnung", "vzae", "von", "bis"],
    update: ["art", "bezeichnung", "vzae", "von", "bis", "version"],
    delete: true,
  }),
  table("kim.stelle_kommune", "kreis", { insert: ["kreis", "stelle_id", "ags"], delete: true }),
  // Figures for the Kreis; the names in it are sealed, and accounts stay behind their own wall.
  table("kim.besetzung", "kreis", {
    insert: [...["kreis", "id", "traeger_id", "stelle_id", "konto_id", "name", "schluessel", "anteil", "von", "bis"]],
    update: ["konto_id", "name", "schluessel", "anteil", "von", "bis", "version"],
    delete: true,
  }),
  table("kim.stelle_vakanz", "kreis", {
    insert: ["kreis", "stelle_id", "von", "grund"],
    update: ["grund"],
    delete: true,
  }),
  // For publication; drafts are shown only to those who write them (src/domains/berichte/queries/berichte.ts). What is released a
  // trigger keeps from everybody. The worker asks whether figures are out before it takes a list back.
  table("kim.bericht", "kreis", {
    insert: ["kreis", "id", "von", "bis", "titel", "kopf", "texte", "berichtigt", "grund", "angelegt", "angelegt_von"],
    update: [
      ...["titel", "kopf", "texte", "stand", "jahr", "nummer", "freigegeben", "freigegeben_von", "kennzahlen"],
      ...["pruefsumme", "version"],
    ],
    delete: true,
    worker: ["select"],
  }),
  table("kim.bericht_dokument", "kreis", { insert: ["kreis", "bericht_id", "art", "inhalt", "pruefsumme"] }),
];

/** Tables of the installation itself: no tenant, nothing that names a person. Listed so that none slips in unseen. */
export const INSTALLATION_GRANTS: readonly { table: string; web: string; worker: string }[] = [
  { table: "betrieb.mandant", web: "select, insert (kreis)", worker: "select" },
  { table: "betrieb.merkmal", web: "select, insert", worker: "select" },
  { table: "betrieb.einrichtung", web: "select, insert, update (verbraucht)", worker: "select, delete" },
  { table: "betrieb.anmeldename", web: "select, insert, delete", worker: "" },
  { table: "betrieb.anmeldeversuch", web: "select, insert, update, delete", worker: "select, delete" },
  { table: "betrieb.herzschlag", web: "select", worker: "select, insert, update" },
];
