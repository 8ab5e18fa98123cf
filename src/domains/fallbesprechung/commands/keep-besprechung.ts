import { akteWithKey, type Akte } from "../../personen/index.ts";
import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { type FieldError, Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import { type Fall, fallOf, refuseGesperrt } from "../../faelle/index.ts";
import {
  type Besprechung,
  type BesprechungEingabe,
  type NeueBesprechung,
  besprechungValues,
  teilnahmeIn,
} from "../model/besprechung.ts";
import { type Spur, namenIn, spurenIn, spurenSatz } from "../model/erkennbar.ts";
import { type Offen, angebote, wenBetrifft } from "../queries/angebote.ts";
import { besprechungOf } from "../queries/besprechungen.ts";
import { refuseVerstaendigung } from "../../verstaendigung/index.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import { BESCHREIBUNG, FRAGE, NAME, PROTOKOLL, STELLE } from "../queries/sealed.ts";
import { werIst } from "../queries/vorbereitung.ts";
import { weitergeben, writeHinaus } from "../rows/weitergeben.ts";

/**
 * Of whom nothing may tell who they are: everybody, unless names are meant; then those who are not among the named.
 * @throws Refused with each place where somebody can be recognised, unless somebody looked at it
 */
async function refuseErkennbar(tx: Tx, actor: Actor, fall: Fall, { input, angebote }: Runde): Promise<void> {
  if (input.unbedenklich) return;
  const spuren = await suche(tx, actor, fall, { input, angebote });
  if (spuren === undefined) return;
  const problems = (["frage", "beschreibung", "protokoll"] as const).flatMap((field): FieldError[] => {
    const found = spuren(input[field] ?? "");
    return found.length === 0 ? [] : [{ field, message: spurenSatz(found) }];
  });
  if (problems.length > 0) throw new Refused(problems);
}

type Runde = { readonly input: BesprechungEingabe; readonly angebote: readonly Offen[] };

async function suche(tx: Tx, actor: Actor, fall: Fall, { input, angebote }: Runde) {
  if (!input.namentlich) {
    const wer = await werIst(tx, actor, fall);
    return (text: string): Spur[] => spurenIn(text, wer, today());
  }
  const genannt = new Set(angebote.filter(({ id }) => input.einwilligungen.includes(id)).map(({ wer }) => wer));
  // Of before consents were asked for: by name it was meant of all.
  if (genannt.size === 0) return undefined;
  const alle = await wenBetrifft(tx, actor, fall);
  const names = (told: boolean) => alle.filter(({ wer }) => genannt.has(wer) === told).map(({ name }) => name);
  return (text: string): Spur[] => namenIn(text, names(false), names(true));
}

const values = (key: DataKey, row: { readonly kreis: string; readonly id: string }, input: BesprechungEingabe) => ({
  art: input.art,
  am: input.am,
  namentlich: input.namentlich,
  sprache: input.sprache,
  verstaendigung: input.verstaendigung,
  frage: sealText(key, row, FRAGE, input.frage),
  beschreibung: sealText(key, row, BESCHREIBUNG, input.beschreibung),
  protokoll: sealText(key, row, PROTOKOLL, input.protokoll),
});

type Of = { readonly akte: Akte; readonly key: DataKey };

async function writeTeilnahme(tx: Tx, { akte, key }: Of, id: string, input: BesprechungEingabe): Promise<void> {
  await tx.deleteFrom("kim.fallbesprechung_teilnahme").where("fallbesprechung_id", "=", id).execute();
  const rows = teilnahmeIn(input).map(({ name, stelle }, i) => {
    const row = { kreis: akte.kreis, id: randomUUID() };
    return {
      ...akte,
      id: row.id,
      fallbesprechung_id: id,
      folge: i + 1,
      name: sealText(key, row, NAME, name),
      stelle: sealText(key, row, STELLE, stelle),
    };
  });
  if (rows.length > 0) await tx.insertInto("kim.fallbesprechung_teilnahme").values(rows).execute();
}

type Fassung = { readonly input: BesprechungEingabe; readonly before?: Besprechung };

/** What it may go by; without names nobody asks. */
const offen = (tx: Tx, actor: Actor, fall: Fall, { input, before }: Fassung): Promise<Offen[]> | readonly Offen[] =>
  input.namentlich ? angebote(tx, actor, fall, before) : [];

/** Prepares or records a meeting about a case of one's own. Returns its id. @throws NotFound, Refused */
export async function addBesprechung(tx: Tx, actor: Actor, input: NeueBesprechung): Promise<string> {
  await lockRow(tx, "kim.fall", input.fall);
  const fall = await fallOf(tx, actor, input.fall);
  refuseGesperrt(fall);
  const runde = { input, angebote: await offen(tx, actor, fall, { input }), before: undefined };
  await refuseErkennbar(tx, actor, fall, runde);
  await refuseVerstaendigung(tx, input, input.am);
  const hinaus = await weitergeben(tx, actor, runde);
  const of = await akteWithKey(tx, actor, fall.personId);
  const id = randomUUID();
  await tx
    .insertInto("kim.fallbesprechung")
    .values({
      ...of.akte,
      id,
      fall_id: fall.id,
      erfasst_von: actor.kontoId,
      ...values(of.key, { kreis: actor.kreis, id }, input),
    })
    .execute();
  await writeTeilnahme(tx, of, id, input);
  await writeHinaus(tx, of.akte, id, hinaus);
  await recordEvent(tx, actor, { art: "fallbesprechung.angelegt", gegenstand: { art: "fallbesprechung", id } });
  return id;
}

/** Replaces what is known of a meeting: the minutes mostly. @throws NotFound, Stale, Refused */
export async function changeBesprechung(tx: Tx, actor: Actor, { id, version }: At, input: BesprechungEingabe) {
  await lockRow(tx, "kim.fallbesprechung", id);
  const before = held(await besprechungOf(tx, actor, id), version, besprechungValues);
  const fall = await fallOf(tx, actor, before.fallId);
  refuseGesperrt(fall);
  const runde = { input, angebote: await offen(tx, actor, fall, { input, before }), before };
  await refuseErkennbar(tx, actor, fall, runde);
  await refuseVerstaendigung(tx, input, input.am, before);
  const hinaus = await weitergeben(tx, actor, runde);
  const of = await akteWithKey(tx, actor, fall.personId);
  await tx
    .updateTable("kim.fallbesprechung")
    .set({ ...values(of.key, { kreis: actor.kreis, id }, input), version: version + 1 })
    .where("id", "=", id)
    .execute();
  await writeTeilnahme(tx, of, id, input);
  await writeHinaus(tx, of.akte, id, hinaus);
  await recordEvent(tx, actor, { art: "fallbesprechung.geaendert", gegenstand: { art: "fallbesprechung", id } });
}
