import { createBericht } from "../../src/domains/berichte/commands/create-bericht.ts";
import { releaseBericht } from "../../src/domains/berichte/commands/release-bericht.ts";
import { EntwurfEingabe } from "../../src/domains/berichte/model/eingabe.ts";
import { entwurfValues } from "../../src/domains/berichte/model/form-values.ts";
import type { Halbjahresbericht } from "../../src/domains/berichte/model/halbjahresbericht.ts";
import { BAUSTEINE, vorschlaege } from "../../src/domains/berichte/model/vorschlag.ts";
import type { Zeitraum } from "../../src/domains/auswertung/index.ts";
import type { Actor } from "../../src/platform/actor.ts";
import { writeAs } from "../../src/platform/db.ts";

export const H1_2023 = { von: "2023-01-01", bis: "2023-06-30" };

/** A draft through the command; its id. */
export const neuerEntwurf = (actor: Actor, zeitraum: Zeitraum = H1_2023): Promise<string> =>
  writeAs(actor, (tx) => createBericht(tx, actor, { zeitraum }));

/** A released report through the commands; its id. Something must have been counted before. */
export async function freigegebener(actor: Actor, zeitraum: Zeitraum = H1_2023): Promise<string> {
  const id = await neuerEntwurf(actor, zeitraum);
  await writeAs(actor, (tx) => releaseBericht(tx, actor, { id, version: 1 }));
  return id;
}

/** What the form of a draft sends when only these fields were typed in. */
export function getippt(b: Halbjahresbericht, typed: Readonly<Record<string, string>> = {}) {
  const shown = Object.fromEntries(Object.entries(entwurfValues(b)).map(([name, [value = ""]]) => [name, value]));
  const suggestions = vorschlaege(b.grundlage);
  const seen = Object.fromEntries(BAUSTEINE.map((key) => [`gesehen_${key}`, suggestions[key]]));
  return { ...shown, ...seen, ...typed };
}

/** The same as the command takes it. */
export const eingabe = (b: Halbjahresbericht, typed?: Readonly<Record<string, string>>) =>
  EntwurfEingabe.parse(getippt(b, typed));
