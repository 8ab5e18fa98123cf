import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { type Tx, insertMany } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { holdNext } from "../../../platform/held.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import { createSubjectKeys } from "../../../platform/tresor/keys.ts";
import type { Zugewiesen, ZugewiesenerHaushalt } from "../../../listen/index.ts";
import { ZEILE, menschAbdruck, sealAngaben } from "../queries/sealed.ts";
import { unterkunftIn, unterkuenfte } from "../queries/unterkuenfte.ts";
import { schrittRow } from "./schritt.ts";

/** A batch, and the number of its next household. */
type Stapel = { readonly id: string; readonly angekuendigt: string; readonly ab: number };

/**
 * Takes the next numbers of a batch and holds its row until the end of the transaction, before any of its households: whoever adds one
 * at the same time waits and gets the next. Returns the first of them. @throws NotFound
 */
export async function nextNr(tx: Tx, stapelId: string, count: number): Promise<number> {
  holdNext(tx, "kim.zuweisung_stapel");
  const row = await tx
    .updateTable("kim.zuweisung_stapel")
    .set((e) => ({ letzte_nr: e("letzte_nr", "+", count) }))
    .where("id", "=", stapelId)
    .returning("letzte_nr")
    .executeTakeFirst();
  if (row === undefined) throw new NotFound();
  return row.letzte_nr - count + 1;
}

/** Writes households of a batch as one's own, each with its members and its first step. */
export async function writeHaushalte(
  tx: Tx,
  actor: Actor,
  stapel: Stapel,
  haushalte: readonly ZugewiesenerHaushalt[],
): Promise<void> {
  const { kreis, traegerId, kontoId } = actor;
  const orte = await unterkuenfte(tx);
  const rows = haushalte.map((haushalt, i) => {
    const unterkunft = unterkunftIn(orte, haushalt.unterkunft, haushalt.ags);
    return { haushalt, unterkunft, id: randomUUID(), nr: stapel.ab + i };
  });
  await insertMany(
    tx,
    "kim.zuweisung",
    rows.map(({ haushalt, unterkunft, id, nr }) => ({
      kreis,
      traeger_id: traegerId,
      konto_id: kontoId,
      id,
      stapel_id: stapel.id,
      nr,
      menschen: haushalt.anzahl,
      ags: haushalt.ags ?? unterkunft?.ags ?? null,
      unterkunft_id: unterkunft?.id ?? null,
      sprache: haushalt.menschen.find(({ sprache }) => sprache !== null)?.sprache ?? null,
      zugewiesen_am: haushalt.ankunft ?? stapel.angekuendigt,
      stand: "angekuendigt",
      stand_seit: stapel.angekuendigt,
    })),
  );
  await insertMany(
    tx,
    "kim.zuweisung_schritt",
    rows.map(({ id }) =>
      schrittRow(actor, { zuweisungId: id, folge: 1, nach: "angekuendigt", am: stapel.angekuendigt, grund: null }),
    ),
  );
  // Where a place is none of the Kreis it stays as it was written, with the first of them.
  const menschen = rows.flatMap(({ haushalt, unterkunft, id }) =>
    haushalt.menschen.map((mensch, i): Neu => {
      const ort = i === 0 && unterkunft === undefined ? haushalt.unterkunft : null;
      return { zuweisungId: id, folge: i + 1, mensch: ort === null ? mensch : withOrt(mensch, ort) };
    }),
  );
  await writeMenschen(tx, actor, menschen);
}

const withOrt = (mensch: Zugewiesen, ort: string): Zugewiesen => ({
  ...mensch,
  hinweis: [`Unterkunft: ${ort}`, ...(mensch.hinweis === null ? [] : [mensch.hinweis])].join("\n"),
});

type Neu = { readonly zuweisungId: string; readonly folge: number; readonly mensch: Zugewiesen };

/** Each with a key of her own, so that erasing one erases nobody else. */
async function writeMenschen(tx: Tx, actor: Actor, neue: readonly Neu[]): Promise<void> {
  const { kreis, traegerId, kontoId } = actor;
  const byId = new Map<string, Neu>(neue.map((neu) => [randomUUID(), neu]));
  const keys = await createSubjectKeys(tx, { kreis, art: "zuweisung", traegerId }, [...byId.keys()]);
  const rows = [...keys].flatMap(([id, key]) => {
    const neu = byId.get(id);
    if (neu === undefined) return [];
    const { zuweisungId, folge, mensch } = neu;
    return [
      {
        kreis,
        traeger_id: traegerId,
        konto_id: kontoId,
        id,
        zuweisung_id: zuweisungId,
        folge,
        abdruck: menschAbdruck(traegerId, mensch),
        ...sealAngaben(key, { kreis, id }, mensch),
        staatsangehoerigkeit: mensch.staatsangehoerigkeit,
        sprache: mensch.sprache,
      },
    ];
  });
  await insertMany(tx, "kim.zuweisung_mensch", rows);
}

type Zeile = { readonly nr: number; readonly text: string; readonly grund: "doppelt" | "unklar" };

/** Writes rows of a batch that wait for a decision. */
export async function writeZeilen(tx: Tx, actor: Actor, stapelId: string, zeilen: readonly Zeile[]): Promise<void> {
  const { kreis, traegerId, kontoId } = actor;
  const byId = new Map<string, Zeile>(zeilen.map((zeile) => [randomUUID(), zeile]));
  const keys = await createSubjectKeys(tx, { kreis, art: "zuweisung", traegerId }, [...byId.keys()]);
  const rows = [...keys].flatMap(([id, key]) => {
    const zeile = byId.get(id);
    if (zeile === undefined) return [];
    const { nr, grund, text } = zeile;
    const sealed = sealText(key, { kreis, id }, ZEILE, text);
    return [{ kreis, traeger_id: traegerId, konto_id: kontoId, id, stapel_id: stapelId, nr, grund, zeile: sealed }];
  });
  await insertMany(tx, "kim.zuweisung_zeile", rows);
}
