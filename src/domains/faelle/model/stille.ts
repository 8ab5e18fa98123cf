import { z } from "zod";
import { id, text } from "../../../platform/fields.ts";
import { ENDEN, type Phase, schritteAus } from "./phasen.ts";

/** After how many months without contact a case is asked about. */
export const MONATE = ["3", "6", "12"] as const;
/** So many cases are shown, and answered, at once. */
export const PAGE = 25;
export const ROWS = Array.from({ length: PAGE }, (_, i) => i + 1);

export const TUN = { wecken: "wecken", schliessen: "beenden" } as const;
export type Tun = keyof typeof TUN;

const CELLS = ["fall", "version", "tun", "grund", "ende"] as const;
type Cell = (typeof CELLS)[number];
export const cellName = (row: number, cell: Cell): string => `r${row}_${cell}`;

const MOST_REASON = 300;
const cells: Record<string, z.ZodOptional<z.ZodType<string, string>>> = Object.fromEntries(
  ROWS.flatMap((row) =>
    CELLS.map((cell) => [cellName(row, cell), (cell === "fall" ? id() : text(MOST_REASON)).optional()]),
  ),
);

/** One case of the list with what is to become of it. */
export type StilleZeile = {
  readonly row: number;
  readonly fall: string;
  readonly version: number;
  readonly tun: Tun;
  readonly grund: string;
  readonly ende: string | null;
};

type Typed = Readonly<Record<string, unknown>>;
const typedIn = (typed: Typed, row: number, cell: Cell): string => {
  const value = typed[cellName(row, cell)];
  return typeof value === "string" ? value.trim() : "";
};

/** The rows for which something was chosen; the others stay as they are. */
export const zeilenIn = (typed: Typed): StilleZeile[] =>
  ROWS.flatMap((row) => {
    const tun = typedIn(typed, row, "tun");
    if (tun !== "wecken" && tun !== "schliessen") return [];
    return [
      {
        row,
        fall: typedIn(typed, row, "fall"),
        version: Number(typedIn(typed, row, "version")) || 0,
        tun,
        grund: typedIn(typed, row, "grund"),
        ende: typedIn(typed, row, "ende") || null,
      },
    ];
  });

export const StilleEingabe = z.object(cells).superRefine((typed, ctx) => {
  const rows = zeilenIn(typed);
  if (rows.length === 0) {
    ctx.addIssue({
      code: "custom",
      path: [cellName(1, "tun")],
      message: "Wählen Sie bei mindestens einem Fall, was geschehen soll.",
    });
  }
  for (const { row, grund } of rows) {
    if (grund !== "") continue;
    ctx.addIssue({ code: "custom", path: [cellName(row, "grund")], message: "Schreiben Sie in einem Satz, warum." });
  }
});
export type StilleEingabe = z.output<typeof StilleEingabe>;

/** Where ending leads from a phase: before the assessment there was no case yet. */
export const endeAus = (phase: Phase): Phase =>
  schritteAus(phase).some(({ nach }) => nach === "abgeschlossen") ? "abgeschlossen" : "nicht_zustande";

/** Where a case that rested goes on: where it came from. */
export function weiterAus(schritte: readonly { readonly von: Phase | null; readonly nach: Phase }[]): Phase {
  const before = schritte.findLast(({ nach }) => nach === "ruhend")?.von ?? "umsetzung";
  return ENDEN.some((ende) => ende === before) ? "umsetzung" : before;
}
