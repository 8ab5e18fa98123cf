import { randomUUID } from "node:crypto";
import type { Rolle } from "../../src/domains/zugang/model/rechte.ts";
import { recordBeratung } from "../../src/domains/beratungen/index.ts";
import { BeratungEingabe } from "../../src/domains/beratungen/model/eingabe.ts";
import { systemActor } from "../../src/platform/actor.ts";
import { today } from "../../src/platform/clock.ts";
import { writeAs } from "../../src/platform/db.ts";
import { Refused, type Values, readForm } from "../../src/platform/form.ts";
import { type TestKonto, testKonto, testTraeger } from "./konten.ts";

/** An employer with two sites in two Kommunen of a Kreis, and somebody who counsels there. */
export type Beratungsstelle = {
  readonly kreis: string;
  readonly traegerId: string;
  /** Site in the first Kommune; the account works there. */
  readonly standortId: string;
  readonly zweiterStandortId: string;
  /** First, second and third Kommune; the third has no site. */
  readonly ags: readonly [string, string, string];
  readonly konto: TestKonto;
};

/** Makes one; several in the same Kreis share its Kommunen. */
export async function beratungsstelle(
  kreis = "05382",
  rollen: readonly Rolle[] = ["cm_lokal"],
): Promise<Beratungsstelle> {
  const traegerId = await testTraeger(kreis);
  const konto = await testKonto({ kreis, traegerId, rollen });
  const ags: [string, string, string] = [`${kreis}060`, `${kreis}028`, `${kreis}072`];
  const names = ["Siegburg", "Lohmar", "Wachtberg"];
  const [standortId, zweiterStandortId] = [randomUUID(), randomUUID()];
  await writeAs(systemActor(kreis, traegerId), async (tx) => {
    await tx
      .insertInto("kim.kommune")
      .values(ags.map((one, i) => ({ kreis, ags: one, name: names[i] ?? "" })))
      .onConflict((c) => c.doNothing())
      .execute();
    const site = { kreis, traeger_id: traegerId };
    await tx
      .insertInto("kim.standort")
      .values([
        { ...site, id: standortId, ags: ags[0], name: "Siegburg, Rathaus" },
        { ...site, id: zweiterStandortId, ags: ags[1], name: "Lohmar, Familienzentrum" },
      ])
      .execute();
    await tx.updateTable("kim.konto").set({ standort_id: standortId }).where("id", "=", konto.actor.kontoId).execute();
  });
  return { kreis, traegerId, standortId, zweiterStandortId, ags, konto };
}

type Typed = Readonly<Record<string, string | readonly string[]>>;

/** What somebody types into the capture form for an anonymous consultation; `more` replaces fields. */
export const typed = (stelle: Pick<Beratungsstelle, "standortId">, more: Typed = {}): Typed => ({
  am: today(),
  ort: `standort:${stelle.standortId}`,
  kontaktweg: "termin",
  stufe: "1",
  themen: ["sprache", "aufenthalt"],
  sprache: "uk",
  verstaendigung: "uebersetzungsgeraet",
  dauer: "30",
  ergebnis: "an_sprachkurs",
  ...more,
});

/** The same as the form's schema passes it on; `unknown` fields are refused as on the page. */
export function eingabe(stelle: Pick<Beratungsstelle, "standortId">, more: Typed = {}): BeratungEingabe {
  const form = readForm(BeratungEingabe, valuesOf(typed(stelle, more)), today());
  if (!form.ok) throw new Refused(form.errors);
  return form.value;
}

/** Records what was typed as the one who counsels there; the id. */
export const erfasse = (stelle: Beratungsstelle, more: Typed = {}): Promise<string> =>
  writeAs(stelle.konto.actor, (tx) => recordBeratung(tx, stelle.konto.actor, eingabe(stelle, more)));

/** What was typed as the browser sends it. */
export const valuesOf = (fields: Typed): Values =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value].flat()]));
