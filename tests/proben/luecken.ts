import {
  mergeLuecke,
  moveLuecke,
  NeueLuecke,
  reportLuecke,
  SchrittEingabe,
  Zusammen,
} from "../../src/domains/luecken/index.ts";
import type { Actor } from "../../src/platform/actor.ts";
import { writeAs } from "../../src/platform/db.ts";
import { type Ids, type Ort, type Probe, besuch, nur } from "../journeys/probe.ts";

const koordination = besuch("koordination");
const beraterin = besuch("beraterin");

/** A gap as it comes in, one that is a theme, one that was put together with it. */
async function make({ stelle, actorOf }: Ort): Promise<Ids> {
  const { actor } = stelle.konto;
  const steuert = actorOf("koordination");
  const report = (who: Actor, satz: string) =>
    writeAs(who, (tx) =>
      reportLuecke(
        tx,
        who,
        NeueLuecke.parse({
          handlungsfeld: "sprache",
          satz,
          kommunen: [...stelle.ags],
          personen: "12",
          beispiel: "Der Kurs begann ohne Kinderbetreuung; eine Mutter brach ab.",
          rechtskreis: "integration",
        }),
      ),
    );
  const move = (id: string, version: number, more: Readonly<Record<string, string>>) =>
    writeAs(steuert, (tx) => moveLuecke(tx, steuert, { id, version }, SchrittEingabe.parse(more)));
  const luecke = await report(actor, "Für Mütter mit kleinen Kindern gibt es keinen Sprachkurs mit Betreuung.");
  const thema = await report(actor, "Sprachkurse ohne Kinderbetreuung schließen Mütter aus.");
  const andere = await report(steuert, "Zwei Sprachkurse haben keine Betreuung für Kinder.");
  await move(thema, 1, { nach: "gesichtet" });
  await move(thema, 2, { nach: "validiert", faelle: "4", standorte: "2" });
  await move(thema, 3, { nach: "thema", thema: "Betreuung neben dem Sprachkurs" });
  const into = Zusammen.parse({ in: thema, grund: "Sagt dasselbe." });
  await writeAs(steuert, (tx) => mergeLuecke(tx, steuert, { id: andere, version: 1 }, into));
  return { luecke, lueckeThema: thema, lueckeAndere: andere };
}

const EINE = "/luecken/:luecke";

export const probe: Probe = {
  wege: {
    "/luecken": [
      koordination("/luecken"),
      nur("beraterin", "/luecken?stand=alle&handlungsfeld=sprache"),
      nur("dezernat", "/luecken?stand=geschlossen"),
    ],
    "/luecken/tafel": [koordination("/luecken/tafel"), nur("dezernat", "/luecken/tafel")],
    "/luecken/neu": [beraterin("/luecken/neu"), nur("koordination", "/luecken/neu")],
    "/luecken/meine": [beraterin("/luecken/meine?getan=gemeldet"), nur("mukis", "/luecken/meine")],
    "/luecken/:id": [
      koordination(EINE),
      koordination("/luecken/:lueckeThema?getan=weiter"),
      nur("koordination", "/luecken/:lueckeAndere"),
      nur("dezernat", "/luecken/:lueckeThema"),
    ],
    "/luecken/:id/melden": [beraterin(`${EINE}/melden`)],
    "/luecken/:id/schritt": [
      koordination(`${EINE}/schritt?nach=gesichtet`),
      nur("koordination", `${EINE}/schritt`),
      nur("koordination", "/luecken/:lueckeThema/schritt?nach=validiert"),
    ],
    "/luecken/:id/zusammenfuehren": [koordination(`${EINE}/zusammenfuehren?in=:lueckeThema`)],
  },
  arten: { "/luecken/": "luecke" },
  make,
};
