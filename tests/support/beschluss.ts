import { randomUUID } from "node:crypto";
import type { Actor } from "../../src/platform/actor.ts";
import { today } from "../../src/platform/clock.ts";
import { type Tx, writeAs } from "../../src/platform/db.ts";

type Wish = {
  /** Its day (ISO); today by itself. */
  readonly tag?: string;
  readonly ergebnis?: string;
  /** Its number in the year; the next by itself. */
  readonly nummer?: number;
  readonly luecke?: string;
  readonly titel?: string;
  readonly wortlaut?: string;
  readonly stimmen?: { readonly ja: number; readonly nein: number; readonly enthaltung: number };
};

const BODY = { rhythmus: "quartal", quorum: "keines" };

async function nextNumber(tx: Tx, jahr: number): Promise<number> {
  const last = await tx
    .selectFrom("kim.beschluss")
    .select((eb) => eb.fn.max("nummer").as("nummer"))
    .where("jahr", "=", jahr)
    .executeTakeFirst();
  return (last?.nummer ?? 0) + 1;
}

async function write(tx: Tx, { kreis }: Actor, wish: Wish) {
  const { tag = today(), luecke = null, titel = "Konzept", ergebnis = "angenommen", stimmen } = wish;
  const { wortlaut = "Das Handlungskonzept wird angenommen." } = wish;
  const [gremium, sitzung, top, beschluss] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const jahr = Number(tag.slice(0, 4));
  const nummer = wish.nummer ?? (await nextNumber(tx, jahr));
  const name = `Lenkungsgruppe ${nummer}`;
  await tx
    .insertInto("kim.gremium")
    .values({ kreis, id: gremium, art: "lenkungsgruppe", name, ...BODY, gegruendet_am: "2021-01-01" })
    .execute();
  const when = { tag, beginn: 600, ende: 720, ort: "Kreishaus", stand: "durchgefuehrt", stand_seit: tag };
  await tx
    .insertInto("kim.gremium_sitzung")
    .values({ kreis, id: sitzung, gremium_id: gremium, ...when })
    .execute();
  await tx
    .insertInto("kim.top")
    .values({ kreis, id: top, sitzung_id: sitzung, rang: 1, titel, luecke_id: luecke })
    .execute();
  const said = { jahr, nummer, gefasst_am: tag, wortlaut, ergebnis, ...stimmen };
  await tx
    .insertInto("kim.beschluss")
    .values({ kreis, id: beschluss, sitzung_id: sitzung, top_id: top, ...said })
    .execute();
  return { beschluss, top };
}

/** A decision as a body took it; its id. */
export const beschlussFuer = async (actor: Actor, wish: Wish = {}): Promise<string> =>
  (await writeAs(actor, (tx) => write(tx, actor, wish))).beschluss;

/** A Beschluss of a Lenkungsgruppe about a gap, and the Projektgruppe that it founded. */
export type Beschlossen = { readonly beschluss: string; readonly gruppe: string; readonly top: string };

/** What a meeting leaves behind that founded a Projektgruppe. `nummer` is that of the Beschluss in this year. */
export const beschlossen = (actor: Actor, luecke: string, nummer?: number): Promise<Beschlossen> =>
  writeAs(actor, async (tx) => {
    const { kreis } = actor;
    const made = await write(tx, actor, {
      ...(nummer === undefined ? {} : { nummer }),
      luecke,
      titel: "Betreuung neben dem Kurs",
      wortlaut: "Eine Projektgruppe wird eingesetzt.",
      stimmen: { ja: 7, nein: 0, enthaltung: 1 },
    });
    const gruppe = randomUUID();
    const founded = { gegruendet_am: today(), gegruendet_durch: made.beschluss, luecke_id: luecke };
    await tx
      .insertInto("kim.gremium")
      .values({ kreis, id: gruppe, art: "projektgruppe", name: "Projektgruppe Betreuung", ...BODY, ...founded })
      .execute();
    return { ...made, gruppe };
  });
