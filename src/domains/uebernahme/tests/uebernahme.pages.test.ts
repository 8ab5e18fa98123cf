import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { formOf } from "../../../../tests/support/form-fields.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { useRoom } from "../../../../tests/support/room.ts";
import { handliste, kommunenVon, listen } from "../../../../tests/support/uebernahme.ts";
import { SCHWIERIGE_LISTE } from "../../../../tests/support/uebernahme-staende.ts";
import type { Actor } from "../../../platform/actor.ts";
import { routes } from "../pages/index.ts";
import { takeBack } from "../commands/take-back.ts";
import type { Uebernahme } from "../model/uebernahme.ts";

const db = testDatabase();
const room = useRoom(routes);
const l = listen(db);
const KREIS = "05382";
let actor: Actor;

const client = () => room().as(actor);

beforeAll(async () => {
  actor = (await testKonto({ kreis: KREIS, rollen: ["cm_lokal"] })).actor;
  await kommunenVon(KREIS);
});

const plain = (html: string) => html.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
const text = async (path: string) => plain((await client().get(path)).html);
const hoch = (name: string, inhalt: string | Buffer) => l.hoch(actor, name, Buffer.from(inhalt));
const seite = ({ id }: Uebernahme, schritt: string) => `/uebernahmen/${id}/${schritt}`;
const formIn = async (path: string) => formOf((await client().get(path)).html, path);

/** Sends a file as a browser does. */
async function upload(name: string, inhalt: string | Uint8Array<ArrayBuffer>, key: string = randomUUID()) {
  const body = new FormData();
  body.append("_schluessel", key);
  body.append("_konto", actor.kontoId);
  body.append("datei", new Blob([inhalt]), name);
  const [cookie = ""] = (await fetch(room().entryOf(actor))).headers.getSetCookie();
  const headers = { Cookie: cookie.split(";")[0] ?? "", Origin: room().url };
  const answer = await fetch(`${room().url}/uebernahmen`, { method: "POST", body, headers, redirect: "manual" });
  return { status: answer.status, to: answer.headers.get("Location") ?? "", html: await answer.text() };
}

describe("uploading", () => {
  test("a form sent twice is one list; its page says that it is being read", async () => {
    const key = randomUUID();
    const [first, second] = [
      await upload("Neu.csv", "Datum;Thema\n", key),
      await upload("Neu.csv", "Datum;Thema\n", key),
    ];
    expect([first.status, second.to]).toEqual([303, first.to]);
    expect(await text(first.to)).toMatch(/KIM liest die Liste .* Jetzt nachsehen/);
    const other = await upload("Neu.csv", "Datum;Ort\n", key);
    expect([other.status, other.html.includes("Dieses Formular haben Sie schon gespeichert")]).toEqual([422, true]);
  });

  test("names and contents that nobody calls a list: a page each, never an error", async () => {
    const names = [
      "../../etc/passwd",
      "a\u202Efdp.csv",
      "x".repeat(3000),
      'a";\r\nX: 1.csv',
      "<b>.csv",
      " ",
      "نص.xlsx",
    ];
    for (const [i, name] of names.entries()) {
      const { status, to } = await upload(
        name,
        Uint8Array.from({ length: 300 }, (_, n) => (n * 97 + i) % 256),
      );
      expect(status, name).toBe(303);
      await l.lies(actor, to.replace("/uebernahmen/", ""));
      expect(await text(to), name).toMatch(/Die Datei lässt sich nicht lesen|Das hat KIM gefunden/);
    }
    expect((await client().get("/uebernahmen")).html).not.toContain("<b>.csv");
  });
});

describe("tables and columns", () => {
  test("six sheets of one shape are shown once, and decided together", async () => {
    const liste = await hoch("2023.xlsx", handliste("Beratungen_Siegburg_Lohmar_2023-1.xlsx"));
    const path = seite(liste, "tabellen");
    expect(await text(path)).toMatch(/Blätter Jan, Feb, .* und Jun 6 Tabellen mit denselben Spalten/);
    const form = await formIn(path);
    expect([form["t1-A"], form["t1-C"], form["t1-art"]]).toEqual([["datum"], ["name"], ["einzeln"]]);
    const sent = await client().post(path, { ...form, "t1-C": "ohne", "t1-D": "ohne" });
    expect([sent.status, sent.location]).toEqual([303, `${seite(liste, "woerter")}?getan=gespeichert`]);
    expect(await text(path)).toContain("KIM liest die Liste");
    const read = await l.lies(actor, liste.id);
    expect([read.befund?.mitPerson, read.zahlen?.beratungen]).toEqual([0, 356]);
    expect(await text(seite(liste, "pruefen"))).toContain("Gespeichert werden 356 anonyme Beratungen.");
  });

  test("a list that says nowhere where it was asks for the Kommune first, and the field stands open", async () => {
    const liste = await hoch("Ohne Ort.csv", "Datum;Thema\n03.02.2025;Wohnen\n04.02.2025;Schule\n");
    const path = seite(liste, "tabellen");
    const first = await client().get(`/uebernahmen/${liste.id}`);
    expect(plain(first.html)).toMatch(/2 Zeilen mit Daten in 1 Tabelle; sie ergeben 0 Beratungen\. Wo beraten wurde/);
    expect(first.html).toMatch(/href="[^"]*\/tabellen"[^>]*>(?:<[^>]*>)?Kommune wählen/);
    expect((await client().get(path)).html).toMatch(/<details class="more" open[^>]*><summary>Was in keiner Spalte/);
    const form = await formIn(path);
    await client().post(path, { ...form, "t1-kommune": "05382036" });
    expect((await l.lies(actor, liste.id)).zahlen?.beratungen).toBe(2);
    expect((await client().get(`/uebernahmen/${liste.id}`)).html).not.toContain("Kommune wählen");
    expect((await client().get(path)).html).not.toMatch(/<details class="more" open/);
  });

  test("nothing changed leads on without reading again", async () => {
    const liste = await hoch("2.csv", SCHWIERIGE_LISTE);
    const path = seite(liste, "tabellen");
    expect((await client().post(path, await formIn(path))).location).toBe(seite(liste, "woerter"));
    expect((await l.read(actor, liste.id)).version).toBe(liste.version);
  });

  test("a year that is none stays typed; on another version both are shown", async () => {
    const liste = await hoch("3.csv", SCHWIERIGE_LISTE);
    const path = seite(liste, "tabellen");
    const form = await formIn(path);
    const wrong = await client().post(path, { ...form, "t1-jahr": "23", "t1-E": "notiz" });
    expect([
      wrong.status,
      wrong.html.includes('value="23"'),
      wrong.html.includes('<details class="more" open'),
    ]).toEqual([422, true, true]);
    await client().post(path, { ...form, _schluessel: randomUUID(), "t1-F": "ohne" });
    await l.lies(actor, liste.id);
    const stale = await client().post(path, { ...form, _schluessel: randomUUID(), "t1-E": "notiz" });
    expect(stale.status).toBe(409);
    expect(plain(stale.html)).toMatch(/Spalte E Thema Jetzt gespeichert: Thema Ihre Eingabe: Notiz/);
    expect((await client().post(path, formOf(stale.html, path))).status).toBe(303);
    const read = await l.lies(actor, liste.id);
    expect(read.befund?.tabellen[0]?.spalten.map((s) => s.bedeutung).slice(4, 6)).toEqual(["notiz", "ohne"]);
  });
});

describe("words", () => {
  test("decided in one list, known in the next of the Träger; a certain one can be changed", async () => {
    const { actor: andere } = await testKonto({ kreis: KREIS, rollen: ["cm_lokal"] });
    const ihre = room().as(andere);
    const liste = await l.hoch(andere, "Erste.csv", Buffer.from("Datum;Kommune;Thema\n1.3.2023;Much;Nixwort\n"));
    const path = seite(liste, "woerter");
    const page = await ihre.get(path);
    expect(plain(page.html)).toContain("1 Wort kennt KIM nicht");
    const feld = `wort-${liste.befund?.woerter.findIndex(({ wort }) => wort === "Nixwort")}`;
    await ihre.post(path, { ...formOf(page.html, path), [feld]: "wohnen" });
    const read = await l.lies(andere, liste.id);
    expect(read.zahlen?.themen).toEqual({ wohnen: 1 });
    await l.uebernimm(andere, read);
    const next = await l.hoch(andere, "Zweite.csv", Buffer.from("Datum;Kommune;Thema\n2.3.2023;Much;nixwort\n"));
    expect(next.zahlen?.themen).toEqual({ wohnen: 1 });
    const certain = next.befund?.woerter.findIndex(({ wort }) => wort === "Much");
    const change = await ihre.get(`${seite(next, "woerter")}?wort=wort-${certain}`);
    expect(plain(change.html)).toContain("Wort ändern");
    const sent = { ...formOf(change.html, seite(next, "woerter")), [`wort-${certain}`]: "05382044" };
    await ihre.post(seite(next, "woerter"), sent);
    expect((await l.lies(andere, next.id)).zahlen?.kommunen).toEqual({ Niederkassel: 1 });
  });
});

const FEHLERHAFT = `Datum;Kommune;Thema\n1.2.2023;Much;Kita\n${"30.2.2023;Much;Kita\n".repeat(60)}`;

describe("checking", () => {
  test("rows add up, pages for many, a list to download, and a value is mended in place", async () => {
    const liste = await hoch("=Formel 60.csv", FEHLERHAFT);
    const path = seite(liste, "pruefen");
    const first = await text(path);
    expect(first).toContain("60 Zeilen, mit denen etwas ist");
    expect(first).toContain("Zeilen 1 bis 25 von 60");
    expect(await text(`${path}?ab=50`)).toContain("Zeilen 51 bis 60 von 60");
    const csv = await client().get(`${path}?als=csv`);
    expect(csv.html.split("\r\n")).toHaveLength(62);
    expect(csv.html).toContain(";fehlerhaft;Datum;30.2.2023;Den 30.2.2023 gibt es nicht.");
    const at = `${path}?ab=50`;
    const form = formOf((await client().get(at)).html, at);
    expect((await client().post(at, form)).html).toContain("Ändern Sie einen Wert oder wählen Sie");
    const field = Object.keys(form).find((name) => name.startsWith("wert-")) ?? "";
    const sent = await client().post(at, { ...form, _schluessel: randomUUID(), [field]: "28.2.2023" });
    expect(sent.location).toBe(`${at}&getan=gespeichert`);
    expect((await l.lies(actor, liste.id)).zahlen).toMatchObject({ fehlerhaft: 59, uebernommen: 2 });
  });

  test("what was decided meanwhile stops the take-over, and nothing is taken", async () => {
    const liste = await hoch("Alt.csv", FEHLERHAFT);
    const path = seite(liste, "uebernehmen");
    const form = formOf((await client().get(seite(liste, "pruefen"))).html, path);
    const { status, html } = await client().post(path, { ...form, _version: "7" });
    expect([status, plain(html).includes("Jemand anderes hat das inzwischen geändert")]).toEqual([409, true]);
    expect((await l.read(actor, liste.id)).stand).toBe("gelesen");
  });
});

describe("afterwards", () => {
  test("open words: a colleague was quicker, the choice stays; nothing chosen is said", async () => {
    const text2 = "Datum;Kommune;Thema\n1.4.2023;Much;Rätselwort\n";
    await l.uebernimm(actor, await hoch("Rätsel.csv", text2));
    const path = "/uebernahmen/woerter";
    const form = await formIn(path);
    expect((await client().post(path, form)).html).toContain("Wählen Sie für mindestens ein Wort aus");
    const field = Object.keys(form).find((name) => name.startsWith("wort-")) ?? "";
    await db.admin("update kim.wort set version = version + 1");
    const late = await client().post(path, { ...form, _schluessel: randomUUID(), [field]: "schule" });
    expect([late.status, late.html.includes("inzwischen von jemand anderem")]).toEqual([422, true]);
    expect(formOf(late.html, path)[field]).toEqual(["schule"]);
    expect((await client().post(path, formOf(late.html, path))).location).toBe(`${path}?getan=zugeordnet`);
  });

  test("a released report stands in the way of taking back, and the page says so", async () => {
    const liste = await l.uebernimm(actor, await hoch("Mai.csv", "Datum;Kommune;Thema\n1.5.2024;Much;Kita\n"));
    const sum = "0".repeat(64);
    await db.admin(
      `with b as (insert into kim.bericht (kreis, von, bis, titel, angelegt_von)
         values ('05382', '2024-01-01', '2024-06-30', 'Bericht', $1) returning id)
       insert into kim.bericht_dokument (kreis, bericht_id, art, inhalt, pruefsumme)
         select '05382', id, 'pdf', 'x', $2 from b`,
      [actor.kontoId, sum],
    );
    await db.admin(
      `update kim.bericht set stand = 'freigegeben', jahr = 2024, nummer = 1, freigegeben = current_date,
         freigegeben_von = $1, kennzahlen = '{}', pruefsumme = $2`,
      [actor.kontoId, sum],
    );
    const path = seite(liste, "zuruecknehmen");
    const { status, html } = await client().post(path, await formIn(path));
    expect([status, plain(html).includes("Ein freigegebener Bericht zählt diese Liste mit")]).toEqual([422, true]);
    const told = plain((await client().get(seite(liste, "ergebnis"))).html);
    expect(told).toContain("Der Bericht 1/2024 zählt die Liste mit");
    // Released only after somebody asked: the worker leaves the list as it is.
    await db.admin("update kim.uebernahme set stand = 'nimmt_zurueck' where id = $1", [liste.id]);
    await l.asWorker(() => takeBack({ kreis: KREIS, id: liste.id }));
    expect((await l.read(actor, liste.id)).stand).toBe("uebernommen");
  });

  test("fields that no form of a list has are refused", async () => {
    const liste = await hoch("Felder.csv", SCHWIERIGE_LISTE);
    for (const schritt of ["tabellen", "woerter", "pruefen"]) {
      const { status } = await client().post(seite(liste, schritt), { _version: String(liste.version), "x-1": "y" });
      expect(status, schritt).toBe(422);
    }
    const odd = { _version: String(liste.version), "wert-99999-3": "1", "zeile-99999": "weglassen" };
    expect((await client().post(seite(liste, "pruefen"), odd)).status).toBe(422);
  });
});
