import { noteVakanz } from "../../src/domains/stellen/index.ts";
import { systemActor } from "../../src/platform/actor.ts";
import { writeAs } from "../../src/platform/db.ts";
import { besetzung as neueBesetzung, stelle as neueStelle } from "../support/stellen.ts";
import { type Ids, type Ort, type Probe, besuch, nur } from "../journeys/probe.ts";

const administration = besuch("administration");

const STELLE = "/stellen/:stelle";
const BESETZUNG = `${STELLE}/besetzungen/:besetzung`;

/** A post that is partly filled and vacant for a reason, and one that nobody ever filled. */
async function make({ stelle: { kreis, traegerId, ags } }: Ort): Promise<Ids> {
  const actor = systemActor(kreis, traegerId);
  const stelle = await neueStelle(actor, traegerId, { art: "cm_lokal", vzae: "1,5", kommunen: [...ags] });
  const besetzung = await neueBesetzung(actor, stelle, { name: "Mira-Magdalena Beispiel-Musterhausen" });
  await writeAs(actor, (tx) => noteVakanz(tx, actor, { id: stelle }, { von: "2023-01-01", grund: "elternzeit" }));
  return { stelle, besetzung, leereStelle: await neueStelle(actor, traegerId, { art: "abh_fachkraft" }) };
}

export const probe: Probe = {
  wege: {
    "/stellen": [
      administration("/stellen?am=2026-01-15"),
      nur("leitung", "/stellen?modul=II"),
      nur("dezernat", "/stellen"),
      nur("neuerKreis", "/stellen?am=2020-01-01"),
    ],
    "/stellen/neu": [administration("/stellen/neu")],
    "/stellen/:id": [administration(STELLE), nur("dezernat", STELLE), nur("administration", "/stellen/:leereStelle")],
    "/stellen/:id/bearbeiten": [administration(`${STELLE}/bearbeiten`)],
    "/stellen/:id/besetzen": [administration(`${STELLE}/besetzen`)],
    "/stellen/:id/vakanz": [administration(`${STELLE}/vakanz`)],
    "/stellen/:id/entfernen": [administration("/stellen/:leereStelle/entfernen")],
    "/stellen/:id/besetzungen/:besetzung/beenden": [administration(`${BESETZUNG}/beenden`)],
    "/stellen/:id/besetzungen/:besetzung/bearbeiten": [administration(`${BESETZUNG}/bearbeiten`)],
    "/stellen/:id/besetzungen/:besetzung/entfernen": [administration(`${BESETZUNG}/entfernen`)],
  },
  arten: { "/stellen/": "stelle" },
  make,
};
