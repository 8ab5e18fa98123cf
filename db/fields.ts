import type { FieldClass } from "./field-classes.ts";

/**
 * The registry of fields: what each column of each table is, who answers for it, how long it stays and where it may be
 * seen. A column without an entry fails the build, so nobody adds one without deciding this. The architecture test holds
 * it against the database: sealed classes are ciphertext (bytea), the others never are.
 */

type Fields = Readonly<Record<string, FieldClass>>;

export type TableFields = {
  /** Who answers for the data: the employer, the Kreis, or whoever runs the installation. */
  readonly owner: "traeger" | "kreis" | "betreiber";
  /** When a row goes. Periods are defaults to be confirmed by the data-protection officer. */
  readonly retention: string;
  readonly fields: Fields;
};

const KEY: Fields = { kreis: "technik", id: "technik" };
const FILE: Fields = { kreis: "technik", traeger_id: "technik", konto_id: "technik" };
const STAYS = "solange die Installation besteht";
const WITH_ACCOUNT = "mit dem Konto";
const WITH_CONSULTATION = "mit der Beratung";
const WITH_PERSON = "mit der Person";
const WITH_POST = "mit der Stelle";
const POST = "10 Jahre nach Ende der Stelle (Nachweis der Förderung)";
const SUMS = "bleibt: Zählungen ohne Bezug zu einer Person";
const PUBLISHED = "bleibt: veröffentlicht; Entwürfe, bis sie jemand verwirft";
const CONSULTATION = "3 Jahre nach Ende des Kalenderjahres; Summen bleiben";

const table = (owner: TableFields["owner"], retention: string, fields: Fields): TableFields => ({
  owner,
  retention,
  fields,
});

const every = (kind: FieldClass, columns: readonly string[]): Fields =>
  Object.fromEntries(columns.map((column) => [column, kind]));

const CODES: Fields = {
  code: "technik",
  name: "amtlich",
  rang: "technik",
  gueltig_ab: "technik",
  gueltig_bis: "technik",
};
const list = (more: Fields = {}) => table("betreiber", STAYS, { ...CODES, ...more });
const OFFICES: Fields = { plz: "amtlich", jugendamt: "amtlich", ebh: "amtlich", abh: "amtlich" };

export const FIELDS: Readonly<Record<string, TableFields>> = {
  "ref.altersgruppe": list({ von: "amtlich", bis: "amtlich" }),
  "ref.ergebnis": list({ kurz: "amtlich", art: "technik" }),
  "ref.handlungsfeld": list({ kurz: "amtlich", taste: "technik" }),
  "ref.herkunftsgruppe": list(),
  "ref.kim_kommune": list({ art: "amtlich" }),
  "ref.kommune": list({ kreis: "technik", ...OFFICES }),
  "ref.kontaktweg": list(),
  "ref.sprache": list(),
  "ref.staatsangehoerigkeit": list({ iso2: "amtlich", herkunftsgruppe: "technik" }),
  "ref.stelle_art": list({ kurz: "amtlich", modul: "amtlich" }),
  "ref.stufe": list({ schluessel: "technik" }),
  "ref.vakanzgrund": list({ art: "technik" }),
  "ref.verstaendigung": list({ hinweis: "technik" }),

  "betrieb.migration": table("betreiber", STAYS, { name: "technik", abdruck: "technik", am: "zeitpunkt" }),
  "betrieb.code": table("betreiber", STAYS, { name: "technik", abdruck: "technik" }),
  "betrieb.codeliste": table("betreiber", STAYS, { name: "technik", abdruck: "technik" }),
  "betrieb.mandant": table("betreiber", STAYS, { kreis: "technik", angelegt: "technik" }),
  "betrieb.merkmal": table("betreiber", STAYS, { name: "technik", wert: "technik" }),
  "betrieb.herzschlag": table("betreiber", STAYS, { dienst: "technik", zeit: "zeitpunkt" }),
  "betrieb.einrichtung": table("betreiber", "1 Tag nach Ablauf", {
    token_hash: "hash",
    gueltig_bis: "zeitpunkt",
    verbraucht: "zeitpunkt",
  }),
  "betrieb.anmeldename": table("betreiber", WITH_ACCOUNT, {
    email_hash: "hash",
    kreis: "technik",
    konto_id: "technik",
  }),
  "betrieb.anmeldeversuch": table("betreiber", "1 Tag", {
    schluessel: "hash",
    fehlversuche: "technik",
    zuletzt: "zeitpunkt",
    gesperrt_bis: "zeitpunkt",
  }),

  "kim.kommune": table("kreis", STAYS, {
    ...{ kreis: "technik", ags: "kode", name: "amtlich", ...OFFICES, aktiv: "technik", version: "technik" },
  }),
  "kim.traeger": table("kreis", STAYS, {
    ...KEY,
    name: "amtlich",
    art: "amtlich",
    aktiv: "technik",
    version: "technik",
  }),
  "kim.standort": table("kreis", STAYS, {
    ...{ ...KEY, traeger_id: "technik", ags: "kode", name: "amtlich", aktiv: "technik", version: "technik" },
  }),
  "kim.konto": table("traeger", "12 Monate nach Ausscheiden, dann Name und Adresse leer", {
    ...{ ...KEY, traeger_id: "technik", name: "kennung", email: "kennung", email_hash: "hash" },
    ...{ status: "technik", standort_id: "technik", version: "technik" },
  }),
  "kim.rolle": table("kreis", WITH_ACCOUNT, {
    ...{ ...KEY, traeger_id: "technik", konto_id: "technik", rolle: "technik", von: "technik", bis: "technik" },
  }),
  "kim.anmeldeweg": table("kreis", WITH_ACCOUNT, {
    ...{ ...KEY, konto_id: "technik", art: "technik", geheimnis: "geheimnis", bestaetigt: "technik" },
    ...{ schritt: "technik", verbraucht: "zeitpunkt", angelegt: "zeitpunkt" },
  }),
  "kim.einladung": table("kreis", "30 Tage nach Ablauf", {
    ...{ ...KEY, traeger_id: "technik", konto_id: "technik", token_hash: "hash", link: "geheimnis" },
    ...{ gueltig_bis: "zeitpunkt", verbraucht: "zeitpunkt" },
  }),
  "kim.sitzung": table("kreis", "1 Tag nach Ende", {
    ...{
      ...KEY,
      konto_id: "technik",
      token_hash: "hash",
      stand: "technik",
      angelegt: "zeitpunkt",
      zuletzt: "zeitpunkt",
    },
  }),
  "kim.entwurf": table("traeger", "beim Speichern, spätestens nach 14 Tagen", {
    ...{ ...KEY, konto_id: "technik", formular: "technik", inhalt: "inhalt", geaendert: "zeitpunkt" },
  }),
  "kim.idempotenz": table("traeger", "14 Tage", {
    ...{
      kreis: "technik",
      konto_id: "technik",
      schluessel: "technik",
      abdruck: "hash",
      antwort: "technik",
      am: "technik",
    },
  }),
  "kim.vorgabe": table("traeger", WITH_ACCOUNT, {
    kreis: "technik",
    konto_id: "technik",
    formular: "technik",
    werte: "kode",
  }),
  "kim.protokoll": table("traeger", "24 Monate, dann ohne Bezug zur Person", {
    ...{ ...KEY, traeger_id: "technik", konto_id: "technik", art: "technik", gegenstand_art: "technik" },
    ...{ gegenstand_id: "technik", zweck: "technik", zeit: "zeitpunkt" },
  }),

  "tresor.traeger_schluessel": table("betreiber", "solange es den Träger gibt", {
    ...{ kreis: "technik", traeger_id: "technik", version: "technik", verpackt: "geheimnis" },
  }),
  "tresor.schluessel": table("traeger", "bis zur Löschung der Person; ihr Ende ist die Löschung", {
    ...{ ...KEY, traeger_id: "technik", version: "technik", art: "technik", verpackt: "geheimnis" },
  }),

  "kim.person": table("traeger", "3 Jahre nach der letzten Beratung", {
    ...{ ...FILE, id: "technik", name: "kennung", geburtsdatum: "kennung", altersgruppe: "kode", ags: "kode" },
    ...{ staatsangehoerigkeit: "kode", erfasst_am: "technik", version: "technik", uebernahme_id: "technik" },
  }),
  "kim.person_sprache": table("traeger", WITH_PERSON, { ...FILE, person_id: "technik", sprache: "kode" }),
  "kim.person_token": table("traeger", WITH_PERSON, { ...FILE, token: "token", person_id: "technik" }),
  "kim.beratung": table("traeger", CONSULTATION, {
    ...{ ...FILE, id: "technik", am: "kode", stufe: "kode", kontaktweg: "kode", ags: "kode", standort_id: "kode" },
    ...{ sprache: "kode", verstaendigung: "kode", dauer_min: "kode", ergebnis: "kode", neuzuweisung: "kode" },
    ...{ personenzahl: "kode", herkunftsgruppe: "kode", altersgruppe: "kode", notiz: "inhalt" },
    ...{ notiz_schluessel: "technik", zurueckgezogen: "technik", version: "technik" },
    ...{ uebernahme_id: "technik", abdruck: "hash" },
  }),
  "kim.beratung_thema": table("traeger", WITH_CONSULTATION, {
    ...{ ...FILE, beratung_id: "technik", handlungsfeld: "kode", wort_id: "technik" },
  }),
  "kim.beratung_person": table("traeger", WITH_CONSULTATION, { ...FILE, beratung_id: "technik", person_id: "technik" }),
  "kim.beratung_fassung": table("traeger", WITH_CONSULTATION, {
    ...{ ...FILE, beratung_id: "technik", version: "technik", art: "technik", werte: "kode", notiz: "inhalt" },
    ...{ grund: "inhalt", schluessel: "technik", am: "technik" },
  }),

  "kim.uebernahme": table("traeger", "Inhalt bis zur Übernahme, sonst 30 Tage; Zählungen bleiben", {
    ...{ ...FILE, id: "technik", datei: "inhalt", abdruck: "hash", bytes: "technik", inhalt: "inhalt" },
    ...{ entscheidungen: "inhalt", befund: "inhalt", zahlen: "kode", stand: "technik", fortschritt: "technik" },
    ...{ am: "technik", version: "technik" },
  }),
  "kim.wort": table("traeger", "solange eine Beratung oder Summe es trägt oder es entschieden ist", {
    ...{ ...KEY, traeger_id: "technik", art: "technik", abdruck: "hash", wort: "inhalt", stand: "technik" },
    ...{ code: "kode", version: "technik" },
  }),
  "kim.beratung_wort": table("traeger", WITH_CONSULTATION, { ...FILE, beratung_id: "technik", wort_id: "technik" }),
  "kim.summe": table("traeger", SUMS, {
    ...{ ...KEY, traeger_id: "technik", uebernahme_id: "technik", von: "kode", bis: "kode", ags: "kode" },
    ...{ beratungen: "kode", neuzuweisungen: "kode" },
  }),
  "kim.summe_thema": table("traeger", SUMS, {
    ...{ kreis: "technik", summe_id: "technik", traeger_id: "technik", handlungsfeld: "kode", anzahl: "kode" },
  }),
  "kim.summe_wort": table("traeger", SUMS, {
    ...{ kreis: "technik", summe_id: "technik", wort_id: "technik", traeger_id: "technik", anzahl: "kode" },
  }),

  "kim.zaehlung": table("kreis", SUMS, {
    ...{ kreis: "technik", traeger_id: "technik", monat: "kode", ags: "kode", merkmal: "technik", kode: "kode" },
    anzahl: "kode",
  }),
  "kim.zaehlung_person": table("kreis", SUMS, {
    ...{ kreis: "technik", traeger_id: "technik", von: "kode", bis: "kode", anzahl: "kode" },
  }),
  "kim.zaehlung_anlass": table("kreis", "bis zur nächsten Zählung", {
    ...{ ...KEY, traeger_id: "technik", monat: "kode", wort_id: "technik" },
  }),
  "kim.zaehlung_stand": table("kreis", STAYS, {
    ...{ kreis: "technik", zeit: "technik", geprueft: "technik", abweichungen: "technik" },
  }),

  "kim.stelle": table("kreis", POST, {
    ...{ ...KEY, traeger_id: "technik", art: "kode", bezeichnung: "amtlich", vzae: "amtlich" },
    ...{ von: "amtlich", bis: "amtlich", version: "technik" },
  }),
  "kim.stelle_kommune": table("kreis", WITH_POST, { kreis: "technik", stelle_id: "technik", ags: "kode" }),
  "kim.besetzung": table("kreis", "12 Monate nach dem letzten Tag Name und Zugang leer; Anteil und Tage bleiben", {
    ...{ ...KEY, traeger_id: "technik", stelle_id: "technik", konto_id: "technik", name: "kennung" },
    ...{ schluessel: "technik", anteil: "amtlich", von: "amtlich", bis: "amtlich", version: "technik" },
  }),
  "kim.stelle_vakanz": table("kreis", "24 Monate, wenn der Grund die Person betrifft, sonst mit der Stelle", {
    ...{ kreis: "technik", stelle_id: "technik", von: "amtlich", grund: "kode" },
  }),

  "kim.bericht": table("kreis", PUBLISHED, {
    ...{
      ...KEY,
      ...every("technik", ["stand", "berichtigt", "angelegt", "angelegt_von", "freigegeben_von", "version"]),
    },
    ...every("amtlich", [
      "von",
      "bis",
      "titel",
      "kopf",
      "texte",
      "jahr",
      "nummer",
      "grund",
      "freigegeben",
      "kennzahlen",
    ]),
    pruefsumme: "amtlich",
  }),
  "kim.bericht_dokument": table("kreis", PUBLISHED, {
    ...{ kreis: "technik", bericht_id: "technik", art: "technik", inhalt: "veroeffentlicht", pruefsumme: "amtlich" },
  }),
};
