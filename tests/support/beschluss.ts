import { randomUUID } from "node:crypto";
import type { Actor } from "../../src/platform/actor.ts";
import { today } from "../../src/platform/clock.ts";
import { writeAs } from "../../src/platform/db.ts";

/** A Beschluss of a Lenkungsgruppe about a gap, and the Projektgruppe that it founded. */
export type Beschlossen = { readonly beschluss: string; readonly gruppe: string; readonly top: string };

/** What a meeting leaves behind that founded a Projektgruppe. `nummer` is that of the Beschluss in this year. */
export function beschlossen(actor: Actor, luecke: string, nummer = 1): Promise<Beschlossen> {
  const { kreis } = actor;
  const [gremium, sitzung, top, beschluss, gruppe] = Array.from({ length: 5 }, () => randomUUID());
  const heute = today();
  return writeAs(actor, async (tx) => {
    const body = { kreis, rhythmus: "quartal", quorum: "keines", gegruendet_am: heute };
    await tx
      .insertInto("kim.gremium")
      .values({ ...body, id: gremium, art: "lenkungsgruppe", name: `Lenkungsgruppe ${nummer}` })
      .execute();
    await tx
      .insertInto("kim.gremium_sitzung")
      .values({
        kreis,
        id: sitzung,
        gremium_id: gremium ?? "",
        tag: heute,
        beginn: 600,
        ende: 720,
        ort: "Kreishaus",
        stand: "durchgefuehrt",
        stand_seit: heute,
      })
      .execute();
    await tx
      .insertInto("kim.top")
      .values({
        kreis,
        id: top,
        sitzung_id: sitzung ?? "",
        rang: 1,
        titel: "Betreuung neben dem Kurs",
        luecke_id: luecke,
      })
      .execute();
    await tx
      .insertInto("kim.beschluss")
      .values({
        kreis,
        id: beschluss,
        sitzung_id: sitzung ?? "",
        top_id: top ?? "",
        jahr: Number(heute.slice(0, 4)),
        nummer,
        gefasst_am: heute,
        wortlaut: "Eine Projektgruppe wird eingesetzt.",
        ergebnis: "angenommen",
        ja: 7,
        nein: 0,
        enthaltung: 1,
      })
      .execute();
    await tx
      .insertInto("kim.gremium")
      .values({
        ...body,
        id: gruppe,
        art: "projektgruppe",
        name: "Projektgruppe Betreuung",
        gegruendet_durch: beschluss,
        luecke_id: luecke,
      })
      .execute();
    return { beschluss: beschluss ?? "", gruppe: gruppe ?? "", top: top ?? "" };
  });
}
