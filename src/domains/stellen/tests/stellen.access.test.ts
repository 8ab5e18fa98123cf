import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto, testTraeger } from "../../../../tests/support/konten.ts";
import { type Room, openRoom } from "../../../../tests/support/room.ts";
import { besetzung, stelle } from "../../../../tests/support/stellen.ts";
import type { Actor } from "../../../platform/actor.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { type Rolle, actorOf } from "../../zugang/index.ts";
import { noteVakanz } from "../index.ts";
import { routes } from "../pages/index.ts";

const db = testDatabase();
const KREIS = "05382";
const NAMEN = ["Willi Versiegelt", "Karl Probe"];
let room: Room;
let traegerId: string;
let kreisTraeger: string;
let koordination: Actor;
/** A post of one's own Träger and one of another in the same Kreis, both half filled and vacant for a personal reason. */
let eigene: { stelle: string; besetzung: string };
let andere: { stelle: string; besetzung: string };
let fremderKreis: { stelle: string; besetzung: string };

const konto = async (kreis: string, rolle: Rolle, traeger: string) =>
  (await testKonto({ kreis, traegerId: traeger, rollen: [rolle] })).actor;

async function post(actor: Actor, traeger: string, wer: Readonly<Record<string, string>>) {
  const id = await stelle(actor, traeger, { art: "abh_fachkraft", bezeichnung: `Stelle ${traeger.slice(0, 8)}` });
  const row = await besetzung(actor, id, { anteil: "0,5", ...wer });
  await writeAs(actor, (tx) => noteVakanz(tx, actor, { id }, { von: "2023-01-01", grund: "elternzeit" }));
  return { stelle: id, besetzung: row };
}

beforeAll(async () => {
  kreisTraeger = await testTraeger(KREIS, "Musterkreis");
  traegerId = await testTraeger(KREIS, "Musterverband");
  koordination = await konto(KREIS, "kim_koordination", kreisTraeger);
  const admin = await konto(KREIS, "administration", kreisTraeger);
  const cm = await testKonto({ kreis: KREIS, traegerId, rollen: ["cm_lokal"], name: "Karl Probe" });
  eigene = await post(admin, traegerId, { konto: cm.actor.kontoId, name: "" });
  andere = await post(koordination, kreisTraeger, { name: "Willi Versiegelt" });
  const elsewhere = await testTraeger("05315", "Stadtverband");
  const abroad = await konto("05315", "administration", elsewhere);
  fremderKreis = await post(abroad, elsewhere, { name: "Jo Muster" });
  room = await openRoom(routes);
});
afterAll(() => room.stop());

const inTraeger = (traeger: string, ...rollen: Rolle[]) =>
  actorOf({ kreis: KREIS, traegerId: traeger, kontoId: randomUUID() }, rollen);
const html = async (actor: Actor, path: string) => (await room.as(actor).get(path)).html;

describe("the head of a Träger", () => {
  test("sees the posts of its own Träger with the names of its people, and no other", async () => {
    const leitung = inTraeger(traegerId, "traeger_leitung");
    const page = await html(leitung, "/stellen?am=2023-06-30");
    expect(page).toContain("Musterverband");
    expect(page).toContain("Karl Probe");
    expect(page).toContain("Elternzeit");
    for (const word of ["Musterkreis</td>", "Willi Versiegelt", andere.stelle]) expect(page).not.toContain(word);
    expect(await html(leitung, `/stellen?am=2023-06-30&traeger=${kreisTraeger}`)).toContain("keine Stelle genehmigt");
    expect(page).not.toContain("Stelle anlegen");
  });

  test("another Träger's post, another Kreis' and none answer alike", async () => {
    const client = room.as(inTraeger(traegerId, "traeger_leitung"));
    const missing = randomUUID();
    const none = await client.get(`/stellen/${missing}`);
    expect(none.status).toBe(404);
    for (const { stelle: id } of [andere, fremderKreis]) {
      const seen = await client.get(`/stellen/${id}`);
      expect({ ...seen, html: seen.html.replaceAll(id, missing) }).toEqual(none);
    }
    expect((await client.get("/stellen/keine-kennung")).status).toBe(404);
  });
});

describe("Dezernat and Bezirksregierung", () => {
  test.each<Rolle>(["dezernat", "bra"])(
    "%s: figures of the whole Kreis, no name and no personal reason",
    async (rolle) => {
      const actor = inTraeger(kreisTraeger, rolle);
      for (const path of ["/stellen?am=2023-06-30", `/stellen/${eigene.stelle}`, `/stellen/${andere.stelle}`]) {
        const page = await html(actor, path);
        expect(page).toMatch(/Muster(verband|kreis)/);
        expect(page).toContain("kein Grund angegeben");
        for (const word of [...NAMEN, "Elternzeit", "besetzt durch", "nicht einsehbar", "kein Grund angegeben (ab"])
          expect(page, path).not.toContain(word);
      }
      expect((await room.as(actor).get("/stellen/neu")).status).toBe(403);
    },
  );
});

describe("the Koordination", () => {
  test.each<Rolle>(["kim_koordination", "cm_koordination", "ki_leitung", "verwaltungsassistenz"])(
    "%s: the whole Kreis; names that its own Träger wrote down, accounts of others stay theirs",
    async (rolle) => {
      const actor = inTraeger(kreisTraeger, rolle);
      const page = await html(actor, "/stellen?am=2023-06-30");
      expect(page).toContain("Willi Versiegelt");
      expect(page).not.toContain("Karl Probe");
      expect(page).toContain("Name nicht einsehbar");
      expect(page).toContain("Elternzeit");
      const may = rolle === "kim_koordination";
      expect((await room.as(actor).get("/stellen/neu")).status).toBe(may ? 200 : 403);
    },
  );

  test("sight of the staffing plan opens nothing else: no account and no key of another Träger", async () => {
    const seen = await readAs(koordination, async (tx) => [
      ...(await tx.selectFrom("kim.konto").select("id").where("traeger_id", "=", traegerId).execute()),
      ...(await tx.selectFrom("tresor.schluessel").select("id").where("traeger_id", "=", traegerId).execute()),
    ]);
    expect(seen).toEqual([]);
  });
});

describe("another Kreis", () => {
  const changes = (at: { stelle: string; besetzung: string }): [string, Record<string, string>][] => {
    const self = `/stellen/${at.stelle}`;
    const row = `${self}/besetzungen/${at.besetzung}`;
    return [
      [`${self}/bearbeiten`, { art: "abh_fachkraft", vzae: "2", von: "2023-01-01", _version: "1" }],
      [`${self}/besetzen`, { name: "Fremd", anteil: "0,25", von: "2023-01-01" }],
      [`${self}/vakanz`, { grund: "anderes", von: "2023-01-01" }],
      [`${self}/entfernen`, {}],
      [`${row}/bearbeiten`, { name: "Fremd", anteil: "0,25", von: "2023-01-01", _version: "1" }],
      [`${row}/beenden`, { bis: "2023-06-30", grund: "" }],
      [`${row}/entfernen`, {}],
    ];
  };

  test("sees none of it and changes none of it, also as its administration", async () => {
    const admin = actorOf({ ...inTraeger(traegerId), kreis: "05315" }, ["administration"]);
    const client = room.as(admin);
    const missing = { stelle: randomUUID(), besetzung: randomUUID() };
    for (const at of [eigene, missing]) {
      for (const [path, fields] of changes(at)) {
        expect((await client.post(path, fields)).status, path).toBe(404);
        if (!path.endsWith("/besetzen")) expect((await client.get(path)).status, path).toBe(404);
      }
    }
    expect((await client.get("/stellen?am=2023-06-30")).html).not.toContain("Musterverband");
    const rows = await db.admin(
      "select s.version, b.version as b from kim.stelle s join kim.besetzung b on b.stelle_id = s.id where s.id = $1",
      [eigene.stelle],
    );
    expect(rows).toEqual([{ version: 1, b: 1 }]);
  });

  test("a row of one post is not found under another", async () => {
    const path = `/stellen/${eigene.stelle}/besetzungen/${andere.besetzung}/beenden`;
    const client = room.as(koordination);
    expect((await client.get(path)).status).toBe(404);
    expect((await client.post(path, { bis: "2023-06-30" })).status).toBe(404);
  });

  test("the wall holds by itself", async () => {
    const abroad = actorOf({ ...inTraeger(traegerId), kreis: "05315" }, ["administration"]);
    const seen = await readAs(abroad, async (tx) => [
      ...(await tx.selectFrom("kim.stelle").select("id").where("id", "=", eigene.stelle).execute()),
      ...(await tx.selectFrom("kim.besetzung").select("id").where("id", "=", eigene.besetzung).execute()),
      ...(await tx.selectFrom("kim.stelle_vakanz").select("grund").where("stelle_id", "=", eigene.stelle).execute()),
    ]);
    expect(seen).toEqual([]);
    const grab = writeAs(abroad, (tx) =>
      tx
        .insertInto("kim.stelle_vakanz")
        .values({ kreis: KREIS, stelle_id: eigene.stelle, von: "2023-01-01", grund: "anderes" })
        .execute(),
    );
    await expect(grab).rejects.toMatchObject({ code: "42501" });
  });
});
