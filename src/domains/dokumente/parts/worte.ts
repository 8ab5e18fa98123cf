import { tagText } from "../../../platform/span.ts";
import { KINDS } from "../../../platform/files/kind.ts";
import { groesseText } from "../model/dokument.ts";
import type { Dokument, FallWahl } from "../queries/dokumente.ts";

/** `2026-0042`, as the case itself is called. */
export const fallZeichen = ({ jahr, nummer }: Pick<FallWahl, "jahr" | "nummer">): string =>
  `Fall ${jahr}-${String(nummer).padStart(4, "0")}`;

export const dateiText = ({ typ, groesse }: Pick<Dokument, "typ" | "groesse">): string =>
  `${KINDS[typ].name}, ${groesseText(groesse)}`;

const DAY_MS = 86_400_000;
/** So many days before it runs out, somebody has to be told. */
const BALD_TAGE = 60;

export type Gilt = { readonly kind: "success" | "warning" | "danger"; readonly text: string };

/** How long a document still holds, at a glance; undefined where nothing is said about it. Days are ISO. */
export function gilt(bis: string | null, heute: string): Gilt | undefined {
  if (bis === null) return undefined;
  if (bis < heute) return { kind: "danger", text: `abgelaufen am ${tagText(bis)}` };
  const bald = (Date.parse(bis) - Date.parse(heute)) / DAY_MS <= BALD_TAGE;
  return { kind: bald ? "warning" : "success", text: `${bald ? "läuft ab am" : "bis"} ${tagText(bis)}` };
}
