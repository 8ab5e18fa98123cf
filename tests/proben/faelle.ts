import { NeuerFall, openFall } from "../../src/domains/faelle/index.ts";
import { today } from "../../src/platform/clock.ts";
import { writeAs } from "../../src/platform/db.ts";
import { draft } from "../journeys/draft.ts";
import { type Ids, type Ort, type Probe, besuch, nur } from "../journeys/probe.ts";

const beraterin = besuch("beraterin");

async function make({ stelle, ids }: Ort): Promise<Ids> {
  const { actor } = stelle.konto;
  const input = (person: string) =>
    NeuerFall.parse({ person, begonnen: today(), dringlichkeit: "bald", anliegen: "Sucht eine Wohnung" });
  const fall = await writeAs(actor, (tx) => openFall(tx, actor, input(ids["person"] ?? "")));
  const fallLang = await writeAs(actor, (tx) => openFall(tx, actor, input(ids["personLang"] ?? "")));
  const entwurfFall = await draft(actor, "fall-aendern", { anliegen: ["Sucht"], _version: ["1"] }, fallLang);
  return { fall, fallLang, entwurfFall };
}

export const probe: Probe = {
  wege: {
    "/faelle": [beraterin("/faelle"), nur("beraterin", "/faelle?stand=beendet"), nur("neue", "/faelle")],
    "/faelle/neu": [beraterin("/faelle/neu?person=:person"), nur("beraterin", "/faelle/neu")],
    "/faelle/:id": [beraterin("/faelle/:fall"), nur("beraterin", "/faelle/:fallLang?getan=angelegt")],
    "/faelle/:id/schritt": [
      beraterin("/faelle/:fall/schritt?nach=klaerung"),
      nur("beraterin", "/faelle/:fall/schritt"),
      nur("beraterin", "/faelle/:fall/schritt?nach=verweis"),
    ],
    "/faelle/:id/bearbeiten": [
      beraterin("/faelle/:fall/bearbeiten"),
      nur("beraterin", "/faelle/:fallLang/bearbeiten?entwurf=:entwurfFall"),
    ],
  },
  arten: { "/faelle/": "fall", "/entwurf/fall-aendern/": "fall" },
  akten: ["/faelle/"],
  after: ["personen"],
  make,
};
