import { NeuerFall, openFall } from "../../src/domains/faelle/index.ts";
import { addZiel } from "../../src/domains/hilfeplan/commands/add-ziel.ts";
import { today } from "../../src/platform/clock.ts";
import { writeAs } from "../../src/platform/db.ts";
import { draft } from "../journeys/draft.ts";
import { type Ids, type Ort, type Probe, besuch, nur } from "../journeys/probe.ts";
import { neuerEntwurf, vereinbart, zielEingabe } from "../support/hilfeplan.ts";

const beraterin = besuch("beraterin");
const plan = (id: string, rest = "") => `/faelle/:${id}/hilfeplan${rest}`;

/** A case with an agreed plan and a draft of the next version, and one with the first draft. */
async function make({ stelle, ids }: Ort): Promise<Ids> {
  const { actor } = stelle.konto;
  const neu = () =>
    writeAs(actor, (tx) =>
      openFall(tx, actor, NeuerFall.parse({ person: ids["person"] ?? "", begonnen: today(), dringlichkeit: "normal" })),
    );
  const [geplant, erster, leer] = [await neu(), await neu(), await neu()];
  await neuerEntwurf(actor, geplant);
  await vereinbart(actor, geplant);
  const ziel = await neuerEntwurf(actor, geplant);
  await neuerEntwurf(actor, erster);
  const lang = zielEingabe("Ich möchte Donaudampfschifffahrtskapitänswitwe".repeat(4), []);
  await writeAs(actor, (tx) => addZiel(tx, actor, erster, lang));
  const entwurfZiel = await draft(actor, "hilfeplan-ziel-aendern", { ziel: ["Ich"], _version: ["1"] }, ziel);
  return { geplant, erster, leer, ziel, entwurfZiel };
}

export const probe: Probe = {
  wege: {
    "/faelle/:id/hilfeplan": [
      beraterin(plan("leer")),
      nur("beraterin", plan("geplant")),
      nur("beraterin", plan("geplant", "?fassung=1&getan=vereinbart")),
      nur("beraterin", plan("erster")),
    ],
    "/faelle/:id/hilfeplan/entwurf": [
      beraterin(plan("geplant", "/entwurf")),
      nur("beraterin", plan("erster", "/entwurf")),
    ],
    "/faelle/:id/hilfeplan/ziel": [beraterin(plan("geplant", "/ziel"))],
    "/hilfeplan/ziele/:id": [
      beraterin("/hilfeplan/ziele/:ziel"),
      nur("beraterin", "/hilfeplan/ziele/:ziel?entwurf=:entwurfZiel"),
    ],
    "/hilfeplan/ziele/:id/entfernen": [beraterin("/hilfeplan/ziele/:ziel/entfernen")],
    "/faelle/:id/hilfeplan/vereinbaren": [nur("beraterin", plan("erster", "/vereinbaren"))],
    "/faelle/:id/hilfeplan/verwerfen": [beraterin(plan("erster", "/verwerfen"))],
    "/faelle/:id/hilfeplan/stand": [beraterin(plan("geplant", "/stand")), nur("beraterin", plan("leer", "/stand"))],
    "/faelle/:id/hilfeplan/ueberpruefung": [
      beraterin(plan("geplant", "/ueberpruefung")),
      nur("beraterin", plan("leer", "/ueberpruefung")),
    ],
    "/faelle/:id/hilfeplan/vergleich": [
      nur("beraterin", plan("geplant", "/vergleich")),
      nur("beraterin", plan("leer", "/vergleich")),
    ],
    "/faelle/:id/hilfeplan/druck": [
      nur("beraterin", plan("geplant", "/druck")),
      nur("beraterin", plan("geplant", "/druck?fassung=2")),
    ],
  },
  dateien: ["/faelle/:id/hilfeplan/pdf"],
  arten: {
    "/hilfeplan/ziele/": "ziel",
    "/entwurf/hilfeplan-ziel/": "geplant",
    "/entwurf/hilfeplan-ziel-aendern/": "ziel",
  },
  akten: ["/hilfeplan/ziele/"],
  after: ["personen", "faelle"],
  make,
};
