import { beforeAll, describe, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle, erfasse } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { docxParts, docxText } from "../../../../tests/support/docx-text.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { beschlussFuer } from "../../../../tests/support/beschluss.ts";
import { kapitelDavon, neuesKonzept, schreibTeil, teilDavon } from "../../../../tests/support/konzept.ts";
import { pdfText } from "../../../../tests/support/pdf-text.ts";
import { openRoom } from "../../../../tests/support/room.ts";
import type { Actor } from "../../../platform/actor.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { type FieldError, Refused } from "../../../platform/form.ts";
import { adoptKonzept } from "../commands/adopt-konzept.ts";
import { changeKonzept } from "../commands/change-konzept.ts";
import { addKommentar } from "../commands/comment.ts";
import { importKonzept } from "../commands/import-konzept.ts";
import { addKapitel, changeKapitel } from "../commands/kapitel.ts";
import { addMitglied } from "../commands/mitglied.ts";
import { addQuelle, changeQuelle } from "../commands/quelle.ts";
import { saveTeil } from "../commands/save-teil.ts";
import { addVorschlag, decideVorschlag } from "../commands/suggest.ts";
import { papierFassung } from "../model/konzeptpapier.ts";
import { routes } from "../pages/index.ts";
import { kommentareZu, vorschlaegeZu } from "../queries/besprechung.ts";
import { dokument, fassungOf } from "../queries/fassungen.ts";
import { quellenIn, teilOf } from "../queries/kapitel.ts";
import { konzeptOf } from "../queries/konzepte.ts";
import { standOf } from "../queries/stand.ts";

testDatabase();
let stelle: Beratungsstelle;
let leitet: Actor;
let mira: Actor;
let konzept: string;
let vorschlag: string;

const ZEITRAUM = { von: "2025-01-01", bis: "2025-12-31" };
const NAME = "Frau Kowalczyk";
const SICHER = "geb. 12.03.2019";

beforeAll(async () => {
  stelle = await beratungsstelle();
  mira = stelle.konto.actor;
  leitet = (await testKonto({ kreis: stelle.kreis, traegerId: stelle.traegerId, rollen: ["kim_koordination"] })).actor;
  await erfasse(stelle, { stufe: "2", neu1_vorname: "Amina", neu1_nachname: "Beispiel-Yılmaz" });
  konzept = await neuesKonzept(leitet);
  const wer = { email: stelle.konto.email, fuer: "Case Management", schreibt: true };
  await writeAs(leitet, (tx) => addMitglied(tx, leitet, { id: konzept }, wer));
  const teil = await schreibTeil(leitet, konzept, "ziel", "Alle lernen Deutsch.");
  const input = { text: "Alle lernen schnell Deutsch.", grund: null };
  vorschlag = await writeAs(leitet, (tx) => addVorschlag(tx, leitet, teil, input));
  await writeAs(leitet, (tx) => addQuelle(tx, leitet, { id: konzept }, { text: "Bedarfsplanung", adresse: null }));
});

const problems = async (work: Promise<unknown>): Promise<readonly FieldError[]> => {
  const error: unknown = await work.then(
    () => undefined,
    (e: unknown) => e,
  );
  return error instanceof Refused ? error.errors : [];
};
const ziel = () => teilDavon(leitet, konzept, "ziel");

/** Every text that somebody types here, as the field that it is typed in and the command that takes it. */
const TEXTE: Readonly<Record<string, (text: string, keinName: boolean) => Promise<unknown>>> = {
  "part: text": async (text, kein_name) =>
    writeAs(leitet, async (tx) =>
      saveTeil(tx, leitet, await teilDavon(leitet, konzept, "zugang"), { text, kein_name }),
    ),
  "comment: text": async (text, kein_name) =>
    writeAs(leitet, async (tx) => addKommentar(tx, leitet, { id: (await ziel()).id }, { stelle: "", text, kein_name })),
  "proposal: text": async (text, kein_name) =>
    writeAs(leitet, async (tx) => addVorschlag(tx, leitet, await ziel(), { text, grund: null, kein_name })),
  "proposal: grund": async (grund, kein_name) =>
    writeAs(leitet, async (tx) => addVorschlag(tx, leitet, await ziel(), { text: "Anders.", grund, kein_name })),
  "answer: antwort": (antwort, kein_name) =>
    writeAs(leitet, (tx) =>
      decideVorschlag(tx, leitet, { id: vorschlag, version: 1 }, { nach: "abgelehnt", antwort, kein_name }),
    ),
  "source: text": (text, kein_name) =>
    writeAs(leitet, (tx) => addQuelle(tx, leitet, { id: konzept }, { text, adresse: null, kein_name })),
  "changed source: text": (text, kein_name) =>
    writeAs(leitet, async (tx) => {
      const [quelle] = await quellenIn(tx, konzept);
      return changeQuelle(tx, leitet, { id: quelle?.id ?? "", version: 1 }, { text, adresse: null, kein_name });
    }),
  "chapter: titel": (titel, kein_name) =>
    writeAs(leitet, (tx) => addKapitel(tx, leitet, { id: konzept }, { titel, handlungsfeld: null, kein_name })),
  "changed chapter: titel": (titel, kein_name) =>
    writeAs(leitet, async (tx) =>
      changeKapitel(tx, leitet, await kapitelDavon(leitet, konzept), { titel, nach: null, kein_name }),
    ),
  "title: titel": (titel, kein_name) =>
    writeAs(leitet, async (tx) =>
      changeKonzept(tx, leitet, await konzeptOf(tx, leitet, konzept), { titel, zeitraum: ZEITRAUM, kein_name }),
    ),
  "member: fuer": async (fuer, kein_name) => {
    const { email } = await testKonto({ kreis: leitet.kreis, rollen: ["ebh_fachkraft"] });
    return writeAs(leitet, (tx) =>
      addMitglied(tx, leitet, { id: konzept }, { email, fuer, schreibt: false, kein_name }),
    );
  },
  "Word file: datei": (text, kein_name) =>
    writeAs(leitet, (tx) =>
      importKonzept(
        tx,
        leitet,
        { titel: "Aus Word", zeitraum: ZEITRAUM, kein_name },
        { name: "a.docx", stuecke: [{ art: "absatz", text }] },
      ),
    ),
};

describe("what the group, and later everybody, reads tells nobody", () => {
  test.each(Object.entries(TEXTE))("%s", async (name, write) => {
    const field = name.split(": ")[1] ?? "";
    const told = await problems(write(`Plätze fehlen, sagt ${NAME}.`, false));
    expect(told.map((one) => one.field)).toEqual([field]);
    expect(told[0]?.message).toContain(NAME);
    const sure = await problems(write(`Ein Kind, ${SICHER}, wartet.`, true));
    expect(sure.map((one) => one.field)).toEqual([field]);
    expect(sure[0]?.message).toContain(SICHER);
    await write(`Plätze fehlen, sagt ${NAME}.`, true);
  });

  test("a name of whom one counsels, in any script; what stands there already is not asked about again", async () => {
    const teil = await teilDavon(mira, konzept, "massnahme");
    const save = (text: string, kein_name: boolean, version = teil.version) =>
      writeAs(mira, (tx) => saveTeil(tx, mira, { id: teil.id, version }, { text, kein_name }));
    expect((await problems(save("أمينة wartet auf einen Platz.", false)))[0]?.message).toContain("أمينة");
    expect((await problems(save("Yilmaz wartet.", false)))[0]?.message).toContain("Yilmaz");
    expect((await teilDavon(mira, konzept, "massnahme")).version).toBe(teil.version);
    await save(`${NAME} vom Jugendamt fragt nach.`, true);
    await save(`${NAME} vom Jugendamt fragt nach.\n\nDas dauert.`, false, teil.version + 1);
  });
});

/** Nobody's name and no talk of the group leaves with what is adopted, whichever way it leaves. */
test("no byte of clients, accounts, comments or proposals stands in what a concept gives away", async () => {
  const id = await neuesKonzept(leitet, "Ohne Namen");
  const teil = await schreibTeil(leitet, id, "ziel", "Kein Kind wartet.");
  const said = { stelle: "Kein Kind wartet.", text: "Nadelkommentar zwischendurch" };
  await writeAs(leitet, (tx) => addKommentar(tx, leitet, { id: teil.id }, said));
  const wish = { text: "Nadelvorschlag statt dessen.", grund: "Nadelgrund dafür" };
  await writeAs(leitet, (tx) => addVorschlag(tx, leitet, teil, wish));
  const wer = { email: stelle.konto.email, fuer: "Nadelstelle", schreibt: true };
  await writeAs(leitet, (tx) => addMitglied(tx, leitet, { id }, wer));
  const gelesen = await readAs(leitet, async (tx) =>
    papierFassung(await standOf(tx, leitet, await konzeptOf(tx, leitet, id))),
  );
  const beschluss = await beschlussFuer(leitet);
  const input = { gelesen, beschluss, aenderung: null, oeffentlich: true, geprueft: "ja" } as const;
  const fassung = await writeAs(leitet, (tx) => adoptKonzept(tx, leitet, { id }, input));
  const room = await openRoom(routes);
  try {
    const path = `/handlungskonzept/${leitet.kreis}`;
    const read = async (address: string) => Buffer.from(await (await fetch(`${room.url}${address}`)).arrayBuffer());
    const [pdf, docx] = [await read(`${path}/${fassung}/pdf`), await read(`${path}/${fassung}/docx`)];
    expect(pdf.equals(await readAs(leitet, (tx) => dokument(tx, fassung, "pdf")))).toBe(true);
    const { text, source, decoration } = pdfText(pdf);
    const papers = {
      list: (await read(path)).toString(),
      page: (await read(`${path}/${fassung}`)).toString(),
      pdf: text + source + decoration + pdf.toString("latin1"),
      docx: [...(await docxParts(docx)).values()].map((part) => part + docxText(part)).join("\n"),
      papier: JSON.stringify((await readAs(leitet, (tx) => fassungOf(tx, fassung))).papier),
    };
    const accounts = [leitet.kontoId, mira.kontoId, stelle.konto.name, stelle.konto.email];
    const needles = [...accounts, "Amina", "Yılmaz", "Nadel"];
    for (const [name, bytes] of Object.entries(papers)) {
      expect(
        needles.filter((needle) => bytes.includes(needle)),
        name,
      ).toEqual([]);
      if (name !== "list") expect(bytes, name).toContain("Kein Kind wartet");
    }
    const talk = await readAs(leitet, async (tx) => {
      const akte = await teilOf(tx, leitet, teil.id);
      return [await kommentareZu(tx, leitet, akte), await vorschlaegeZu(tx, leitet, akte)];
    });
    expect(JSON.stringify(talk), "the search finds what is there").toContain("Nadelkommentar");
  } finally {
    await room.stop();
  }
});

test("a picture of a Word file is told until somebody has put it into words; nothing is adopted before", async () => {
  const { id } = await writeAs(leitet, (tx) =>
    importKonzept(
      tx,
      leitet,
      { titel: "Mit Bild", zeitraum: ZEITRAUM },
      {
        name: "a.docx",
        stuecke: [
          { art: "ueberschrift", ebene: 1, text: "Wohnen in Alfter" },
          { art: "absatz", text: "Wir zeigen: [Bild aus Word: Karte der Häuser] {quelle_1}" },
          { art: "note", nr: 1, text: "Wohnungsmarktbericht" },
        ],
      },
    ),
  );
  const [quelle] = await readAs(leitet, (tx) => quellenIn(tx, id));
  expect([quelle?.nr, quelle?.text]).toEqual([1, "Wohnungsmarktbericht"]);
  const room = await openRoom(routes);
  try {
    const shown = (await room.as(leitet).get(`/konzept/${id}`)).html;
    expect(shown).toContain("„Wohnen in Alfter“ (1)");
  } finally {
    await room.stop();
  }
  const adopt = async (beschluss: string) => {
    const gelesen = await readAs(leitet, async (tx) =>
      papierFassung(await standOf(tx, leitet, await konzeptOf(tx, leitet, id))),
    );
    const input = { gelesen, beschluss, aenderung: null, oeffentlich: false, geprueft: "ja" } as const;
    return writeAs(leitet, (tx) => adoptKonzept(tx, leitet, { id }, input));
  };
  const beschluss = await beschlussFuer(leitet);
  expect((await problems(adopt(beschluss)))[0]?.message).toContain("„Wohnen in Alfter“ (1)");
  const { teile } = await kapitelDavon(leitet, id);
  const [teil] = teile;
  const text = "Wir zeigen: Zwölf Häuser liegen im Norden {quelle_1}";
  await writeAs(leitet, (tx) => saveTeil(tx, leitet, { id: teil?.id ?? "", version: 1 }, { text }));
  await adopt(beschluss);
});
