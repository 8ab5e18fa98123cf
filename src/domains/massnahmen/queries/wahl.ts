import type { Choice } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { isOpen, tagText } from "../../../platform/span.ts";
import { beschluesse, gremien, kurz } from "../../gremien/index.ts";
import { isEnde, luecken, nameVon } from "../../luecken/index.ts";
import { organisationen } from "../../verweise/index.ts";

/** What the form of a measure offers. */
export type Wahl = {
  readonly luecken: readonly Choice[];
  readonly organisationen: readonly Choice[];
  readonly beschluesse: readonly Choice[];
  readonly gruppen: readonly Choice[];
};

/** Gaps that stand for themselves and are not over; organisations that are open; what was accepted; groups that still meet. */
export async function wahl(tx: Tx): Promise<Wahl> {
  return {
    luecken: (await luecken(tx)).map((one) => ({
      value: one.id,
      name: nameVon(one),
      open: one.inId === null && !isEnde(one.stand),
    })),
    organisationen: (await organisationen(tx)).map(({ id, name, geschlossenAb }) => ({
      value: id,
      name,
      open: geschlossenAb === null || geschlossenAb > today(),
    })),
    beschluesse: (await beschluesse(tx)).map((one) => ({
      value: one.id,
      name: `${one.nummer} vom ${tagText(one.gefasstAm)}: ${kurz(one.wortlaut)}`,
      open: one.ergebnis === "angenommen",
    })),
    gruppen: (await gremien(tx)).map(({ id, name, beendetAm }) => ({
      value: id,
      name,
      open: isOpen({ bis: beendetAm }, today()),
    })),
  };
}
