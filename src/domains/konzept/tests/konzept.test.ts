import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { beschlussFuer } from "../../../../tests/support/beschluss.ts";
import { neuesKonzept, schreibTeil, teilDavon } from "../../../../tests/support/konzept.ts";
import type { Actor } from "../../../platform/actor.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { NotFound, Refused, Stale } from "../../../platform/form.ts";
import { adoptKonzept } from "../commands/adopt-konzept.ts";
import { removeKonzept } from "../commands/change-konzept.ts";
import { addKommentar, setErledigt } from "../commands/comment.ts";
import { addMitglied, removeMitglied } from "../commands/mitglied.ts";
import { addQuelle, removeQuelle } from "../commands/quelle.ts";
import { restoreTeil, saveTeil } from "../commands/save-teil.ts";
import { addVorschlag, decideVorschlag } from "../commands/suggest.ts";
import { papierFassung } from "../model/konzeptpapier.ts";
import { kommentareZu, vorschlagOf } from "../queries/besprechung.ts";
import { fassungOf, veroeffentlichte } from "../queries/fassungen.ts";
import { gruppeOf } from "../queries/gruppe.ts";
import { quellenIn, teilOf } from "../queries/kapitel.ts";
import { konzeptOf, konzepte } from "../queries/konzepte.ts";
import { staendeOf } from "../queries/staende.ts";
import { standOf } from "../queries/stand.ts";

const db = testDatabase();
let leitet: Actor;
let mira: Actor;
let fremd: Actor;
const email = { mira: "", fremd: "" };

beforeAll(async () => {
  leitet = (await testKonto({ kreis: "05382", rollen: ["kim_koordination"] })).actor;
  const colleague = await testKonto({ kreis: "05382", traegerId: leitet.traegerId, rollen: ["cm_lokal"] });
  const stranger = await testKonto({ kreis: "05382", rollen: ["ebh_fachkraft"] });
  [mira, fremd] = [colleague.actor, stranger.actor];
  [email.mira, email.fremd] = [colleague.email, stranger.email];
});

const aufnehmen = (konzept: string, who: keyof typeof email, schreibt = true) =>
  writeAs(leitet, (tx) =>
    addMitglied(tx, leitet, { id: konzept }, { email: email[who], fuer: "Einbürgerungsbehörde", schreibt }),
  );
const refused = async (work: Promise<unknown>): Promise<string> => {
  const error: unknown = await work.then(
    () => undefined,
    (e: unknown) => e,
  );
  return error instanceof Refused ? error.message : String(error);
};
const save = (who: Actor, at: { id: string; version: number }, text: string) =>
  writeAs(who, (tx) => saveTeil(tx, who, at, { text }));

describe("the group", () => {
  test("sees and writes a draft only while the coordination has it in; nobody takes in herself", async () => {
    const id = await neuesKonzept(leitet);
    const teil = await teilDavon(leitet, id, "ziel");
    await expect(readAs(mira, (tx) => konzeptOf(tx, mira, id))).rejects.toBeInstanceOf(NotFound);
    await expect(save(mira, teil, "Ich schreibe.")).rejects.toBeInstanceOf(NotFound);
    await aufnehmen(id, "mira");
    await save(mira, teil, "Wir schreiben.");
    const self = { email: email.mira, fuer: "mich", schreibt: true };
    await expect(writeAs(mira, (tx) => addMitglied(tx, mira, { id }, self))).rejects.toBeInstanceOf(NotFound);
    const oneself = writeAs(mira, (tx) =>
      tx
        .insertInto("kim.konzept_mitglied")
        .values({
          kreis: mira.kreis,
          konzept_id: id,
          konto_id: mira.kontoId,
          fuer: "mich",
          schreibt: true,
          seit: "2026-01-01",
          aufgenommen_von: mira.kontoId,
        })
        .execute(),
    );
    await expect(oneself, "nor does the database let her").rejects.toThrow();
    await writeAs(leitet, (tx) => removeMitglied(tx, leitet, { id }, mira.kontoId));
    await expect(save(mira, { ...teil, version: 2 }, "Noch einmal.")).rejects.toBeInstanceOf(NotFound);
  });

  test("who only comments writes nothing, and is named by what she stands for outside of her Träger", async () => {
    const id = await neuesKonzept(leitet);
    await aufnehmen(id, "fremd", false);
    const teil = await schreibTeil(leitet, id, "ziel", "Alle Kinder sprechen Deutsch.\n\nBis 2028.");
    await expect(save(fremd, teil, "Anders.")).rejects.toBeInstanceOf(NotFound);
    await writeAs(fremd, (tx) => addKommentar(tx, fremd, { id: teil.id }, { stelle: "Bis 2028.", text: "Früher?" }));
    const wrong = writeAs(fremd, (tx) => addKommentar(tx, fremd, { id: teil.id }, { stelle: "Bis 2031.", text: "?" }));
    expect(await refused(wrong)).toContain("So steht es nicht im Text.");
    const read = () => readAs(leitet, async (tx) => kommentareZu(tx, leitet, await teilOf(tx, leitet, teil.id)));
    const [one] = await read();
    expect([one?.wer, one?.erledigtAm]).toEqual(["Einbürgerungsbehörde", null]);
    await writeAs(leitet, (tx) => setErledigt(tx, leitet, { id: one?.id ?? "", version: 1 }, true));
    expect((await read())[0]?.erledigtAm).not.toBeNull();
    expect((await readAs(leitet, (tx) => gruppeOf(tx, leitet, id)))[0]?.name).toBeUndefined();
    expect((await readAs(fremd, (tx) => konzepte(tx, fremd))).map((k) => [k.id, k.schreibt])).toEqual([[id, false]]);
  });
});

describe("two at once", () => {
  test("in one part both texts stay, and where they touch nothing is saved", async () => {
    const id = await neuesKonzept(leitet);
    await aufnehmen(id, "mira");
    const teil = await schreibTeil(leitet, id, "ausgangslage", "Eins.\n\nZwei.\n\nDrei.\n\nVier.\n\nFünf.");
    await save(mira, teil, teil.text.replace("Eins.", "Eins, sagt Mira."));
    const { zusammen } = await save(leitet, teil, teil.text.replace("Fünf.", "Fünf, sagt Jo."));
    expect(zusammen).toBe(true);
    const now = await teilDavon(leitet, id, "ausgangslage");
    expect(now.text).toBe("Eins, sagt Mira.\n\nZwei.\n\nDrei.\n\nVier.\n\nFünf, sagt Jo.");
    const touching = save(leitet, teil, teil.text.replace("Eins.", "Eins, sagt Jo."));
    await expect(touching).rejects.toBeInstanceOf(Stale);
    expect(await teilDavon(leitet, id, "ausgangslage")).toEqual(now);
    const states = await readAs(leitet, async (tx) => staendeOf(tx, leitet, await teilOf(tx, leitet, teil.id), 10));
    expect(states.map(({ version, wer, zusammen: merged }) => [version, wer, merged])).toEqual([
      [4, "Sie", true],
      [3, expect.any(String), false],
      [2, "Sie", false],
      [1, "Sie", false],
    ]);
    await writeAs(leitet, (tx) => restoreTeil(tx, leitet, now, 2));
    expect((await teilDavon(leitet, id, "ausgangslage")).text).toBe(teil.text);
  });

  test("truly at the same moment: no save is lost, whoever comes second", async () => {
    const id = await neuesKonzept(leitet);
    await aufnehmen(id, "mira");
    const paragraphs = Array.from({ length: 9 }, (_, i) => `Absatz ${i}.`);
    const teil = await schreibTeil(leitet, id, "zugang", paragraphs.join("\n\n"));
    const change = (i: number, who: string) =>
      paragraphs.map((one, at) => (at === i ? `Absatz ${i} von ${who}.` : one)).join("\n\n");
    await Promise.all([
      save(mira, teil, change(0, "Mira")),
      save(leitet, teil, change(4, "Jo")),
      save(mira, teil, change(8, "Mira")),
    ]);
    const { text, version } = await teilDavon(leitet, id, "zugang");
    expect(
      ["Absatz 0 von Mira.", "Absatz 4 von Jo.", "Absatz 8 von Mira."].filter((one) => !text.includes(one)),
    ).toEqual([]);
    expect(version).toBe(5);
  });

  test("a proposal is put together with what was written since, or is refused where it touches that", async () => {
    const id = await neuesKonzept(leitet);
    await aufnehmen(id, "fremd", false);
    const teil = await schreibTeil(leitet, id, "massnahme", "A.\n\nB.\n\nC.");
    const propose = (text: string) =>
      writeAs(fremd, (tx) =>
        addVorschlag(tx, fremd, { id: teil.id, version: teil.version }, { text, grund: "Genauer." }),
      );
    const [good, touching] = [await propose("A.\n\nB.\n\nC und D."), await propose("A neu.\n\nB.\n\nC.")];
    await schreibTeil(leitet, id, "massnahme", "A anders.\n\nB.\n\nC.");
    const decide = (who: Actor, vorschlag: string, nach: "angenommen" | "abgelehnt" | "zurueckgezogen") =>
      writeAs(who, (tx) => decideVorschlag(tx, who, { id: vorschlag, version: 1 }, { nach, antwort: null }));
    await expect(decide(fremd, good, "angenommen")).rejects.toBeInstanceOf(NotFound);
    await decide(leitet, good, "angenommen");
    expect((await teilDavon(leitet, id, "massnahme")).text).toBe("A anders.\n\nB.\n\nC und D.");
    expect(await refused(decide(leitet, touching, "angenommen"))).toContain("dieselben Absätze");
    await decide(fremd, touching, "zurueckgezogen");
    expect((await readAs(leitet, (tx) => vorschlagOf(tx, leitet, touching))).vorschlag.stand).toBe("zurueckgezogen");
  });
});

describe("adopting", () => {
  const gelesen = (id: string) =>
    readAs(leitet, async (tx) => papierFassung(await standOf(tx, leitet, await konzeptOf(tx, leitet, id))));
  const adopt = (id: string, input: { beschluss: string; gelesen: string }, oeffentlich = true) =>
    writeAs(leitet, (tx) =>
      adoptKonzept(tx, leitet, { id }, { ...input, aenderung: null, oeffentlich, geprueft: "ja" }),
    );

  test("keeps what was read, with its figures, by a decision that accepted it; nothing changes it afterwards", async () => {
    const id = await neuesKonzept(leitet, "Bildung beschlossen");
    await schreibTeil(leitet, id, "ziel", "Im Jahr waren es {beratungen} Beratungen.");
    const read = await gelesen(id);
    await schreibTeil(leitet, id, "massnahme", "Wir handeln.");
    const beschluss = await beschlussFuer(leitet);
    expect(await refused(adopt(id, { beschluss, gelesen: read }))).toContain("wurde daran geschrieben");
    const no = await beschlussFuer(leitet, { ergebnis: "abgelehnt" });
    expect(await refused(adopt(id, { beschluss: no, gelesen: await gelesen(id) }))).toContain("abgelehnt");
    const fassung = await adopt(id, { beschluss, gelesen: await gelesen(id) });
    const kept = await readAs(mira, (tx) => fassungOf(tx, fassung));
    expect(JSON.stringify(kept.papier)).toContain("Im Jahr waren es ");
    expect(JSON.stringify(kept.papier)).not.toContain("{beratungen}");
    expect(kept.papier.abschnitte.map((a) => a.titel)).toEqual(["Bildung 0–6", "Ziele", "Maßnahmen", "Zu den Zahlen"]);
    await schreibTeil(leitet, id, "ziel", "Etwas ganz anderes.");
    expect(await readAs(mira, (tx) => fassungOf(tx, fassung))).toEqual(kept);
    for (const statement of [
      `update kim.konzept_fassung set beschluss = 'anders' where id = '${fassung}'`,
      `delete from kim.konzept_fassung where id = '${fassung}'`,
      `update kim.konzept_dokument set inhalt = 'x' where fassung_id = '${fassung}'`,
      "truncate kim.konzept_dokument cascade",
    ])
      await expect(db.admin(statement), statement).rejects.toThrow(/änder|geleert/);
    expect(await refused(adopt(id, { beschluss, gelesen: await gelesen(id) }))).toContain("schon Fassung 1");
    expect(await refused(writeAs(leitet, (tx) => removeKonzept(tx, leitet, { id })))).toContain("Es bleibt");
  });

  test("everybody reads the version that holds, where it is published, and nothing else", async () => {
    const id = await neuesKonzept(leitet, "Bildung öffentlich");
    await schreibTeil(leitet, id, "ziel", "Erstens.");
    const first = await adopt(id, { beschluss: await beschlussFuer(leitet), gelesen: await gelesen(id) });
    const shown = () => readAs(leitet, async (tx) => (await veroeffentlichte(tx)).map((f) => f.id));
    expect(await shown()).toContain(first);
    await schreibTeil(leitet, id, "ziel", "Zweitens.");
    const second = await adopt(id, { beschluss: await beschlussFuer(leitet), gelesen: await gelesen(id) }, false);
    expect(await shown()).not.toContain(first);
    expect(await shown()).not.toContain(second);
  });

  test("a source keeps its number, and stays as long as a text names it", async () => {
    const id = await neuesKonzept(leitet);
    const add = (text: string) => writeAs(leitet, (tx) => addQuelle(tx, leitet, { id }, { text, adresse: null }));
    await add("Bedarfsplanung 2026");
    await add("Elternbefragung");
    const [one] = await readAs(leitet, (tx) => quellenIn(tx, id));
    await schreibTeil(leitet, id, "ausgangslage", "Es fehlen Plätze {quelle_1}.");
    const remove = () => writeAs(leitet, (tx) => removeQuelle(tx, leitet, { id: one?.id ?? "" }));
    expect(await refused(remove())).toContain("nennt diese Quelle");
    await schreibTeil(leitet, id, "ausgangslage", "Es fehlen Plätze {quelle_2}.");
    await remove();
    await add("Noch eine");
    expect((await readAs(leitet, (tx) => quellenIn(tx, id))).map(({ nr }) => nr)).toEqual([2, 3]);
    const teil = await teilDavon(leitet, id, "ausgangslage");
    expect(await refused(save(leitet, teil, "Wie {quelle_1} sagt."))).toContain("{quelle_1}");
  });
});
