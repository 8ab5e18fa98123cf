import { refuseClosed } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { codelisten, wahlAm } from "../../codelisten/index.ts";
import { LABEL } from "../model/texte.ts";

type Gewaehlt = {
  readonly name: "status" | "art" | "vorher";
  readonly label: keyof typeof LABEL;
  readonly liste: "aufenthaltsstatus" | "leistung" | "werdegang";
  readonly code: string | null;
  readonly kept: string | null | undefined;
};

/** @throws Refused naming each field of which a code was chosen that has ended, or is none */
export async function refuseEnded(tx: Tx, ...chosen: readonly Gewaehlt[]): Promise<void> {
  const lists = await codelisten(tx);
  refuseClosed(
    ...chosen.map(({ name, label, liste, code, kept }) => ({
      name,
      label: LABEL[label],
      list: wahlAm(lists[liste], today()),
      chosen: code === null ? [] : [code],
      kept: [kept],
    })),
  );
}
