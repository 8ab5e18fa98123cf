import { Status } from "../../../ui/index.ts";
import type { Stand, UebernahmeKurz } from "../model/uebernahme.ts";

const WORTE: Readonly<Record<Stand, string>> = {
  liest: "wird gelesen",
  gelesen: "wartet auf Sie",
  unlesbar: "nicht lesbar",
  uebernimmt: "wird übernommen",
  uebernommen: "übernommen",
  nimmt_zurueck: "wird zurückgenommen",
  zurueckgenommen: "zurückgenommen",
};
const SYMBOLE = {
  liest: undefined,
  gelesen: "arrow-forward",
  unlesbar: "danger",
  uebernimmt: undefined,
  uebernommen: "success",
  nimmt_zurueck: undefined,
  zurueckgenommen: "info",
} as const;

/** States in which the worker is at it. */
export const LAEUFT: ReadonlySet<Stand> = new Set(["liest", "uebernimmt", "nimmt_zurueck"]);

/** Where a list stands, with a symbol and how far it is. */
export function ListenStand({
  liste,
}: {
  readonly liste: Pick<UebernahmeKurz, "stand" | "fortschritt" | "nachgeholt">;
}) {
  const { stand, fortschritt, nachgeholt } = liste;
  return (
    <Status kind={SYMBOLE[stand]}>
      {nachgeholt && stand === "gelesen" ? "Rest wartet auf Sie" : WORTE[stand]}
      {LAEUFT.has(stand) ? ` (${fortschritt} %)` : ""}
    </Status>
  );
}
