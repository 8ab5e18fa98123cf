import { NeueBesprechung, addBesprechung } from "../../src/domains/fallbesprechung/index.ts";
import { VereinbarungEingabe, agree, fallOf } from "../../src/domains/faelle/index.ts";
import type { Actor } from "../../src/platform/actor.ts";
import { today } from "../../src/platform/clock.ts";
import { readAs, writeAs } from "../../src/platform/db.ts";
import { daysFrom } from "../../src/platform/span.ts";
import { draft } from "../journeys/draft.ts";
import { type Ids, type Ort, type Probe, besuch, nur } from "../journeys/probe.ts";
import { nimmtZurueck, willigtEinIn } from "../support/einwilligungen.ts";

const beraterin = besuch("beraterin");

type Mehr = Readonly<Record<string, string | readonly string[]>>;
const KATEGORIEN = ["kontakt", "wohnen"] as const;

/** One by name, and one whose consent was taken back before it took place. */
async function konferenzen(actor: Actor, fall: string, add: (more: Mehr) => Promise<string>) {
  const { personId } = await readAs(actor, (tx) => fallOf(tx, actor, fall));
  const am = daysFrom(today(), 9);
  const mit = async (empfaenger: string) => {
    const ziel = { zweck: "konferenz", empfaenger_art: "amt", empfaenger, kategorien: KATEGORIEN } as const;
    const einwilligung = await willigtEinIn(actor, personId, ziel);
    const wer = { einwilligungen: [einwilligung], kategorien: KATEGORIEN, t1_stelle: empfaenger };
    return { einwilligung, id: await add({ art: "konferenz", namentlich: "ja", am, ...wer }) };
  };
  const ohne = await mit("Jugendamt Beispielstadt");
  await nimmtZurueck(actor, ohne.einwilligung);
  return { konferenz: (await mit("Wohnungsamt Beispielstadt")).id, konferenzOhne: ohne.id };
}

async function make({ stelle, ids }: Ort): Promise<Ids> {
  const { actor } = stelle.konto;
  const fall = ids["fall"] ?? "";
  const input = (more: Mehr) =>
    NeueBesprechung.parse({ fall, art: "besprechung", am: today(), frage: "Wer hilft bei der Wohnung?", ...more });
  const add = (more: Mehr) => writeAs(actor, (tx) => addBesprechung(tx, actor, input(more)));
  const besprechung = await add({
    t1_name: "Dr. Kim Kollegin",
    t1_stelle: "Wohnungsamt",
    protokoll: "Es wird geprüft.",
  });
  const { konferenz, konferenzOhne } = await konferenzen(actor, fall, add);
  const bis = daysFrom(today(), 14);
  const punkt = VereinbarungEingabe.parse({ besprechung, wer: "Wohnungsamt", was: "Nachsehen, was frei ist", bis });
  await writeAs(actor, (tx) => agree(tx, actor, fall, punkt));
  const typed = { frage: ["Was fehlt?"], fall: [fall] };
  const entwurfBesprechung = await draft(actor, "fallbesprechung", typed);
  return { besprechung, konferenz, konferenzOhne, entwurfBesprechung };
}

export const probe: Probe = {
  wege: {
    "/fallbesprechungen/neu": [
      beraterin("/fallbesprechungen/neu?fall=:fall"),
      nur("beraterin", "/fallbesprechungen/neu"),
      nur("beraterin", "/fallbesprechungen/neu?entwurf=:entwurfBesprechung"),
    ],
    "/fallbesprechungen/:id": [
      beraterin("/fallbesprechungen/:besprechung?getan=angelegt"),
      nur("beraterin", "/fallbesprechungen/:konferenz"),
      nur("beraterin", "/fallbesprechungen/:konferenzOhne"),
    ],
    "/fallbesprechungen/:id/bearbeiten": [
      beraterin("/fallbesprechungen/:besprechung/bearbeiten"),
      nur("beraterin", "/fallbesprechungen/:konferenz/bearbeiten"),
    ],
    "/faelle/:id": [nur("beraterin", "/faelle/:fall?getan=vereinbart")],
  },
  arten: { "/fallbesprechungen/": "besprechung", "/entwurf/fallbesprechung-aendern/": "besprechung" },
  akten: ["/fallbesprechungen/"],
  after: ["faelle"],
  make,
};
