import { type Choice, preselected } from "../../../platform/choice.ts";
import type { Tx } from "../../../platform/db.ts";
import type { Values } from "../../../platform/form.ts";
import { type Codelisten, type Kodewahl, codelisten, wahlAm } from "../../codelisten/index.ts";
import { KODEFELDER } from "../model/beratung.ts";
import type { Ortwahl } from "./orte.ts";

/** Every code list as it is on a day, ended codes included. */
export type Listenwahl = Readonly<Record<keyof Codelisten, readonly Kodewahl[]>>;

/** A form is mostly about today. */
let kept: { readonly of: Codelisten; readonly am: string; readonly wahl: Listenwahl } | undefined;

export async function listenwahl(tx: Tx, am: string): Promise<Listenwahl> {
  const of = await codelisten(tx);
  if (kept?.of !== of || kept.am !== am) kept = { of, am, wahl: wahlVon(of, am) };
  return kept.wahl;
}

function wahlVon(all: Codelisten, am: string): Listenwahl {
  return {
    stufe: wahlAm(all.stufe, am),
    handlungsfeld: wahlAm(all.handlungsfeld, am),
    kontaktweg: wahlAm(all.kontaktweg, am),
    sprache: wahlAm(all.sprache, am),
    verstaendigung: wahlAm(all.verstaendigung, am),
    ergebnis: wahlAm(all.ergebnis, am),
    herkunftsgruppe: wahlAm(all.herkunftsgruppe, am),
    altersgruppe: wahlAm(all.altersgruppe, am),
    staatsangehoerigkeit: wahlAm(all.staatsangehoerigkeit, am),
    stelle_art: wahlAm(all.stelle_art, am),
    vakanzgrund: wahlAm(all.vakanzgrund, am),
    zugangsweg: wahlAm(all.zugangsweg, am),
    abschlussgrund: wahlAm(all.abschlussgrund, am),
    aufenthaltsstatus: wahlAm(all.aufenthaltsstatus, am),
    leistung: wahlAm(all.leistung, am),
    werdegang: wahlAm(all.werdegang, am),
    unterkunftsart: wahlAm(all.unterkunftsart, am),
    netzwerkart: wahlAm(all.netzwerkart, am),
    dokumentart: wahlAm(all.dokumentart, am),
    rechtskreis: wahlAm(all.rechtskreis, am),
    familienform: wahlAm(all.familienform, am),
    bruchgrund: wahlAm(all.bruchgrund, am),
  };
}

/** The lists of the coded fields of a consultation, by field. */
export const kodewahl = (listen: Listenwahl): Readonly<Record<string, readonly Choice[]>> => ({
  stufe: listen.stufe,
  themen: listen.handlungsfeld,
  ...Object.fromEntries(KODEFELDER.map((field) => [field, listen[field]])),
});

/** What was chosen before, as far as it can be chosen for something new. */
export function vorbelegt(values: Values, listen: Listenwahl, orte: Ortwahl): Values {
  const lists = Object.entries({ ...kodewahl(listen), ort: orte });
  const open = lists.flatMap(([field, list]) => {
    const before = values[field];
    return before === undefined ? [] : [[field, preselected(list, before)] as const];
  });
  return { ...values, ...Object.fromEntries(open) };
}
