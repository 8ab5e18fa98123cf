import { beforeAll, describe, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle, erfasse } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { type Client, useRoom } from "../../../../tests/support/room.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { tagText } from "../../../platform/span.ts";
import { routes as beratungen } from "../../beratungen/pages/index.ts";
import { routes } from "../pages/index.ts";

const db = testDatabase();
const room = useRoom([...routes, ...beratungen]);
let stelle: Beratungsstelle;
let other: Beratungsstelle;
let dora: Client;
const ids = { mira: "", anonym: "", fremd: "" };

/** Rows of the table as texts. */
const rows = (html: string): string[] =>
  (/<tbody>(.*?)<\/tbody>/s.exec(html)?.[1] ?? "")
    .split("</tr>")
    .map((row) =>
      row
        .replaceAll(/<[^>]+>/g, " ")
        .replaceAll(/\s+/g, " ")
        .trim(),
    )
    .filter((row) => row !== "");

beforeAll(async () => {
  stelle = await beratungsstelle();
  other = await beratungsstelle();
  const { traegerId, kreis } = stelle;
  const datenschutz = await testKonto({ kreis, traegerId, rollen: ["datenschutz"] });
  dora = room().as(datenschutz.actor);
  ids.anonym = await erfasse(stelle, { notiz: "Ein Geheimnis" });
  ids.mira = await erfasse(stelle, { stufe: "2", neu1_vorname: "Mira", neu1_nachname: "Musterfrau" });
  ids.fremd = await erfasse(other);
  await room().as(stelle.konto.actor).get(`/beratungen/${ids.mira}`);
});

describe("the log", () => {
  test("says who did what when and what for, in words, without a name or a text of a file", async () => {
    const { html, status } = await dora.get("/protokoll");
    expect(status).toBe(200);
    const all = rows(html);
    expect(all.find((row) => row.includes("Beratung geöffnet"))).toMatch(
      new RegExp(
        `^${tagText(today())}, \\d\\d:\\d\\d .+ Beratung geöffnet Beratung ${ids.mira.slice(0, 8)} zur Beratung$`,
      ),
    );
    expect(all.find((row) => row.includes("Person angelegt"))).toBeDefined();
    for (const secret of ["Mira Musterfrau", "Musterfrau", "Geheimnis"]) expect(html).not.toContain(secret);
  });

  test("tells only the day of an anonymous consultation", async () => {
    const row = rows((await dora.get(`/protokoll?zu=${ids.anonym}`)).html);
    expect(row).toHaveLength(1);
    expect(row[0]).toMatch(new RegExp(`^${tagText(today())} [^,]+ Beratung erfasst`));
  });

  test("ends at the Träger, on the page and in the database", async () => {
    expect(rows((await dora.get(`/protokoll?zu=${ids.fremd}`)).html)).toEqual([]);
    const all = (actor: typeof other.konto.actor) =>
      readAs(actor, (tx) => tx.selectFrom("kim.protokoll").select("traeger_id").distinct().execute());
    expect(await all(other.konto.actor)).toEqual([{ traeger_id: other.traegerId }]);
    const admin = await testKonto({ kreis: stelle.kreis, traegerId: stelle.traegerId, rollen: ["administration"] });
    expect(await all(admin.actor)).toEqual([{ traeger_id: stelle.traegerId }]);
  });

  test("is itself in the log once somebody read it", async () => {
    await dora.get("/protokoll?was=geoeffnet");
    expect(rows((await dora.get("/protokoll?was=geoeffnet")).html)[0]).toContain("Protokoll gelesen");
  });

  test("is narrowed by kind, day and person, and says what a day cannot be", async () => {
    const konto = stelle.konto.actor.kontoId;
    const opened = rows((await dora.get(`/protokoll?was=geoeffnet&wer=${konto}`)).html);
    expect(opened).toHaveLength(1);
    expect(rows((await dora.get("/protokoll?von=2026-01-01&bis=2026-01-02")).html)).toEqual([]);
    const wrong = await dora.get("/protokoll?von=31.02.2026");
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain("Den 31.02.2026 gibt es nicht.");
  });

  test("is paged without losing or repeating a row", async () => {
    await db.admin(
      `insert into kim.protokoll (kreis, traeger_id, konto_id, art, gegenstand_art, gegenstand_id, zeit)
       select $1, $2, $3::uuid, 'sitzung.gesperrt', 'konto', $3::text, now() - (n / 7) * interval '1 minute' from generate_series(1, 120) n`,
      [stelle.kreis, stelle.traegerId, stelle.konto.actor.kontoId],
    );
    const seen: number[] = [];
    let next: string | undefined = "/protokoll?was=anmeldung";
    while (next !== undefined) {
      const { html } = await dora.get(next);
      seen.push(rows(html).length);
      next = /<a href="([^"]+)" rel="next"/.exec(html)?.[1]?.replaceAll("&amp;", "&");
    }
    expect(seen).toEqual([50, 50, 20]);
  });
});
