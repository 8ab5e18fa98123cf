import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { askedFor } from "../../../platform/asked.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { filled } from "../../../platform/filled.ts";
import { CardPage, Continued, Form, HiddenField, Submit, fieldsOf } from "../../../ui/index.ts";
import { codelisten } from "../../codelisten/index.ts";
import { addStation } from "../commands/set-station.ts";
import { StationEingabe } from "../model/eingabe.ts";
import { belowEine } from "../parts/below.ts";
import { LIST, getan } from "../parts/getan.ts";
import { StationFelder } from "../parts/station-felder.tsx";
import { stationName } from "../model/worte.ts";
import { sharedBy } from "../queries/rekonstruktionen.ts";
import { stationen } from "../queries/stationen.ts";

const PATH = `${LIST}/:id/station`;
const DRAFT = { form: "rekonstruktion-station-neu", name: "Station einer Fallrekonstruktion", resume: PATH };
const Query = z.object({ vor: z.uuid().optional() });

async function form(visit: Visit, rejected?: Rejected) {
  const { vor } = askedFor(Query, visit, rejected);
  const { r, f, listen, next } = await readAs(visit.actor, async (tx) => {
    const found = await sharedBy(tx, visit.actor, idOf(visit));
    const record = { id: found.id, version: 0, values: { bruch: ["nein"], vor: [vor ?? ""] } };
    return {
      r: found,
      f: await filled(tx, visit, DRAFT, record, rejected),
      listen: await codelisten(tx),
      next: (await stationen(tx, found.id)).find(({ id }) => id === vor),
    };
  });
  const self = `${LIST}/${r.id}`;
  const field = fieldsOf(f.values, rejected);
  return (
    <CardPage {...belowEine(visit, r.id)} title="Station hinzufügen" rejected={rejected}>
      {next === undefined ? null : <p>Vor {stationName(next)}.</p>}
      <Continued f={f} />
      <Form action={`${self}/station`} draft={f.draft} rejected={rejected}>
        <HiddenField name="vor" value={vor ?? ""} />
        <StationFelder field={field} listen={listen} kept={undefined} rejected={rejected} />
        <Submit label="Eintragen" cancel={self} draft />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(
  PATH,
  "rekonstruktion.lesen",
  { form, schema: StationEingabe, draft: DRAFT },
  async (tx, visit, input) => {
    const id = idOf(visit);
    await addStation(tx, visit.actor, id, input);
    return getan.after(`${LIST}/${id}`, "station");
  },
);
