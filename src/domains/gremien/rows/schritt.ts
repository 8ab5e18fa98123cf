import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import type { Stand as AuftragStand } from "../model/auftrag.ts";
import type { Stand as SitzungStand } from "../model/sitzung.ts";

type SitzungSchritt = {
  readonly sitzungId: string;
  readonly von: SitzungStand | null;
  readonly nach: SitzungStand;
  readonly grund: string | null;
};

/** Writes how far a meeting is now. */
export async function writeSitzungSchritt(tx: Tx, { kreis, kontoId }: Actor, schritt: SitzungSchritt): Promise<void> {
  const { sitzungId, ...step } = schritt;
  await tx
    .insertInto("kim.gremium_sitzung_schritt")
    .values({ kreis, sitzung_id: sitzungId, ...step, am: today(), getan_von: kontoId })
    .execute();
}

type AuftragSchritt = {
  readonly auftragId: string;
  readonly von: AuftragStand | null;
  readonly nach: AuftragStand;
  readonly notiz: string | null;
  readonly faelligAm: string;
};

/** Writes what became of an Auftrag. */
export async function writeAuftragSchritt(tx: Tx, { kreis, kontoId }: Actor, schritt: AuftragSchritt): Promise<void> {
  const { auftragId, faelligAm, ...step } = schritt;
  await tx
    .insertInto("kim.auftrag_schritt")
    .values({ kreis, auftrag_id: auftragId, ...step, faellig_am: faelligAm, am: today(), getan_von: kontoId })
    .execute();
}
