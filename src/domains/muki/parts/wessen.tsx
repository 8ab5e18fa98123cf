import { Choices, type Column, Entered } from "../../../ui/index.ts";
import type { Place } from "../../../platform/place.ts";
import { type Vertretene, type Wessen, wessenWahl } from "../../zustaendigkeit/index.ts";

type Whose = { readonly path: string; readonly wessen: Wessen; readonly fuer: readonly Vertretene[] };

const ofWhom = (path: string, wessen: Wessen): string => (wessen === undefined ? path : `${path}?wessen=${wessen}`);

/** One's own, those of somebody one stands in for, or all of them; nothing where there is nobody. */
export const WessenWahl = ({ path, wessen, fuer, label }: Whose & { readonly label: string }) => (
  <Choices label={label} items={wessenWahl(fuer, wessen, (of) => ofWhom(path, of))} />
);

/** Whose each is, where a list is over several accounts. */
export function akteVon<Row extends { readonly kontoId: string }>({ wessen, fuer }: Whose): readonly Column<Row>[] {
  const names = new Map(fuer.map(({ id, name }) => [id, name]));
  if (wessen !== "alle") return [];
  return [{ label: "Akte von", cell: (row) => <Entered>{names.get(row.kontoId) ?? "mir"}</Entered> }];
}

/** Another page of the same list. */
export function beyond({ path, wessen }: Whose, word: "aeltere" | "neuere", place: Place | undefined) {
  if (place === undefined) return undefined;
  const whom = wessen === undefined ? {} : { wessen };
  return `${path}?${new URLSearchParams({ ...whom, [word]: `${place.am}_${place.id}` }).toString()}`;
}
