import { beforeAll, describe, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { type TestKonto } from "../../../../tests/support/konten.ts";
import {
  ALLE_THEMEN,
  gespraech,
  gespraechTyped,
  haushalt,
  mensch,
  schritt,
  stapel,
} from "../../../../tests/support/neuzuweisungen.ts";
import { asWorker } from "../../../../tests/support/zaehlen.ts";
import { kollegin } from "../../../../tests/support/vertretung.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { beratungOf } from "../../beratungen/queries/beratungen.ts";
import { withdrawBeratung } from "../../beratungen/commands/withdraw.ts";
import { familieOf } from "../../familie/index.ts";
import { PersonEingabe, createPerson, findPersons } from "../../personen/index.ts";
import { giveUebergabe } from "../../zustaendigkeit/index.ts";
import { carryOut } from "../../zustaendigkeit/commands/carry-out.ts";
import { undoSchritt } from "../commands/move-zuweisung.ts";
import { formularOf } from "../queries/formular.ts";
import { zuweisungOf } from "../queries/zuweisungen.ts";

const db = testDatabase();
const KREIS = "05382";
let stelle: Beratungsstelle;
let mira: TestKonto;
let jo: TestKonto;

beforeAll(async () => {
  stelle = await beratungsstelle(KREIS);
  mira = stelle.konto;
  jo = await kollegin(stelle);
});

const reads = (who: TestKonto, id: string) => readAs(who.actor, (tx) => zuweisungOf(tx, who.actor, id));
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => "",
    (error: unknown) => (error instanceof Refused ? error.message : String(error)),
  );

/** Another family each time: the same people would wait as being there already. */
const familie = () => {
  const nachname = `Muster${crypto.randomUUID().slice(0, 8)}`;
  return [
    mensch("Nour", nachname, { geburtsdatum: "1990-02-01", sprache: "ar" }),
    mensch("Sami", nachname, { geburtsdatum: "1988-04-09" }),
  ];
};

describe("the way", () => {
  test("step by step, refused with a sentence, and a slip of the hand is taken back", async () => {
    const { actor } = mira;
    const { zuweisungen } = await stapel(actor, [haushalt(familie())]);
    const [id = ""] = zuweisungen;
    await schritt(actor, { id, version: 1 }, "angekommen");
    expect(await refusal(schritt(actor, { id, version: 2 }, "orientierung"))).toContain(
      "Möglich ist: „Erstkontakt war“",
    );
    expect(await refusal(schritt(actor, { id, version: 2 }, "nicht_erreicht", { grund: "" }))).toContain("warum");
    await schritt(actor, { id, version: 2 }, "nicht_erreicht");
    await writeAs(actor, (tx) => undoSchritt(tx, actor, { id, version: 3 }));
    const z = await reads(mira, id);
    expect(z).toMatchObject({ stand: "angekommen", version: 4 });
    expect(z.schritte.map((s) => [s.nach, s.zurueckgenommen])).toEqual([
      ["angekuendigt", false],
      ["angekommen", false],
      ["nicht_erreicht", true],
    ]);
    await writeAs(actor, (tx) => undoSchritt(tx, actor, { id, version: 4 }));
    expect(await refusal(writeAs(actor, (tx) => undoSchritt(tx, actor, { id, version: 5 })))).toContain("kein Schritt");
  });
});

describe("the talk with a family", () => {
  test("six people in one form: files, household, family, one consultation, the checklist; the list forgets them", async () => {
    const { actor } = mira;
    const six = ["Amal", "Basil", "Cem", "Dina", "Elif", "Farid"].map((vorname, i) =>
      mensch(vorname, "Sechsling", {
        geburtsdatum: `19${80 + i}-01-02`,
        hinweis: i === 0 ? "Bemerkung: geht am Stock" : null,
      }),
    );
    const { zuweisungen } = await stapel(actor, [haushalt(six, { ags: stelle.ags[0] })]);
    const [id = ""] = zuweisungen;
    const before = await reads(mira, id);
    const rows = Object.fromEntries(
      before.mitglieder.flatMap((m, i) => [
        [`m${i + 1}_id`, m.id],
        [`m${i + 1}_dabei`, "ja"],
        [`m${i + 1}_vorname`, m.vorname],
        [`m${i + 1}_nachname`, m.nachname],
        [`m${i + 1}_geburtsdatum`, m.geburtsdatum ?? ""],
        ...(i === 0 ? [] : [[`m${i + 1}_zurersten`, i === 1 ? "partner" : "kind"]]),
      ]),
    );
    const typed = gespraechTyped(stelle.ags[0], {
      ...ALLE_THEMEN,
      ...rows,
      abschliessen: "ja",
      notiz: "Geht am Stock.",
    });
    const beratungId = await gespraech(actor, { id, version: 1 }, typed);
    const b = await readAs(actor, (tx) => beratungOf(tx, actor, beratungId));
    expect(b).toMatchObject({ stufe: "2", neuzuweisung: true, am: today() });
    expect(b?.personen).toHaveLength(6);
    const z = await reads(mira, id);
    expect(z.stand).toBe("orientierung");
    expect(z.mitglieder.map(({ name, personId }) => [name, personId !== null])).toEqual(
      six.map(({ vorname }) => [`${vorname} Sechsling`, true]),
    );
    const fam = await readAs(actor, (tx) => familieOf(tx, actor, z.mitglieder[0]?.personId ?? ""));
    expect(fam.personen).toHaveLength(6);
    expect(new Set(fam.personen.map(({ haushalt: h }) => h)).size).toBe(1);
    // Her identity stands in the file alone.
    const left = await db.admin(
      "select count(*)::int as n from kim.zuweisung_mensch where zuweisung_id = $1 and num_nonnulls(name, abdruck, geburtsdatum, hinweis) > 0",
      [id],
    );
    expect(left).toEqual([{ n: 0 }]);
    expect(await refusal(writeAs(actor, (tx) => undoSchritt(tx, actor, { id, version: z.version })))).toBe("");
    const now = await reads(mira, id);
    expect(now.stand).toBe("erstkontakt");
    expect(await refusal(writeAs(actor, (tx) => undoSchritt(tx, actor, { id, version: now.version })))).toContain(
      "Gespräch",
    );
    await writeAs(actor, async (tx) => {
      await withdrawBeratung(tx, actor, { id: beratungId, version: 1 }, { grund: "Versehen", unbedenklich: true });
    });
    await writeAs(actor, (tx) => undoSchritt(tx, actor, { id, version: now.version }));
    expect((await reads(mira, id)).stand).toBe("angekuendigt");
  });

  test("whoever seems to be there already is asked about, and may be chosen; one who was not there stays on the list", async () => {
    const { actor } = mira;
    const da = await writeAs(actor, (tx) =>
      createPerson(
        tx,
        actor,
        PersonEingabe.parse({ person_vorname: "Zoya", person_nachname: "Doppelt", person_geburtsdatum: "1991-05-06" }),
      ),
    );
    const { zuweisungen } = await stapel(actor, [
      haushalt([mensch("Zoya", "Doppelt", { geburtsdatum: "1991-05-06" }), mensch("Yan", "Doppelt")]),
    ]);
    const [id = ""] = zuweisungen;
    const [zoya] = (await reads(mira, id)).mitglieder;
    const row = {
      m1_id: zoya?.id ?? "",
      m1_dabei: "ja",
      m1_vorname: "Zoya",
      m1_nachname: "Doppelt",
      m1_geburtsdatum: "1991-05-06",
    };
    const hold = (more: Readonly<Record<string, string>>) =>
      gespraech(actor, { id, version: 1 }, gespraechTyped(stelle.ags[0], { ...row, ...more }));
    expect(await refusal(hold({}))).toContain("Gibt es diese Person schon");
    const foreign = await writeAs(jo.actor, (tx) =>
      createPerson(tx, jo.actor, PersonEingabe.parse({ person_vorname: "Fremd" })),
    );
    expect(await refusal(hold({ m1_wer: foreign }))).toContain("nicht zu derselben Akte");
    await hold({ m1_wer: da });
    const z = await reads(mira, id);
    expect(z.mitglieder.map(({ personId }) => personId)).toEqual([da, null]);
    const { treffer } = await readAs(actor, (tx) => findPersons(tx, actor, "Doppelt"));
    expect(treffer.map(({ id: one }) => one)).toEqual([da]);
  });

  test("of a household that is larger than the form, those without a file come first the next time", async () => {
    const { actor } = mira;
    const viele = Array.from({ length: 14 }, (_, i) => mensch(`Kind${i}`, "Großfamilie"));
    const { zuweisungen } = await stapel(actor, [haushalt(viele, { anzahl: 15 })]);
    const [id = ""] = zuweisungen;
    const form = () => readAs(actor, async (tx) => formularOf(tx, actor, await zuweisungOf(tx, actor, id), undefined));
    const { values, plaetze } = await form();
    expect(plaetze.map(({ mitglied }) => mitglied?.vorname)).toEqual(viele.slice(0, 12).map(({ vorname }) => vorname));
    const typed = Object.fromEntries(Object.entries(values).map(([name, [value = ""]]) => [name, value]));
    await gespraech(actor, { id, version: 1 }, { ...typed, ...gespraechTyped(stelle.ags[0]) });
    const next = await form();
    expect(next.plaetze.slice(0, 4).map(({ mitglied }) => mitglied?.vorname)).toEqual([
      "Kind12",
      "Kind13",
      undefined,
      "",
    ]);
    expect([next.plaetze.length, next.values["m1_vorname"], next.values["m3_id"]]).toEqual([12, ["Kind12"], undefined]);
  });

  test("a file that is handed over takes its household along", async () => {
    const { zuweisungen } = await stapel(mira.actor, [haushalt([mensch("Uma", "Übergabe")])]);
    const [id = ""] = zuweisungen;
    const [uma] = (await reads(mira, id)).mitglieder;
    const typed = gespraechTyped(stelle.ags[0], { m1_id: uma?.id ?? "", m1_dabei: "ja", m1_vorname: "Uma" });
    await gespraech(mira.actor, { id, version: 1 }, typed);
    const person = (await reads(mira, id)).mitglieder[0]?.personId ?? "";
    const an = { an: jo.actor.kontoId, notiz: "" };
    const uebergabe = await writeAs(mira.actor, (tx) => giveUebergabe(tx, mira.actor, an, person));
    await asWorker(db, () => carryOut({ kreis: KREIS, id: uebergabe }));
    expect((await reads(jo, id)).mitglieder[0]?.personId).toBe(person);
    await expect(reads(mira, id)).rejects.toThrow(NotFound);
  });
});
