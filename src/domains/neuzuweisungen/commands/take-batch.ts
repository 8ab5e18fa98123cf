import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { type Tx, anyOf } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { tagText } from "../../../platform/span.ts";
import type { ZugewiesenerHaushalt, Zuweisungsliste } from "../../../listen/index.ts";
import { menschAbdruck, stapelAbdruck } from "../queries/sealed.ts";
import { writeHaushalte, writeZeilen } from "../rows/haushalt.ts";

type Neu = { readonly print: string; readonly angekuendigt: string };

const nothing = "In der Liste steht niemand. Prüfen Sie, ob es die richtige Datei ist.";

/**
 * Takes in a list as it was understood. Each row ends as somebody of a household, as one that waits (somebody who is there already, or
 * nothing that can be understood), or as counted without data. All of it is one's own until it is distributed. Returns the id.
 * @throws Refused where the same file was taken in before, or nobody is in it
 */
export async function takeBatch(
  tx: Tx,
  actor: Actor,
  liste: Zuweisungsliste,
  { print, angekuendigt }: Neu,
): Promise<string> {
  if (liste.haushalte.length + liste.unklar.length === 0) throw new Refused(nothing, "datei");
  const { kreis, traegerId, kontoId } = actor;
  const id = randomUUID();
  const abdruck = stapelAbdruck(traegerId, print);
  const before = await tx
    .selectFrom("kim.zuweisung_stapel")
    .select("angekuendigt")
    .where("abdruck", "=", abdruck)
    .where("traeger_id", "=", traegerId)
    .executeTakeFirst();
  if (before !== undefined)
    throw new Refused(`Diese Datei ist schon angenommen, als Stapel vom ${tagText(before.angekuendigt)}.`, "datei");
  const { neu, doppelt } = await ohneDoppelte(tx, actor, liste.haushalte);
  await tx
    .insertInto("kim.zuweisung_stapel")
    .values({
      kreis,
      id,
      traeger_id: traegerId,
      konto_id: kontoId,
      angekuendigt,
      abdruck,
      zeilen: Math.max(1, liste.zeilen),
      ohne_daten: liste.ohneDaten,
      nie: [...liste.nie],
      letzte_nr: neu.length,
    })
    .execute();
  await writeHaushalte(tx, actor, { id, angekuendigt, ab: 1 }, neu);
  await writeZeilen(tx, actor, id, [
    ...doppelt.map(({ nr, text }) => ({ nr, text, grund: "doppelt" as const })),
    ...liste.unklar.map(({ nr, text }) => ({ nr, text, grund: "unklar" as const })),
  ]);
  await recordEvent(tx, actor, { art: "stapel.angenommen", gegenstand: { art: "stapel", id } });
  return id;
}

/** Households without those of whom somebody is in an earlier list: they wait, as text. */
async function ohneDoppelte(tx: Tx, actor: Actor, haushalte: readonly ZugewiesenerHaushalt[]) {
  const print = (one: ZugewiesenerHaushalt["menschen"][number]) => menschAbdruck(actor.traegerId, one)?.toString("hex");
  const prints = haushalte.flatMap(({ menschen }) => menschen.flatMap((one) => print(one) ?? []));
  const rows = await tx
    .selectFrom("kim.zuweisung_mensch")
    .select("abdruck")
    .where("traeger_id", "=", actor.traegerId)
    .where("abdruck", "=", anyOf(prints.map((hex) => Buffer.from(hex, "hex"))))
    .execute();
  const known = new Set(rows.flatMap((row) => row.abdruck?.toString("hex") ?? []));
  const neu: ZugewiesenerHaushalt[] = [];
  const doppelt: { readonly nr: number; readonly text: string }[] = [];
  for (const haushalt of haushalte) {
    const seen = haushalt.menschen.some((one) => known.has(print(one) ?? ""));
    if (seen) doppelt.push({ nr: haushalt.nrs[0] ?? 0, text: JSON.stringify(haushalt) });
    else neu.push(haushalt);
    for (const hex of haushalt.menschen.flatMap((one) => print(one) ?? [])) known.add(hex);
  }
  return { neu, doppelt };
}
