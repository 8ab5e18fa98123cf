import { createKonto, createStandort, createTraeger, installKreis } from "../../domains/verwaltung/index.ts";
import { systemActor } from "../../platform/actor.ts";
import { type Tx, writeAs } from "../../platform/db.ts";
import type { Administrator } from "../../platform/postgres/administrator.ts";
import { z } from "zod";
import type { Berater } from "./laden.ts";
import { type KontoPlan, VON } from "./plan.ts";

const traegerName = (n: number): string => `Bench-Träger ${String(n + 1).padStart(2, "0")}`;

/** The Kreise to fill, the one with a template of Kommunen first. */
export async function kreiseOf(admin: Administrator, anzahl: number): Promise<string[]> {
  const rows = await admin.query(
    "select code from ref.kim_kommune where gueltig_bis is null order by code <> '05382', code limit $1",
    [anzahl],
  );
  return rows.map(({ code }) => String(code));
}

/** Sets up each Kreis that is not there yet, in one transaction, with the commands that people use. */
export async function stellePersonalEin(
  admin: Administrator,
  plan: readonly KontoPlan[],
  report: (line: string) => void,
): Promise<void> {
  const there = new Set((await admin.query("select kreis from betrieb.mandant")).map(({ kreis }) => String(kreis)));
  const missing = [...Map.groupBy(plan, ({ kreis }) => kreis)].filter(([kreis]) => !there.has(kreis));
  for (const [i, [kreis, konten]] of missing.entries()) {
    await writeAs(systemActor(kreis), (tx) => einKreis(tx, kreis, konten));
    if ((i + 1) % 10 === 0) report(`${i + 1} von ${missing.length} Kreisen sind eingerichtet …`);
  }
  // Nobody signs in with a password here; sessions are opened for them.
  await admin.query("update kim.konto set status = 'aktiv' where status <> 'aktiv'");
}

async function einKreis(tx: Tx, kreis: string, konten: readonly KontoPlan[]): Promise<void> {
  const actor = systemActor(kreis);
  const mail = (name: string) => `${name}.${kreis}@beispiel.example`;
  const first = await installKreis(tx, {
    kreis,
    traegerName: traegerName(0),
    adminName: "Ada Exempel",
    adminEmail: mail("ada"),
  });
  const kommunen = await kommunenIn(tx, kreis);
  const rolle = (code: string) => [{ rolle: code, von: VON, bis: null }];
  await createKonto(tx, actor, {
    traegerId: first.traegerId,
    name: "Jo Muster",
    email: mail("jo"),
    rollen: rolle("kim_koordination"),
  });
  for (const [t, ofTraeger] of Map.groupBy(konten, ({ traeger }) => traeger)) {
    const traegerId =
      t === 0 ? first.traegerId : await createTraeger(tx, actor, { name: traegerName(t), art: "wohlfahrt" });
    for (const { konto } of ofTraeger) {
      const ags = kommunen[(t + konto) % kommunen.length] ?? "";
      const name = `Stelle ${konto + 1}`;
      const standortId = await createStandort(tx, actor, { traegerId, ags, name });
      const wer = { traegerId, standortId, name: `Mira Beispiel ${t + 1}-${konto + 1}`, email: mail(`m${t}.${konto}`) };
      await createKonto(tx, actor, { ...wer, rollen: rolle("cm_lokal") });
    }
  }
}

/** For most Kreise there is no template: they get a few invented Kommunen. */
async function kommunenIn(tx: Tx, kreis: string): Promise<string[]> {
  const there = await tx.selectFrom("kim.kommune").select("ags").orderBy("ags").execute();
  if (there.length > 0) return there.map(({ ags }) => ags);
  const keys =
    kreis.length === 8
      ? [kreis]
      : Array.from({ length: 10 }, (_, i) => `${kreis}${String(4 * (i + 1)).padStart(3, "0")}`);
  await tx
    .insertInto("kim.kommune")
    .values(keys.map((ags, i) => ({ kreis, ags, name: `Musterstadt ${i + 1}` })))
    .execute();
  return keys;
}

const Zeile = z.object({
  kreis: z.string(),
  traeger: z.string(),
  traegerId: z.string(),
  kontoId: z.string(),
  standortId: z.string(),
  ags: z.string(),
});

/** Which account a plan means: always the same one, however often the command is run. */
export async function beraterOf(admin: Administrator): Promise<(plan: KontoPlan) => Berater> {
  const rows = await admin.query(`
    select k.kreis, t.name as traeger, t.id as "traegerId", k.id as "kontoId", s.id as "standortId", s.ags
    from kim.konto k
    join kim.traeger t on t.kreis = k.kreis and t.id = k.traeger_id
    join kim.standort s on s.kreis = k.kreis and s.id = k.standort_id
    order by k.id`);
  const by = Map.groupBy(z.array(Zeile).parse(rows), ({ kreis, traeger }) => `${kreis} ${traeger}`);
  return ({ kreis, traeger, konto }) => {
    const found = by.get(`${kreis} ${traegerName(traeger)}`)?.[konto];
    if (found === undefined) throw new Error(`In ${kreis} fehlt ein Konto.`);
    return found;
  };
}
