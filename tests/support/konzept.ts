import { createKonzept } from "../../src/domains/konzept/commands/create-konzept.ts";
import { saveTeil } from "../../src/domains/konzept/commands/save-teil.ts";
import { NeuesKonzept } from "../../src/domains/konzept/model/eingabe.ts";
import { type Kapitel, type Teil } from "../../src/domains/konzept/model/konzept.ts";
import type { TeilArt } from "../../src/domains/konzept/model/teile.ts";
import { kapitelIn } from "../../src/domains/konzept/queries/kapitel.ts";
import type { Actor } from "../../src/platform/actor.ts";
import { readAs, writeAs } from "../../src/platform/db.ts";

/** A draft with one chapter about Bildung 0–6; its id. */
export const neuesKonzept = (actor: Actor, titel = "Bildung 0–6"): Promise<string> =>
  writeAs(actor, (tx) =>
    createKonzept(
      tx,
      actor,
      NeuesKonzept.parse({ titel, zeitraum: "2025-01-01_2025-12-31", handlungsfelder: ["bildung_0_6"] }),
    ),
  );

/** The first chapter of a draft. */
export async function kapitelDavon(actor: Actor, konzept: string): Promise<Kapitel> {
  const [kapitel] = await readAs(actor, (tx) => kapitelIn(tx, konzept));
  if (kapitel === undefined) throw new Error("Das Konzept hat kein Kapitel.");
  return kapitel;
}

/** A part of it. */
export async function teilDavon(actor: Actor, konzept: string, art: TeilArt): Promise<Teil> {
  const found = (await kapitelDavon(actor, konzept)).teile.find((t) => t.art === art);
  if (found === undefined) throw new Error(`Das Kapitel hat keinen Teil ${art}.`);
  return found;
}

/** Writes a part through the command, from the version that is stored. Returns it. */
export async function schreibTeil(actor: Actor, konzept: string, art: TeilArt, text: string): Promise<Teil> {
  const { id, version } = await teilDavon(actor, konzept, art);
  await writeAs(actor, (tx) => saveTeil(tx, actor, { id, version }, { text }));
  return teilDavon(actor, konzept, art);
}
