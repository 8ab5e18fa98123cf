import { type DataKey, open, seal } from "../../../platform/tresor.ts";

/** The texts of a case and of its steps. All lie under the key of the person: who is erased, of whom nothing is left here. */
type Spot =
  | { readonly table: "kim.fall"; readonly column: "anliegen" | "weiteres_wer" }
  | { readonly table: "kim.fall_schritt"; readonly column: "grund" };

type Row = { readonly kreis: string; readonly id: string };

const place = ({ kreis, id }: Row, spot: Spot) => ({ kreis, row: id, ...spot });

export const ANLIEGEN = { table: "kim.fall", column: "anliegen" } as const satisfies Spot;
export const WEITERES_WER = { table: "kim.fall", column: "weiteres_wer" } as const satisfies Spot;
export const GRUND = { table: "kim.fall_schritt", column: "grund" } as const satisfies Spot;

export const sealText = (key: DataKey, row: Row, spot: Spot, text: string | null): Buffer | null =>
  text === null ? null : seal(key, place(row, spot), text);

/** null where nothing was written, and where the key is gone. */
export const openText = (key: DataKey | undefined, row: Row, spot: Spot, sealed: Buffer | null): string | null =>
  sealed === null || key === undefined ? null : open(key, place(row, spot), sealed);
