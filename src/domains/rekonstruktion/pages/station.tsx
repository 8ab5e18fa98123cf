import type { Visit } from "../../../platform/access.ts";
import { change, formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import { filled } from "../../../platform/filled.ts";
import { NotFound, type Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, ConflictNotice, Continued, Form, Submit, fieldsOf } from "../../../ui/index.ts";
import { codelisten } from "../../codelisten/index.ts";
import { changeStation, dropStation, restoreStation, shiftStation } from "../commands/set-station.ts";
import { StationEingabe } from "../model/eingabe.ts";
import { stationValues } from "../model/rekonstruktion.ts";
import { belowEine } from "../parts/below.ts";
import { LIST, STATION, getan } from "../parts/getan.ts";
import { StationFelder, stationConflict } from "../parts/station-felder.tsx";
import { stationName } from "../model/worte.ts";
import { stationOf, vonStation } from "../queries/stationen.ts";
import { seite } from "./show.tsx";

const PATH = `${STATION}/:id`;
const permission = "rekonstruktion.lesen";
const DRAFT = { form: "rekonstruktion-station", name: "Station einer Fallrekonstruktion", resume: PATH };

async function form(visit: Visit, rejected?: Rejected) {
  const { station, r, f, listen } = await readAs(visit.actor, async (tx) => {
    const found = await stationOf(tx, visit.actor, idOf(visit));
    if (!found.rekonstruktion.leitet && !found.rekonstruktion.dabei) throw new NotFound();
    const record = { id: found.station.id, version: found.station.version, values: stationValues(found.station) };
    return {
      station: found.station,
      r: found.rekonstruktion,
      f: await filled(tx, visit, DRAFT, record, rejected),
      listen: await codelisten(tx),
    };
  });
  const self = `${STATION}/${station.id}`;
  return (
    <CardPage {...belowEine(visit, r.id)} title={`Station ${station.nr}`} rejected={rejected}>
      <ConflictNotice rejected={rejected} fields={stationConflict(listen)} stored={`${LIST}/${r.id}`} />
      <Continued f={f} />
      <Form action={self} record={f.record} draft={f.draft} rejected={rejected} label={stationName(station)}>
        <StationFelder field={fieldsOf(f.values, rejected)} listen={listen} kept={station} rejected={rejected} />
        <Submit label="Speichern" cancel={`${LIST}/${r.id}`} draft />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(
  PATH,
  permission,
  { form, schema: StationEingabe, draft: DRAFT },
  async (tx, { actor, at }, input) => getan.after(`${LIST}/${await changeStation(tx, actor, at, input)}`, "station"),
);

/** The page of the reconstruction, for what its buttons could not do. */
async function again(visit: Visit, rejected: Rejected) {
  const of = await readAs(visit.actor, (tx) => vonStation(tx, idOf(visit)));
  return seite(visit, of, rejected);
}

const asked = { schema: NOTHING, again };

export const saveUp = change(`${PATH}/hoch`, permission, asked, async (tx, { actor, at }) =>
  getan.after(`${LIST}/${await shiftStation(tx, actor, at.id, "hoch")}`, "verschoben"),
);
export const saveDown = change(`${PATH}/runter`, permission, asked, async (tx, { actor, at }) =>
  getan.after(`${LIST}/${await shiftStation(tx, actor, at.id, "runter")}`, "verschoben"),
);
export const saveDrop = change(`${PATH}/entfernen`, permission, asked, async (tx, { actor, at }) =>
  getan.after(`${LIST}/${await dropStation(tx, actor, at)}`, "heraus"),
);
export const saveRestore = change(`${PATH}/zurueckholen`, permission, asked, async (tx, { actor, at }) =>
  getan.after(`${LIST}/${await restoreStation(tx, actor, at.id)}`, "zurueck"),
);
