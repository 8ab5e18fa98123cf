import {
  KopfEingabe,
  MitgliedEingabe,
  SchrittEingabe,
  StationEingabe,
  addFall,
  addMitglied,
  addStation,
  beginRekonstruktion,
  moveRekonstruktion,
  rekonstruktionOf,
} from "../../src/domains/rekonstruktion/index.ts";
import type { Actor } from "../../src/platform/actor.ts";
import { readAs, writeAs } from "../../src/platform/db.ts";
import { type TestKonto, testKonto } from "./konten.ts";

type More = Readonly<Record<string, string | readonly string[]>>;

export const FRAGE = "Warum dauerte es bis zum Schulplatz so lange?";

/** A reconstruction that somebody leads. */
export const begonnene = (leitet: Actor, more: More = {}): Promise<string> =>
  writeAs(leitet, (tx) =>
    beginRekonstruktion(
      tx,
      leitet,
      KopfEingabe.parse({ frage: FRAGE, familienform: "familie", rechtskreis: "schulg", ...more }),
    ),
  );

/** Somebody sits at its table; with an address she writes along. */
export const amTisch = (leitet: Actor, id: string, email = "", organisation = "Case Management"): Promise<void> =>
  writeAs(leitet, (tx) => addMitglied(tx, leitet, id, MitgliedEingabe.parse({ organisation, email })));

/** Its next step. */
export const weiter = (leitet: Actor, id: string, nach: string, more: More = {}): Promise<void> =>
  writeAs(leitet, async (tx) => {
    const { version } = await rekonstruktionOf(tx, leitet, id);
    await moveRekonstruktion(tx, leitet, { id, version }, SchrittEingabe.parse({ nach, ...more }));
  });

export const ERGEBNIS = {
  ergebnis: "Zwei Häuser vergaben Plätze, ohne voneinander zu wissen.",
  befund: "Es fehlt eine Stelle, die alle freien Plätze kennt.",
};

/** A station of it; it broke there unless `more` says otherwise. */
export const station = (actor: Actor, id: string, more: More = {}): Promise<string> =>
  writeAs(actor, (tx) =>
    addStation(
      tx,
      actor,
      id,
      StationEingabe.parse({
        wann: "nach 3 Wochen",
        geschehen: "Die Schule verwies an eine andere.",
        handelnd_art: "schule_kita",
        bruch: "ja",
        bruchgruende: ["zustaendigkeit"],
        ...more,
      }),
    ),
  );

/** One that is worked on, by whoever signs in with one of these addresses. */
export async function inArbeit(leitet: Actor, ...emails: readonly string[]): Promise<string> {
  const id = await begonnene(leitet);
  await amTisch(leitet, id, "", "Schulamt");
  for (const email of emails) await amTisch(leitet, id, email);
  await weiter(leitet, id, "in_arbeit");
  return id;
}

export const lies = (actor: Actor, id: string) => readAs(actor, (tx) => rekonstruktionOf(tx, actor, id));

/** A case of somebody goes into a reconstruction of her Kreis. */
export async function rekonstruiert({ actor, email }: TestKonto, fall: string): Promise<void> {
  const leitet = await testKonto({ kreis: actor.kreis, rollen: ["kim_koordination"] });
  const id = await inArbeit(leitet.actor, email);
  await writeAs(actor, (tx) => addFall(tx, actor, id, fall));
}
