import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { refuseClosed } from "../../../platform/choice.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { codelisten, wahlAm } from "../../codelisten/index.ts";
import type { Phase } from "../model/phasen.ts";
import { GRUND, sealText } from "../queries/sealed.ts";

/** Whose file a row belongs to: that of the person, whoever writes. */
export type Akte = { readonly kreis: string; readonly traeger_id: string; readonly konto_id: string };

/** The file and the key of a person. @throws NotFound for a foreign one as for none */
export async function akteOf(tx: Tx, actor: Actor, personId: string): Promise<{ akte: Akte; key: DataKey }> {
  const akte = await tx
    .selectFrom("kim.person")
    .select(["kreis", "traeger_id", "konto_id"])
    .where("id", "=", personId)
    .executeTakeFirst();
  const key = (await subjectKeys(tx, actor.kreis, [personId])).get(personId);
  if (akte === undefined || key === undefined) throw new NotFound();
  return { akte, key };
}

const CODED = {
  zugangsweg: "Wie kam die Person zu Ihnen?",
  abschlussgrund: "Warum endet der Fall?",
} as const;

/** @throws Refused where a code has ended by that day; what the case has already may stay */
export async function refuseEnded(
  tx: Tx,
  name: keyof typeof CODED,
  code: string | null,
  day: string,
  kept: string | null = null,
): Promise<void> {
  if (code === null) return;
  const list = wahlAm((await codelisten(tx))[name], day);
  refuseClosed({ name, label: CODED[name], list, chosen: [code], kept: [kept] });
}

/** @throws Refused for a day that has not come */
export function refuseLater(field: string, day: string | null, today: string): void {
  if (day !== null && day > today)
    throw new Refused("Dieser Tag liegt in der Zukunft. Geben Sie an, wann es war.", field);
}

export type NeuerSchritt = {
  readonly fallId: string;
  readonly folge: number;
  readonly von: Phase | null;
  readonly nach: Phase;
  readonly am: string;
  readonly grund: string | null;
  readonly abschlussgrund: string | null;
};

/** Adds a step to the history of a case. */
export async function writeSchritt(
  tx: Tx,
  actor: Actor,
  { akte, key }: { readonly akte: Akte; readonly key: DataKey },
  schritt: NeuerSchritt,
): Promise<void> {
  const id = randomUUID();
  await tx
    .insertInto("kim.fall_schritt")
    .values({
      ...akte,
      id,
      fall_id: schritt.fallId,
      folge: schritt.folge,
      von: schritt.von,
      nach: schritt.nach,
      am: schritt.am,
      erfasst_von: actor.kontoId,
      grund: sealText(key, { kreis: akte.kreis, id }, GRUND, schritt.grund),
      abschlussgrund: schritt.abschlussgrund,
    })
    .execute();
}
