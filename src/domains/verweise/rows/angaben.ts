import { refuseClosed } from "../../../platform/choice.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { refuseLater } from "../../../platform/not-later.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import { codelisten, wahlAm } from "../../codelisten/index.ts";
import type { VerweisAngaben } from "../model/verweis.ts";
import { BEDARF } from "../queries/sealed.ts";
import { type Stelle, stelleValue, stellen } from "../queries/stellen.ts";
import type { Verweis } from "../queries/verweise.ts";

/** Where it leads and what it is about, settled: the field is that of the offer where nobody says another. */
export type Ziel = Stelle & { readonly feld: string };

type Kept = Pick<Verweis, "organisationId" | "angebotId" | "handlungsfeld">;

/** @throws Refused naming the field that has to be put right; what a referral has already may stay */
export async function pruefe(tx: Tx, input: VerweisAngaben, kept?: Kept): Promise<Ziel> {
  refuseLater("am", input.am);
  const alle = await stellen(tx);
  refuseClosed({
    name: "stelle",
    label: "Wohin?",
    list: alle,
    chosen: [input.stelle],
    kept: kept === undefined ? [] : [stelleValue(kept)],
  });
  const stelle = alle.find((one) => one.value === input.stelle);
  if (stelle === undefined) throw new Refused("Wählen Sie, wohin Sie verweisen.", "stelle");
  const feld = input.handlungsfeld ?? stelle.handlungsfeld;
  if (feld === undefined) {
    throw new Refused("Wählen Sie, worum es geht: Diese Organisation hilft bei mehrerem.", "handlungsfeld");
  }
  const list = wahlAm((await codelisten(tx)).handlungsfeld, input.am);
  refuseClosed({ name: "handlungsfeld", label: "Worum geht es?", list, chosen: [feld], kept: [kept?.handlungsfeld] });
  if (input.termin_um !== null && input.termin_am === null) {
    throw new Refused("Geben Sie zur Uhrzeit auch den Tag des Termins an.", "termin_am");
  }
  if (input.nachfragen_am < input.am) {
    throw new Refused("Nachfragen können Sie erst nach dem Verweis. Prüfen Sie den Tag.", "nachfragen_am");
  }
  return { ...stelle, feld };
}

/** What a form says of a referral, as its row keeps it. */
export const angabenRow = (
  key: DataKey,
  row: { readonly kreis: string; readonly id: string },
  input: VerweisAngaben,
  { organisation, angebot, feld }: Ziel,
) => ({
  organisation_id: organisation.id,
  angebot_id: angebot?.id ?? null,
  organisation_art: organisation.art,
  handlungsfeld: feld,
  warum: input.warum,
  bedarf: sealText(key, row, BEDARF, input.bedarf),
  kontakt: input.kontakt,
  am: input.am,
  termin_am: input.termin_am,
  termin_um: input.termin_um,
  nachfragen_am: input.nachfragen_am,
});
