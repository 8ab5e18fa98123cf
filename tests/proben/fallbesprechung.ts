import { NeueBesprechung, addBesprechung } from "../../src/domains/fallbesprechung/index.ts";
import { VereinbarungEingabe, agree } from "../../src/domains/faelle/index.ts";
import { today } from "../../src/platform/clock.ts";
import { writeAs } from "../../src/platform/db.ts";
import { daysFrom } from "../../src/platform/span.ts";
import { draft } from "../journeys/draft.ts";
import { type Ids, type Ort, type Probe, besuch, nur } from "../journeys/probe.ts";

const beraterin = besuch("beraterin");

async function make({ stelle, ids }: Ort): Promise<Ids> {
  const { actor } = stelle.konto;
  const fall = ids["fall"] ?? "";
  const input = (more: Readonly<Record<string, string>>) =>
    NeueBesprechung.parse({ fall, art: "besprechung", am: today(), frage: "Wer hilft bei der Wohnung?", ...more });
  const add = (more: Readonly<Record<string, string>>) =>
    writeAs(actor, (tx) => addBesprechung(tx, actor, input(more)));
  const besprechung = await add({
    t1_name: "Dr. Kim Kollegin",
    t1_stelle: "Wohnungsamt",
    protokoll: "Es wird geprüft.",
  });
  const konferenz = await add({ art: "konferenz", namentlich: "ja", am: daysFrom(today(), 9) });
  const bis = daysFrom(today(), 14);
  const punkt = VereinbarungEingabe.parse({ besprechung, wer: "Wohnungsamt", was: "Nachsehen, was frei ist", bis });
  await writeAs(actor, (tx) => agree(tx, actor, fall, punkt));
  const typed = { frage: ["Was fehlt?"], fall: [fall] };
  const entwurfBesprechung = await draft(actor, "fallbesprechung", typed);
  return { besprechung, konferenz, entwurfBesprechung };
}

export const probe: Probe = {
  wege: {
    "/fallbesprechungen/neu": [
      beraterin("/fallbesprechungen/neu?fall=:fall"),
      nur("beraterin", "/fallbesprechungen/neu"),
      nur("beraterin", "/fallbesprechungen/neu?fall=:fall&entwurf=:entwurfBesprechung"),
    ],
    "/fallbesprechungen/:id": [
      beraterin("/fallbesprechungen/:besprechung?getan=angelegt"),
      nur("beraterin", "/fallbesprechungen/:konferenz"),
    ],
    "/fallbesprechungen/:id/bearbeiten": [beraterin("/fallbesprechungen/:besprechung/bearbeiten")],
    "/faelle/:id": [nur("beraterin", "/faelle/:fall?getan=vereinbart")],
  },
  arten: { "/fallbesprechungen/": "besprechung", "/entwurf/fallbesprechung-aendern/": "besprechung" },
  akten: ["/fallbesprechungen/"],
  after: ["faelle"],
  make,
};
