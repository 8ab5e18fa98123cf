import { addAngehoerige, addStelle } from "../../src/domains/familie/index.ts";
import { setBetroffene } from "../../src/domains/faelle/index.ts";
import { PersonEingabe } from "../../src/domains/personen/index.ts";
import { readAs, writeAs } from "../../src/platform/db.ts";
import { type Ids, type Ort, type Probe, besuch, nur } from "../journeys/probe.ts";

const beraterin = besuch("beraterin");

async function make({ stelle, ids }: Ort): Promise<Ids> {
  const { actor } = stelle.konto;
  const person = ids["personLang"] ?? "";
  const add = (vorname: string, beziehung: "kind" | "partner", geburtsdatum = "") =>
    writeAs(actor, (tx) => {
      const eingabe = PersonEingabe.parse({
        person_vorname: vorname,
        person_nachname: "Musterhausen",
        person_geburtsdatum: geburtsdatum,
      });
      return addAngehoerige(tx, actor, person, { beziehung, von: null, zusammen: true }, eingabe);
    });
  const kind = await add("Ida", "kind", "2020-02-29");
  await add("Tom", "partner");
  await writeAs(actor, (tx) =>
    addStelle(tx, actor, kind, { art: "vormund", stelle: "Jugendamt Musterhausen", von: "2025-01-01", bis: null }),
  );
  const fall = ids["fall"] ?? "";
  await writeAs(actor, (tx) => setBetroffene(tx, actor, { id: fall, version: 1 }, [kind]));
  const [beziehung] = await readAs(actor, (tx) =>
    tx.selectFrom("kim.beziehung").select("id").where("art", "=", "partner").execute(),
  );
  return { kind, beziehung: beziehung?.id ?? "" };
}

export const probe: Probe = {
  wege: {
    "/personen/:id/familie": [
      beraterin("/personen/:personLang/familie"),
      nur("beraterin", "/personen/:person/familie?getan=ergaenzt"),
      nur("beraterin", "/personen/:kind/familie"),
    ],
    "/personen/:id/familie/neu": [beraterin("/personen/:personLang/familie/neu")],
    "/personen/:id/familie/haushalt": [beraterin("/personen/:personLang/familie/haushalt")],
    "/personen/:id/familie/stelle": [beraterin("/personen/:kind/familie/stelle")],
    "/familie/beziehung/:id": [beraterin("/familie/beziehung/:beziehung")],
    "/familie/beziehung/:id/entfernen": [beraterin("/familie/beziehung/:beziehung/entfernen")],
    "/faelle/:id/personen": [beraterin("/faelle/:fallLang/personen"), nur("beraterin", "/faelle/:fall/personen")],
  },
  arten: { "/familie/beziehung/": "beziehung" },
  akten: ["/familie/"],
  after: ["personen", "faelle"],
  make,
};
