import {
  Absage,
  type EmpfaengerArt,
  Erlaeuterung,
  Erteilung,
  type Kategorie,
  NeueEinwilligung,
  type Zweck,
  draftEinwilligung,
  endEinwilligung,
  explainEinwilligung,
  giveEinwilligung,
  passOn,
  releaseText,
  writeText,
} from "../../src/domains/einwilligungen/index.ts";
import type { Actor } from "../../src/platform/actor.ts";
import { today } from "../../src/platform/clock.ts";
import { writeAs } from "../../src/platform/db.ts";

/** What somebody drew: a name in two strokes. */
export const STRICHE = "20,120 60,40 100,120 140,60 180,130;210,40 215,90 220,140";

/** A released text, a draft of a translation of it, and of one person a consent in each state; their ids. */
export async function einwilligungenIn(
  actor: Actor,
  leitung: Actor,
  person: string,
): Promise<Readonly<Record<string, string>>> {
  const text = async (sprache: "de" | "uk", frei: boolean) =>
    writeAs(leitung, async (tx) => {
      const id = await writeText(tx, leitung, { zweck: "weitergabe", sprache }, { wortlaut: "Ich bin einverstanden." });
      if (frei) await releaseText(tx, leitung, { id, version: 1 });
      return id;
    });
  const einwilligungstextFrei = await text("de", true);
  const einwilligungstext = await text("uk", false);
  const draft = (empfaenger: string) =>
    writeAs(actor, (tx) => {
      const typed = {
        zweck: "weitergabe",
        empfaenger_art: "kita_schule",
        empfaenger,
        kategorien: ["kontakt", "sprache"],
      };
      return draftEinwilligung(tx, actor, person, NeueEinwilligung.parse(typed));
    });
  const explained = async (empfaenger: string) => {
    const id = await draft(empfaenger);
    const typed = Erlaeuterung.parse({ am: today(), sprache: "uk", verstaendigung: "sprachmittlung" });
    await writeAs(actor, (tx) => explainEinwilligung(tx, actor, { id, version: 1 }, typed));
    return id;
  };
  const given = async (empfaenger: string, wie: Readonly<Record<string, string>> = { form: "papier" }) => {
    const id = await explained(empfaenger);
    const typed = Erteilung.parse({ am: today(), durch: "person", ...wie });
    await writeAs(actor, (tx) => giveEinwilligung(tx, actor, { id, version: 2 }, typed));
    return id;
  };
  const einwilligungWiderrufen = await given("Kita Regenbogen");
  const vorhaben = { zweck: "weitergabe", empfaengerArt: "kita_schule", empfaenger: "Kita Regenbogen" } as const;
  await writeAs(actor, (tx) => passOn(tx, actor, person, { ...vorhaben, kategorien: ["sprache"] }, "verweis"));
  const widerruf = Absage.parse({ am: today(), grund: "Möchte es selbst sagen" });
  const at = { id: einwilligungWiderrufen, version: 3 };
  await writeAs(actor, (tx) => endEinwilligung(tx, actor, at, "widerrufen", widerruf));
  return {
    einwilligungstext,
    einwilligungstextFrei,
    einwilligung: await draft("Grundschule am Bach"),
    einwilligungErklaert: await explained("Kita Sonnenhut"),
    einwilligungErteilt: await given("Familienzentrum Wiese"),
    einwilligungBildschirm: await given("Kita Musterweg", { form: "bildschirm", unterschrift: STRICHE }),
    einwilligungWiderrufen,
  };
}

/** The words for a purpose, released where nobody did yet. */
const textZu = (actor: Actor, zweck: Zweck): Promise<void> =>
  writeAs(actor, async (tx) => {
    const released = await tx
      .selectFrom("kim.einwilligung_text")
      .select("id")
      .where("traeger_id", "=", actor.traegerId)
      .where("zweck", "=", zweck)
      .executeTakeFirst();
    if (released !== undefined) return;
    const text = await writeText(tx, actor, { zweck, sprache: "de" }, { wortlaut: "Ich möchte das." });
    await releaseText(tx, actor, { id: text, version: 1 });
  });

/** Somebody agrees to something to be passed on. Returns the id. */
export async function willigtEinIn(
  actor: Actor,
  person: string,
  typed: {
    readonly zweck: Zweck;
    readonly empfaenger_art: EmpfaengerArt;
    readonly empfaenger?: string;
    readonly kategorien: readonly Kategorie[];
  },
  am = today(),
): Promise<string> {
  await textZu(actor, typed.zweck);
  const id = await writeAs(actor, (tx) => draftEinwilligung(tx, actor, person, NeueEinwilligung.parse(typed)));
  const erklaert = Erlaeuterung.parse({ am, sprache: "de" });
  await writeAs(actor, (tx) => explainEinwilligung(tx, actor, { id, version: 1 }, erklaert));
  const gegeben = Erteilung.parse({ am, durch: "person", form: "papier" });
  await writeAs(actor, (tx) => giveEinwilligung(tx, actor, { id, version: 2 }, gegeben));
  return id;
}

/** A person consents to be accompanied: what a case needs before its assessment. Returns the id. */
export const willigtEin = (actor: Actor, person: string, am = today()): Promise<string> =>
  willigtEinIn(
    actor,
    person,
    { zweck: "begleitung", empfaenger_art: "eigener_traeger", kategorien: ["kontakt", "verlauf"] },
    am,
  );

/** Takes back what was agreed to, on the version that is stored. */
export const nimmtZurueck = (actor: Actor, id: string): Promise<void> =>
  writeAs(actor, async (tx) => {
    const now = await tx
      .selectFrom("kim.einwilligung")
      .select("version")
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    await endEinwilligung(tx, actor, { id, version: now.version }, "widerrufen", Absage.parse({ am: today() }));
  });
