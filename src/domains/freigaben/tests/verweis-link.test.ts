import { beforeAll, describe, expect, test } from "vitest";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { Refused, Stale } from "../../../platform/form.ts";
import { daysFrom } from "../../../platform/span.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { eingewilligt } from "../../../../tests/support/freigaben.ts";
import { type Buehne, buehne } from "../../../../tests/support/kopien-buehne.ts";
import { ergebnis, organisation, verweis } from "../../../../tests/support/verweise.ts";
import { verweisOf } from "../../verweise/index.ts";
import { readAntworten } from "../commands/read-antworten.ts";
import { sendVerweis } from "../commands/send-verweis.ts";
import { answerLink } from "../commands/use-link.ts";
import { PartnerAntwort, VerweisLink } from "../model/eingabe.ts";

const db = testDatabase();
let b: Buehne;
let kita: string;
beforeAll(async () => {
  b = await buehne(db);
  kita = await organisation(b.cm, "Kita Wiese", { art: "kita_schule" });
});

const seen = (id: string) => readAs(b.cm, (tx) => verweisOf(tx, b.cm, id));
const LINK = { anliegen: "Sucht einen Platz", angaben: ["name"], worte_kategorien: [], gueltig_bis: "" };
const send = (id: string, version = 1) =>
  writeAs(b.cm, (tx) =>
    sendVerweis(tx, b.cm, { id, version }, VerweisLink.parse({ ...LINK, gueltig_bis: daysFrom(today(), 30) })),
  );

async function gesendet() {
  const person = await b.person();
  const an = { zweck: "weitergabe", art: "kita_schule", empfaenger: "Kita Wiese" } as const;
  await eingewilligt(b.cm, b.leitung, person, { ...an, kategorien: ["kontakt"] });
  const id = await verweis(b.cm, person, `organisation:${kita}`);
  const { freigabe, token, code } = await send(id);
  const answered = async (said: Readonly<Record<string, string>>) => {
    await answerLink(token, PartnerAntwort.parse({ code, ...said }));
    return writeAs(b.cm, (tx) => readAntworten(tx, b.cm, freigabe));
  };
  return { id, answered };
}

describe("a referral sent as a link", () => {
  test.each([
    [{ antwort: "angenommen" }, { stand: "vermittelt" }],
    [
      { antwort: "warteliste", text: "Bis Ostern" },
      { stand: "warteliste", notiz: "Bis Ostern" },
    ],
    [
      { antwort: "abgelehnt", absage: "voll" },
      { stand: "abgelehnt", absage: "voll" },
    ],
    [
      { antwort: "termin", tag: daysFrom(today(), 4) },
      { stand: "vermittelt", termin: daysFrom(today(), 4) },
    ],
  ] as const)("is answered %o: %o", async (said, becomes) => {
    const { id, answered } = await gesendet();
    expect(await seen(id)).toMatchObject({ stand: "offen", kontakt: "cm" });
    expect(await answered(said)).toEqual({ verweis: id });
    const v = await seen(id);
    const { absage, terminAm: termin } = v;
    const notiz = v.schritte.at(-1)?.notiz ?? null;
    expect({ stand: v.stand, absage, termin, notiz }).toEqual({ absage: null, termin: null, notiz: null, ...becomes });
    // Whoever has an appointment is asked about after it.
    if (termin !== null) expect(v.nachfragenAm).toBe(daysFrom(termin, 1));
  });

  test("follows what the place says later, and stays where it ended meanwhile", async () => {
    const { id, answered } = await gesendet();
    await answered({ antwort: "warteliste" });
    await answered({ antwort: "termin", tag: daysFrom(today(), 9) });
    const now = await seen(id);
    expect(now.schritte.map(({ nach }) => nach)).toEqual(["offen", "warteliste", "vermittelt"]);
    // Another day is no other state: it moves, and nothing else does.
    await answered({ antwort: "termin", tag: daysFrom(today(), 12) });
    const moved = await seen(id);
    expect([moved.terminAm, moved.schritte.length]).toEqual([daysFrom(today(), 12), 3]);
    await ergebnis(b.cm, { id, version: moved.version }, "angekommen");
    expect(await answered({ antwort: "abgelehnt", absage: "voll" })).toEqual({ verweis: null });
    expect((await seen(id)).stand).toBe("angekommen");
  });

  test("does not go without a consent for this very place, nor where it ended or was changed meanwhile", async () => {
    const person = await b.person();
    const id = await verweis(b.cm, person, `organisation:${kita}`);
    await expect(send(id)).rejects.toThrow(/an Kita Wiese gibt es keine Einwilligung/);
    await expect(send(id, 2)).rejects.toThrow(Stale);
    await ergebnis(b.cm, { id, version: 1 }, "zurueckgezogen");
    await expect(send(id, 2)).rejects.toThrow(Refused);
    expect(await db.admin("select from kim.freigabe_akte where verweis_id = $1", [id])).toEqual([]);
  });
});
