import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { type Team, nummerOn, takeOver, team } from "../../../../tests/support/erneuern.ts";
import { type TestKonto, testTraeger } from "../../../../tests/support/konten.ts";
import { useProduct } from "../../../../tests/support/product.ts";
import type { Actor } from "../../../platform/actor.ts";
import { type Tx, writeAs } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { actorOf, confirmKonto, emailHash } from "../../zugang/index.ts";
import { agreeAsOperator, agreeRolle } from "../commands/agree-rolle.ts";
import { createKonto } from "../commands/create-konto.ts";
import { endRolle } from "../commands/end-rolle.ts";
import { resetKonto } from "../commands/reset-konto.ts";

const db = testDatabase();
const server = useProduct();

const as = <R>(actor: Actor, work: (tx: Tx, actor: Actor) => Promise<R>) => writeAs(actor, (tx) => work(tx, actor));
const reset = (by: TestKonto, { erna }: Team) =>
  as(by.actor, (tx, actor) => resetKonto(tx, actor, { id: erna.actor.kontoId }, { invitationId: randomUUID() }));

describe("whoever may confirm is appointed by two", () => {
  const rolleOf = async (kontoId: string) =>
    String((await db.admin("select id from kim.rolle where konto_id = $1", [kontoId]))[0]?.["id"]);
  const agree = (by: Actor, id: string) => writeAs(by, (tx) => agreeRolle(tx, by, { id }));

  /** An account that somebody invents to be her own second person, signed in. */
  async function invented(by: TestKonto, rolle: string, traegerId: string): Promise<Actor> {
    const email = `${randomUUID().slice(0, 8)}@boese.example`;
    const rollen = [{ rolle, von: "2026-01-01", bis: null }];
    const { kontoId } = await as(by.actor, (tx, actor) =>
      createKonto(tx, actor, { traegerId, name: "Erfundene Zweite", email, rollen }),
    );
    await db.admin("update kim.konto set status = 'aktiv' where id = $1", [kontoId]);
    return actorOf({ kreis: "05382", traegerId, kontoId }, [rolle]);
  }

  test("a second account of one's own confirms nothing, nor does it make the next one count", async () => {
    const t = await team();
    for (const [by, rolle] of [
      [t.leitung, "traeger_leitung"],
      [t.administration, "datenschutz"],
    ] as const) {
      const ghost = await invented(by, rolle, t.stelle.traegerId);
      const browser = await takeOver(server().url, await reset(by, t));
      const nummer = await nummerOn(browser);
      const go = writeAs(ghost, (tx) => confirmKonto(tx, ghost, { id: t.erna.actor.kontoId }, { nummer }));
      await expect(go).rejects.toThrow("noch niemand zweites zugestimmt");
      await expect(agree(by.actor, await rolleOf(ghost.kontoId))).rejects.toThrow();
      await expect(agree(ghost, await rolleOf(ghost.kontoId))).rejects.toThrow("Sich selbst");
    }
  });

  test("with the consent of another who counts, it confirms", async () => {
    const t = await team();
    const neu = await invented(t.administration, "traeger_leitung", t.stelle.traegerId);
    const elsewhere = await team();
    await expect(agree(elsewhere.leitung.actor, await rolleOf(neu.kontoId))).rejects.toThrow(NotFound);
    await agree(t.datenschutz.actor, await rolleOf(neu.kontoId));
    const browser = await takeOver(server().url, await reset(t.leitung, t));
    const nummer = await nummerOn(browser);
    await writeAs(neu, (tx) => confirmKonto(tx, neu, { id: t.erna.actor.kontoId }, { nummer }));
  });

  test("the first of a Träger counts at once; one that ended makes no room for another first one", async () => {
    const traegerId = await testTraeger("05382");
    const { administration } = await team();
    const first = await invented(administration, "traeger_leitung", traegerId);
    const zugestimmt = async (id: string) =>
      (await db.admin("select zugestimmt_von from kim.rolle where konto_id = $1", [id]))[0]?.["zugestimmt_von"];
    expect(await zugestimmt(first.kontoId)).not.toBeNull();
    const rolle = await rolleOf(first.kontoId);
    await as(administration.actor, (tx, actor) =>
      endRolle(tx, actor, { id: first.kontoId, rolle }, { bis: "2025-12-31" }),
    );
    const second = await invented(administration, "traeger_leitung", traegerId);
    expect(await zugestimmt(second.kontoId)).toBeNull();
    // Where nobody is left who could agree, whoever runs the server does.
    await db.admin("update kim.konto set email_hash = $2 where id = $1", [
      second.kontoId,
      emailHash("zweite@beispiel.example"),
    ]);
    await agreeAsOperator("05382", "zweite@beispiel.example");
    expect(await zugestimmt(second.kontoId)).not.toBeNull();
    await expect(agreeAsOperator("05382", "zweite@beispiel.example")).rejects.toThrow("keine Rolle");
  });
});
