import { beforeAll, describe, expect, test } from "vitest";
import { ROLLEN, type Rolle } from "../../zugang/index.ts";
import { type Actor, may, systemActor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, sql, writeAs } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { daysFrom } from "../../../platform/span.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { forgetExpired } from "../commands/forget-expired.ts";
import { ART, STAND, geht } from "../model/stand.ts";
import { type Buehne, asWorker, buehne } from "../../../../tests/support/kopien-buehne.ts";

const ROLLE = Object.keys(ROLLEN).filter((code): code is Rolle => code in ROLLEN);

const db = testDatabase();
let b: Buehne;
beforeAll(async () => {
  b = await buehne(db);
});

describe("the walls of copies", () => {
  test("nobody but its recipients reaches a byte of a copy, whatever the role, not even in the database", async () => {
    const { id } = await b.anBehoerde();
    const offer = await b.angeboten();
    for (const rolle of ROLLE) {
      for (const traegerId of [b.stelle.traegerId, b.kreis, b.anderer]) {
        const actor = await b.konto(traegerId, rolle);
        const n = await readAs(actor, async (tx) => {
          const { rows } = await sql<{
            id: string;
            teil: string;
          }>`select freigabe_id as id, teil from kim.freigabe_inhalt`.execute(tx);
          return rows
            .filter((row) => row.id === id || row.id === offer)
            .map((row) => `${row.id === id ? "abh" : "angebot"}:${row.teil}`);
        });
        const beraet = ["cm_lokal", "cm_mukis", "cm_abh"].includes(rolle);
        const darf = [
          ...(rolle === "abh_fachkraft" && traegerId === b.kreis ? ["abh:voll"] : []),
          ...(beraet && traegerId === b.anderer ? ["angebot:vorschau"] : []),
        ];
        expect(n, `${rolle} bei ${traegerId}`).toEqual(darf);
      }
    }
    const gone = systemActor(b.stelle.kreis);
    expect(
      await readAs(gone, (tx) =>
        tx.selectFrom("kim.freigabe_inhalt").select("teil").where("freigabe_id", "=", id).execute(),
      ),
    ).toEqual([]);
  }, 120_000);

  test("a recipient does not send on, does not unlock, does not prolong", async () => {
    const { id } = await b.anBehoerde();
    const set = (actor: Actor, values: Record<string, unknown>) =>
      writeAs(actor, (tx) => tx.updateTable("kim.freigabe").set(values).where("id", "=", id).execute());
    await expect(set(b.abh, { gueltig_bis: daysFrom(today(), 300) })).rejects.toThrow(/gilt nicht länger/);
    await expect(set(b.abh, { stand: "erledigt" })).rejects.toThrow(/geht es hier nicht/);
    await expect(set(b.cm, { stand: "ergebnis" })).rejects.toThrow(/geht es hier nicht/);
    await expect(
      set(b.abh, { gesperrt_am: new Date(), gesperrt_weil: "zurueckgezogen", schluessel: null }),
    ).rejects.toThrow(/zieht sie zurück/);
    await set(b.cm, { gesperrt_am: new Date(), gesperrt_weil: "zurueckgezogen", schluessel: null });
    await expect(set(b.cm, { gesperrt_am: null, gesperrt_weil: null })).rejects.toThrow(/bleibt gesperrt/);
  });

  test("what ended is not to be read on the next day, and then it is gone", async () => {
    const { id } = await b.anBehoerde();
    await db.admin("update kim.freigabe set gueltig_bis = current_date - 2 where id = $1", [id]);
    await expect(b.opened(b.abh, id)).rejects.toThrow(NotFound);
    expect((await b.listed(b.abh)).zeilen.map((one) => one.id)).not.toContain(id);
    await asWorker(db, () => forgetExpired(new Date()));
    expect(await db.admin("select teil from kim.freigabe_inhalt where freigabe_id = $1", [id])).toEqual([]);
    expect((await b.seen(id)).gesperrt).toBe("abgelaufen");
  });

  test("the steps of the program are those of the database, and so are the roles that receive", async () => {
    const { rows } = await readAs(b.cm, (tx) =>
      sql<{ art: string; von: string; nach: string; seite: string }>`select a as art, v as von, n as nach, s as seite
        from unnest(${[...ART]}::text[]) a, unnest(${[...STAND]}::text[]) v, unnest(${[...STAND]}::text[]) n, unnest(array['geber', 'empfaenger']) s
        where freigabe.geht(a, v, n, s)`.execute(tx),
    );
    const here = ART.flatMap((art) =>
      STAND.flatMap((von) =>
        STAND.flatMap((nach) =>
          (["geber", "empfaenger"] as const)
            .filter((s) => geht(art, von, nach, s))
            .map((seite) => ({ art, von, nach, seite })),
        ),
      ),
    );
    const sorted = (all: readonly object[]) => all.map((one) => JSON.stringify(one)).toSorted();
    expect(sorted(rows)).toEqual(sorted(here));
    for (const rolle of ROLLE) {
      const wer = await b.konto(b.kreis, rolle);
      const art = await readAs(wer, (tx) => sql<{ a: string[] }>`select freigabe.empfange() as a`.execute(tx));
      const recht = may(wer, "kopie.empfangen") || may(wer, "angebot.empfangen");
      expect(art.rows[0]?.a.length, rolle).toBe(recht ? 1 : 0);
    }
  });
});
