import type { Owner } from "../../../platform/actor.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import { type Beratungsdaten, schluesselArt } from "../model/beratung.ts";
import { sealNote } from "../queries/notiz.ts";
import { beratungColumns } from "./beratung.ts";

/** A consultation about to be stored with many others, as its stage may hold it (`nachStufe`). */
export type BeratungDaten = Beratungsdaten & {
  readonly id: string;
  readonly ags: string;
  readonly standortId?: string;
};

/** Under whose id the key of a note is found. */
export function noteKeyId(traegerId: string, b: Pick<BeratungDaten, "id" | "stufe" | "personen">): string {
  const art = schluesselArt(b);
  return art === "person" ? (b.personen[0] ?? "") : art === "beratung" ? b.id : traegerId;
}

/** The rows of many consultations, in their order. A note without a key is left out. */
export function beratungRows(
  { kreis, traegerId, kontoId }: Owner,
  keys: ReadonlyMap<string, DataKey>,
  beratungen: readonly BeratungDaten[],
) {
  const owner = { kreis, traeger_id: traegerId, konto_id: kontoId };
  const beratung = beratungen.map((b) => {
    const under = noteKeyId(traegerId, b);
    const key = b.notiz === "" ? undefined : keys.get(under);
    return {
      ...owner,
      id: b.id,
      ags: b.ags,
      standort_id: b.standortId ?? null,
      ...beratungColumns(b),
      notiz: key === undefined ? null : sealNote(key, kreis, b.id, b.notiz),
      notiz_schluessel: key === undefined ? null : under,
    };
  });
  const thema = beratungen.flatMap(({ id, themen }) =>
    themen.map((handlungsfeld) => ({ ...owner, beratung_id: id, handlungsfeld })),
  );
  const person = beratungen.flatMap(({ id, am, personen }) =>
    [...new Set(personen)].map((person_id) => ({ ...owner, beratung_id: id, person_id, am })),
  );
  return { beratung, thema, person };
}
