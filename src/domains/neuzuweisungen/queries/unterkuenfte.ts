import type { Choice } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, type Values } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";

/** Where people are accommodated. `breite` and `laenge`: degrees (WGS 84), both or neither. */
export type Unterkunft = {
  readonly id: string;
  readonly name: string;
  readonly anschrift: string | null;
  readonly ags: string;
  readonly kommune: string;
  readonly breite: number | null;
  readonly laenge: number | null;
  readonly geschlossenAb: string | null;
  readonly version: number;
};

const rows = (tx: Tx) =>
  tx
    .selectFrom("kim.unterkunft as u")
    .innerJoin("kim.kommune as k", (on) => on.onRef("k.kreis", "=", "u.kreis").onRef("k.ags", "=", "u.ags"))
    .select(["u.id", "u.name", "u.anschrift", "u.ags", "k.name as kommune", "u.breite", "u.laenge"])
    .select(["u.geschlossen_ab as geschlossenAb", "u.version"]);

type Row = Awaited<ReturnType<ReturnType<typeof rows>["execute"]>>[number];
const grad = (stored: string | null): number | null => (stored === null ? null : Number(stored));
const unterkunft = (row: Row): Unterkunft => ({ ...row, breite: grad(row.breite), laenge: grad(row.laenge) });

/** Every place of the Kreis, by Kommune and name; closed ones included. */
export const unterkuenfte = async (tx: Tx): Promise<Unterkunft[]> =>
  (await rows(tx).orderBy("k.name").orderBy("u.name").orderBy("u.id").execute()).map(unterkunft);

/** @throws NotFound */
export async function unterkunftOf(tx: Tx, id: string): Promise<Unterkunft> {
  const row = isId(id) ? await rows(tx).where("u.id", "=", id).executeTakeFirst() : undefined;
  if (row === undefined) throw new NotFound();
  return unterkunft(row);
}

const isOpen = ({ geschlossenAb }: Unterkunft): boolean => geschlossenAb === null || geschlossenAb > today();

/** The same to choose from. */
export const unterkunftWahl = (list: readonly Unterkunft[]): Choice[] =>
  list.map((one) => ({ value: one.id, name: `${one.name}, ${one.kommune}`, open: isOpen(one) }));

export const unterkunftValues = (u: Unterkunft): Values => ({
  name: [u.name],
  kommune: [u.ags],
  anschrift: [u.anschrift ?? ""],
  breite: [u.breite === null ? "" : String(u.breite).replace(".", ",")],
  laenge: [u.laenge === null ? "" : String(u.laenge).replace(".", ",")],
  geschlossen_ab: [u.geschlossenAb ?? ""],
});

const plain = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\s,.-]+/gu, " ")
    .trim()
    .toLowerCase();

/** The place that a list means by its words: its name or its address, and no other of the same; undefined where that is not sure. */
export function unterkunftIn(
  list: readonly Unterkunft[],
  text: string | null,
  ags: string | null,
): Unterkunft | undefined {
  const said = plain(text ?? "");
  if (said === "") return undefined;
  const fits = ({ name, anschrift }: Unterkunft) => {
    const own = plain(name);
    const at = plain(anschrift ?? "");
    return said === own || said.startsWith(`${own} `) || (at !== "" && (said === at || said.endsWith(` ${at}`)));
  };
  const found = list.filter((one) => (ags === null || one.ags === ags) && fits(one));
  return found.length === 1 ? found[0] : undefined;
}
