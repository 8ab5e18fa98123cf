import { beforeAll, describe, expect, test } from "vitest";
import { Absage, endEinwilligung } from "../../einwilligungen/index.ts";
import { fallOf } from "../../faelle/index.ts";
import { nameOf } from "../../personen/index.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { daysFrom, monateSpaeter } from "../../../platform/span.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { eingewilligt, freigegeben, vorbereitet } from "../../../../tests/support/freigaben.ts";
import { acceptAngebot } from "../commands/accept-angebot.ts";
import { answerFrage } from "../commands/answer-frage.ts";
import { endGiven } from "../commands/end-given.ts";
import { ANGEBOT, askAngebot, giveErgebnis, refuseAngebot, setTermin } from "../commands/receive-kopie.ts";
import { answerLink, openLink } from "../commands/use-link.ts";
import { withdrawFreigabe } from "../commands/withdraw-freigabe.ts";
import { Ablehnung, Ergebnis, Frage, PartnerAntwort, Satz, Termin } from "../model/eingabe.ts";
import { freigabenImVerlauf } from "../queries/verlauf.ts";
import { offeneAntworten } from "../queries/wartendes.ts";
import { type Buehne, NAME, asWorker, buehne } from "../../../../tests/support/kopien-buehne.ts";

const db = testDatabase();
let b: Buehne;
beforeAll(async () => {
  b = await buehne(db);
});

const atNow = async (id: string) => {
  const of = (await db.admin("select version from kim.freigabe where id = $1", [id]))[0];
  return { id, version: Number(of?.["version"]) };
};

describe("an authority", () => {
  test("reads what was released to it, answers, and the answer is in the case with its deadline", async () => {
    const fall = await b.fall();
    const { id } = await b.anBehoerde(fall);
    const kopie = await b.opened(b.abh, id);
    expect(kopie.voll?.angaben.map(({ wert }) => wert)).toContain(NAME);
    await writeAs(b.abh, async (tx) =>
      setTermin(tx, b.abh, await atNow(id), Termin.parse({ tag: daysFrom(today(), 3), text: "9 Uhr" })),
    );
    const ergebnis = Ergebnis.parse({ unterlagen: "Pass", tag: daysFrom(today(), 9), zusage: "", text: "" });
    await writeAs(b.abh, async (tx) => giveErgebnis(tx, b.abh, await atNow(id), ergebnis));
    const f = await b.seen(id);
    expect(f.schritte.map(({ art }) => art)).toEqual(["gesendet", "geoeffnet", "termin", "ergebnis"]);
    expect(f.schritte.at(-1)?.wort?.unterlagen).toBe("Pass");
    expect(await readAs(b.cm, (tx) => offeneAntworten(tx, b.cm, fall.id))).toEqual([
      { freigabe: id, art: "ergebnis", was: "Ergebnis: Pass", bis: daysFrom(today(), 9) },
    ]);
    const log = await db.admin("select konto_id, art from kim.protokoll where gegenstand_id = $1 and traeger_id = $2", [
      id,
      b.stelle.traegerId,
    ]);
    expect(log).toContainEqual({ konto_id: b.abh.kontoId, art: "kopie.geoeffnet" });
  });

  test("does not learn that a Fallbesprechung is asked for: the case says so, until the person lets it out", async () => {
    const fall = await b.fall();
    const before = await b.listed(b.abh);
    const id = await vorbereitet(b.cm, fall.person, { art: "abh", an: b.kreis, fall: fall.id });
    const open = () => readAs(b.cm, (tx) => offeneAntworten(tx, b.cm, fall.id));
    expect(await open()).toMatchObject([{ freigabe: id, art: "angefragt" }]);
    expect(await b.listed(b.abh)).toEqual(before);
    await expect(b.opened(b.abh, id)).rejects.toThrow(NotFound);
    const wozu = { zweck: "behoerde", art: "auslaenderbehoerde", kategorien: ["kontakt", "sprache"] } as const;
    await eingewilligt(b.cm, b.leitung, fall.person, wozu);
    await freigegeben(b.cm, id);
    expect(await open()).toEqual([]);
    const of = { fallId: fall.id, person: fall.person, personen: [fall.person], seit: today() };
    const verlauf = await readAs(b.cm, (tx) => freigabenImVerlauf(tx, b.cm, { ...of, from: {}, size: 10 }));
    expect(verlauf.map(({ satz }) => satz).toSorted()).toEqual([
      "Fallbesprechung mit der Ausländerbehörde angefragt",
      "Kopie (Ausländerbehörde): freigegeben",
    ]);
  });

  test("finds nothing that was not released to its own role, and the same nothing for what was taken back", async () => {
    const ebh = await b.konto(b.kreis, "ebh_fachkraft");
    const sonst = await b.konto(b.kreis, "cm_lokal", "traeger_leitung", "administration");
    const { id } = await b.anBehoerde();
    for (const fremd of [ebh, sonst, b.andere, b.leitung]) {
      await expect(b.opened(fremd, id)).rejects.toThrow(NotFound);
      expect((await b.listed(fremd)).zeilen.map((one) => one.id)).not.toContain(id);
    }
    await writeAs(b.cm, (tx) => withdrawFreigabe(tx, b.cm, { id, version: 3 }, { text: null }));
    await expect(b.opened(b.abh, id)).rejects.toThrow(NotFound);
    expect((await b.listed(b.abh)).zeilen.find((one) => one.id === id)?.offen).toBe(false);
  });
});

describe("no copy without a consent", () => {
  test("what it does not cover does not go out, nor for longer", async () => {
    const p = await b.person();
    const id = await vorbereitet(b.cm, p, { art: "abh", an: b.kreis });
    await expect(freigegeben(b.cm, id)).rejects.toThrow(Refused);
    const bis = daysFrom(today(), 5);
    await eingewilligt(b.cm, b.leitung, p, {
      zweck: "behoerde",
      art: "auslaenderbehoerde",
      kategorien: ["kontakt"],
      bis,
    });
    await expect(freigegeben(b.cm, id, { angaben: ["name", "sprachen"] })).rejects.toThrow(/umfasst „Sprachen“ nicht/);
    await expect(freigegeben(b.cm, id, { worte: "Sie ist krank", worte_kategorien: ["gesundheit"] })).rejects.toThrow(
      Refused,
    );
    await freigegeben(b.cm, id);
    expect((await b.seen(id)).gueltigBis).toBe(bis);
  });

  test("on the word of guardians it ends before the month in which she is of age", async () => {
    const p = await b.person();
    const id = await vorbereitet(b.cm, p, { art: "abh", an: b.kreis });
    const wozu = { zweck: "behoerde", art: "auslaenderbehoerde", kategorien: ["kontakt"] } as const;
    const einwilligung = await eingewilligt(b.cm, b.leitung, p, wozu);
    const naechster = monateSpaeter(`${today().slice(0, 8)}01`, 1);
    await db.admin(`update kim.einwilligung set volljaehrig_monat = '${naechster}' where id = '${einwilligung}'`);
    await freigegeben(b.cm, id, { gueltig_bis: daysFrom(naechster, 20) });
    expect((await b.seen(id)).gueltigBis).toBe(daysFrom(naechster, -1));
  });

  test("withdrawing it locks every copy made on it, whoever opens it at the same instant: 40 times", async () => {
    for (let i = 0; i < 40; i += 1) {
      const { id, einwilligung } = await b.anBehoerde();
      const absage = Absage.parse({ am: today(), grund: "" });
      const withdraw = writeAs(b.cm, (tx) =>
        endEinwilligung(tx, b.cm, { id: einwilligung, version: 3 }, "widerrufen", absage),
      );
      const [done, read] = await Promise.allSettled([withdraw, b.opened(b.abh, id)]);
      expect(done.status).toBe("fulfilled");
      const { schritte, gesperrt } = await b.seen(id);
      expect(gesperrt).toBe("widerruf");
      // Whoever was first stands in the history: nothing was opened after it was locked.
      expect(schritte.map(({ art }) => art)).toEqual(
        read.status === "fulfilled" ? ["gesendet", "geoeffnet", "gesperrt"] : ["gesendet", "gesperrt"],
      );
      await expect(b.opened(b.abh, id)).rejects.toThrow(NotFound);
    }
  }, 120_000);
});

describe("a hand-over to another Träger", () => {
  test("names nobody before it is accepted; a question, an answer, then a file of its own, and the case here ends", async () => {
    const fall = await b.fall();
    await db.admin("update kim.fall set phase = 'umsetzung', einwilligung_am = begonnen where id = $1", [fall.id]);
    const id = await b.angeboten(fall);
    const offer = await b.opened(b.andere, id, ANGEBOT);
    expect(offer.voll).toBeNull();
    expect(JSON.stringify(offer.vorschau)).not.toContain("Kanarienvogel");
    expect(offer.vorschau).toMatchObject({ bedarf: "Sucht einen Sprachkurs", kommune: "Siegburg" });
    await writeAs(b.andere, (tx) =>
      askAngebot(tx, b.andere, { id, version: offer.version }, Frage.parse({ text: "Seit wann?" })),
    );
    const asked = await b.seen(id);
    await writeAs(b.cm, (tx) =>
      answerFrage(tx, b.cm, { id, version: asked.version }, Satz.parse({ text: "Seit Mai" })),
    );
    const before = await b.opened(b.andere, id, ANGEBOT);
    const neu = await writeAs(b.andere, (tx) => acceptAngebot(tx, b.andere, { id, version: before.version }));
    expect(await readAs(b.andere, (tx) => nameOf(tx, b.andere, neu))).toMatchObject({ vorname: "Mira" });
    const kollegin = await b.konto(b.anderer, "cm_lokal");
    expect((await b.opened(kollegin, id, ANGEBOT)).voll).toBeNull();
    await asWorker(db, () => endGiven({ kreis: b.stelle.kreis, id }));
    expect(await readAs(b.cm, (tx) => fallOf(tx, b.cm, fall.id))).toMatchObject({
      phase: "abgeschlossen",
      abschlussgrund: "uebergabe",
    });
    expect((await b.seen(id)).schritte.map(({ art }) => art)).toEqual([
      "gesendet",
      "geoeffnet",
      "rueckfrage",
      "antwort",
      "geoeffnet",
      "angenommen",
      "geoeffnet",
    ]);
  });

  test("rejected with a reason, the other side reads nothing of it any more", async () => {
    const id = await b.angeboten();
    const { version } = await b.opened(b.andere, id, ANGEBOT);
    await writeAs(b.andere, (tx) =>
      refuseAngebot(tx, b.andere, { id, version }, Ablehnung.parse({ text: "Kein Platz" })),
    );
    await expect(b.opened(b.andere, id, ANGEBOT)).rejects.toThrow(NotFound);
    const f = await b.seen(id);
    expect([f.stand, f.schritte.at(-1)?.wort?.text]).toEqual(["abgelehnt", "Kein Platz"]);
  });
});

describe("a link", () => {
  test("opens with its code, is answered without an account, and the answer lands in the file", async () => {
    const { id, token, code } = await b.mitLink();
    expect((await openLink(token, code)).voll?.angaben.map(({ wert }) => wert)).toContain(NAME);
    const antwort = { code, antwort: "termin", tag: daysFrom(today(), 4), text: "15 Uhr" };
    await answerLink(token, PartnerAntwort.parse(antwort));
    const f = await b.seen(id);
    expect(f.stand).toBe("beantwortet");
    expect(f.schritte.at(-1)).toMatchObject({ art: "termin", tag: daysFrom(today(), 4), von: null });
  });

  test("ends with the fifth wrong code, and says the same for it as for a link that never was", async () => {
    const { id, token, code } = await b.mitLink();
    const said = new Set<string>();
    const fails = async (t: string, c: string) =>
      said.add(
        await openLink(t, c).then(
          () => "offen",
          (e: Error) => e.message,
        ),
      );
    const wrong = code === "00000000" ? "11111111" : "00000000";
    await Promise.all([1, 2, 3, 4, 5].map(() => fails(token, wrong)));
    await fails(token, code);
    await fails(`${b.stelle.kreis}.${"A".repeat(43)}`, code);
    await fails("kein Link", code);
    expect([...said]).toHaveLength(1);
    expect((await b.seen(id)).gesperrt).toBe("versuche");
  });

  test("neither secret nor code is anywhere in the database", async () => {
    const { token, code } = await b.mitLink();
    const tables = await db.admin(
      "select quote_ident(schemaname) || '.' || quote_ident(tablename) as t from pg_tables where schemaname in ('kim', 'betrieb', 'tresor')",
    );
    for (const { t } of tables) {
      const rows = await db.admin(
        `select count(*)::int as n from ${String(t)} x where x::text like '%' || $1 || '%' or x::text like '%' || $2 || '%'`,
        [token.slice(-43), `"${code}"`],
      );
      expect(rows[0]?.["n"], String(t)).toBe(0);
    }
  });
});
