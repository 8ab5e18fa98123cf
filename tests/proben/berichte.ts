import { correctBericht } from "../../src/domains/berichte/commands/correct-bericht.ts";
import { saveVorlage } from "../../src/domains/berichte/commands/save-vorlage.ts";
import { setWord } from "../../src/domains/berichte/commands/set-word.ts";
import { halbjahre } from "../../src/domains/berichte/model/zeitraum.ts";
import { today } from "../../src/platform/clock.ts";
import { writeAs } from "../../src/platform/db.ts";
import { freigegebener, kapitelVon, neuerEntwurf, schreib } from "../support/berichte.ts";
import { wordDateiMit } from "../support/word-vorlage.ts";
import { type Ids, type Ort, type Probe, besuch, nur } from "../journeys/probe.ts";

const koordination = besuch("koordination");

/** A draft with a text that its figures have left behind, a released report, and the draft that is to correct it. */
async function make({ actorOf }: Ort): Promise<Ids> {
  const actor = actorOf("koordination");
  const [jetzt] = halbjahre(today(), 1);
  const bericht = await neuerEntwurf(actor, jetzt);
  await schreib(actor, bericht, "ausblick", {
    text: "Im **Herbst** geht es weiter.\n\n# Danach\n\n- mehr\n- noch mehr",
  });
  await schreib(actor, bericht, "beratung", {
    text: "Das Case Management hat drei Menschen beraten.",
    gesehen: "Von früher.",
  });
  const { id: kapitel } = await kapitelVon(actor, bericht, "beratung");
  const berichtFrei = await freigegebener(actor, jetzt);
  const grund = "Eine Liste war noch nicht übernommen.";
  const berichtAlt = await freigegebener(actor, jetzt);
  await writeAs(actor, (tx) => correctBericht(tx, actor, { id: berichtAlt }, { grund }));
  const vorlage = await writeAs(actor, (tx) =>
    saveVorlage(tx, actor, { id: bericht }, { ersetzt: null, name: "Sozialausschuss", feste: [kapitel] }),
  );
  const haus = { name: "haus.docx", bytes: await wordDateiMit(["{titel}", "{beratungen}"]) };
  await writeAs(actor, (tx) => setWord(tx, actor, { id: vorlage }, haus));
  return { bericht, kapitel, vorlage, berichtFrei, berichtAlt };
}

export const probe: Probe = {
  wege: {
    "/berichte": [nur("koordination", "/berichte?getan=verworfen"), nur("dezernat", "/berichte")],
    "/berichte/neu": [nur("koordination", "/berichte/neu")],
    "/berichte/:id": [
      nur("koordination", "/berichte/:bericht"),
      nur("koordination", "/berichte/:berichtAlt"),
      nur("dezernat", "/berichte/:berichtFrei?getan=freigegeben"),
    ],
    "/berichte/:id/bearbeiten": [koordination("/berichte/:bericht/bearbeiten")],
    "/berichte/:id/kapitel": [koordination("/berichte/:bericht/kapitel")],
    "/berichte/:id/kapitel/neu": [koordination("/berichte/:bericht/kapitel/neu")],
    "/berichte/vorlagen": [nur("koordination", "/berichte/vorlagen?getan=vorlage")],
    "/berichte/vorlagen/:id": [koordination("/berichte/vorlagen/:vorlage")],
    "/berichte/vorlagen/word": [koordination("/berichte/vorlagen/word")],
    "/berichte/:id/vorlage": [nur("koordination", "/berichte/:bericht/vorlage")],
    "/berichte/kapitel/:id": [koordination("/berichte/kapitel/:kapitel")],
    "/berichte/kapitel/:id/entfernen": [koordination("/berichte/kapitel/:kapitel/entfernen")],
    "/berichte/:id/freigeben": [koordination("/berichte/:bericht/freigeben")],
    "/berichte/:id/berichtigen": [koordination("/berichte/:berichtFrei/berichtigen")],
    "/berichte/:id/verwerfen": [koordination("/berichte/:bericht/verwerfen")],
  },
  dateien: ["pdf", "docx", "json"].map((format) => `/berichte/:id/${format}`),
  arten: {
    "/berichte/kapitel/": "kapitel",
    "/berichte/vorlagen/": "vorlage",
    "/berichte/": "bericht",
    "/entwurf/bericht/": "bericht",
    "/entwurf/kapitel/": "kapitel",
  },
  after: ["auswertung"],
  make,
};
