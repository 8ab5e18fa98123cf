import { createBericht } from "../../src/domains/berichte/commands/create-bericht.ts";
import { releaseBericht } from "../../src/domains/berichte/commands/release-bericht.ts";
import { changeKapitel } from "../../src/domains/berichte/commands/change-kapitel.ts";
import { KapitelEingabe } from "../../src/domains/berichte/model/eingabe.ts";
import { kopfValues } from "../../src/domains/berichte/model/form-values.ts";
import { type Art, type Kapitel, textOf, vorschlagOf } from "../../src/domains/berichte/model/kapitel.ts";
import { type BerichtAkte, berichtOf, halbjahresberichtOf } from "../../src/domains/berichte/queries/berichte.ts";
import { kapitelIn } from "../../src/domains/berichte/queries/kapitel.ts";
import { today } from "../../src/platform/clock.ts";
import type { Zeitraum } from "../../src/domains/auswertung/index.ts";
import type { Actor } from "../../src/platform/actor.ts";
import { readAs, writeAs } from "../../src/platform/db.ts";

export const H1_2023 = { von: "2023-01-01", bis: "2023-06-30" };

/** A draft through the command; its id. */
export const neuerEntwurf = (actor: Actor, zeitraum: Zeitraum = H1_2023): Promise<string> =>
  writeAs(actor, (tx) => createBericht(tx, actor, { zeitraum, vorlage: null }));

/** A released report through the commands; its id. Something must have been counted before. */
export async function freigegebener(actor: Actor, zeitraum: Zeitraum = H1_2023): Promise<string> {
  const id = await neuerEntwurf(actor, zeitraum);
  await writeAs(actor, (tx) => releaseBericht(tx, actor, { id, version: 1 }));
  return id;
}

/** What the form of the head sends when only these fields were typed in. */
export const getippt = (akte: BerichtAkte, typed: Readonly<Record<string, string>> = {}) => ({
  ...Object.fromEntries(Object.entries(kopfValues(akte)).map(([name, [value = ""]]) => [name, value])),
  ...typed,
});

/** A chapter of a draft by its kind. */
export async function kapitelVon(actor: Actor, bericht: string, art: Art): Promise<Kapitel> {
  const all = await readAs(actor, (tx) => kapitelIn(tx, bericht));
  const found = all.find((k) => k.art === art);
  if (found === undefined) throw new Error(`Der Entwurf hat kein Kapitel „${art}“.`);
  return found;
}

/** What the form of a chapter sends when only these fields were typed in. */
export async function kapitelGetippt(
  actor: Actor,
  bericht: string,
  art: Art,
  typed: Readonly<Record<string, string>> = {},
): Promise<Record<string, string>> {
  const kapitel = await kapitelVon(actor, bericht, art);
  return readAs(actor, async (tx) => {
    const { grundlage } = await halbjahresberichtOf(tx, actor.kreis, await berichtOf(tx, actor, bericht), today());
    const gesehen = vorschlagOf(grundlage, art);
    return { titel: kapitel.titel, text: textOf(grundlage, kapitel), gesehen, ...typed };
  });
}

/** Writes the text of a chapter through the command, as its form would. */
export async function schreib(
  actor: Actor,
  bericht: string,
  art: Art,
  typed: Readonly<Record<string, string>>,
  version?: number,
): Promise<void> {
  const kapitel = await kapitelVon(actor, bericht, art);
  const input = KapitelEingabe.parse(await kapitelGetippt(actor, bericht, art, typed));
  const at = { id: kapitel.id, version: version ?? kapitel.version };
  await writeAs(actor, (tx) => changeKapitel(tx, actor, at, input));
}
