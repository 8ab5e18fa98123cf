import type { Visit } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { offered } from "../../../platform/choice.ts";
import { change, formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import { NotFound, type Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import {
  ButtonLink,
  CardPage,
  CheckChips,
  EmptyState,
  Entered,
  Form,
  SelectField,
  Submit,
  fieldsOf,
} from "../../../ui/index.ts";
import { codelisten } from "../../codelisten/index.ts";
import { STAENDE, lueckenNach } from "../../luecken/index.ts";
import { kommunen } from "../../verwaltung/index.ts";
import { joinStation, leaveStation } from "../commands/join-station.ts";
import { gezaehltText } from "../model/anteile.ts";
import { ZuordnungEingabe } from "../model/eingabe.ts";
import { beispielVon } from "../model/vorschlag.ts";
import { belowEine } from "../parts/below.ts";
import { LIST, STATION, getan } from "../parts/getan.ts";
import { BeispielFelder, SeitFeld, kommunenFeld } from "../parts/melden-felder.tsx";
import { KeinName } from "../parts/worte.tsx";
import { faelleGezaehlt } from "../queries/faelle.ts";
import { stationOf } from "../queries/stationen.ts";
import { seite } from "./show.tsx";

const PATH = `${STATION}/:id/zuordnen`;

async function lies({ actor }: Visit, id: string) {
  return readAs(actor, async (tx) => {
    const { station, rekonstruktion } = await stationOf(tx, actor, id);
    if ((!rekonstruktion.leitet && !rekonstruktion.dabei) || !may(actor, "luecke.lesen")) throw new NotFound();
    const text = [station.geschehen, station.bruchText ?? "", station.gebraucht ?? ""].join(" ");
    return {
      station,
      r: rekonstruktion,
      listen: await codelisten(tx),
      towns: offered(await kommunen(tx)),
      faelle: await faelleGezaehlt(tx, actor, rekonstruktion.id),
      luecken: await lueckenNach(tx, actor, text),
    };
  });
}

/** A break is nothing new: it is added to a gap that is known. Those that say something alike stand first. */
async function form(visit: Visit, rejected?: Rejected) {
  const { station, r, listen, towns, faelle, luecken } = await lies(visit, idOf(visit));
  const field = fieldsOf({ beispiel: [beispielVon(station, listen)] }, rejected);
  const self = `${STATION}/${station.id}`;
  return (
    <CardPage {...belowEine(visit, r.id)} title="Zu einer bekannten Systemlücke" rejected={rejected}>
      <p>
        <Entered>{station.geschehen}</Entered>
      </p>
      {luecken.length === 0 ? (
        <EmptyState
          action={
            <ButtonLink kind="secondary" href={`${self}/luecke`}>
              Als neue Lücke melden
            </ButtonLink>
          }
        >
          Es gibt noch keine offene Systemlücke.
        </EmptyState>
      ) : (
        <>
          <p>
            Fälle, die dort mitzählen: {gezaehltText(faelle)}. Jeder zählt einmal, auch wenn er dort schon gemeldet ist.
            Sie können es zurücknehmen.
          </p>
          <Form action={`${self}/zuordnen`} rejected={rejected}>
            <SelectField
              {...field("luecke")}
              label="Welche Systemlücke?"
              hint="Zuerst, was ähnliche Wörter nennt."
              empty="Bitte wählen"
              options={luecken.map(({ luecke, name, worte }) => ({
                value: luecke.id,
                label: `${name} (${[STAENDE[luecke.stand], ...(worte.length === 0 ? [] : [`ähnlich: ${worte.join(", ")}`])].join("; ")})`,
              }))}
            />
            <CheckChips {...field("kommunen")} {...kommunenFeld(towns)} />
            <SeitFeld field={field} />
            <BeispielFelder field={field} />
            <KeinName field={field} rejected={rejected} />
            <Submit label="Dazutun" cancel={`${LIST}/${r.id}`} />
          </Form>
        </>
      )}
    </CardPage>
  );
}

export const { show, save } = formPage(
  PATH,
  "luecke.melden",
  { form, schema: ZuordnungEingabe },
  async (tx, visit, input) =>
    getan.after(`${LIST}/${await joinStation(tx, visit.actor, idOf(visit), input)}`, "zugeordnet"),
);

/** The page again where it could not be taken back. */
const again = async (visit: Visit, rejected: Rejected) => {
  const { rekonstruktion } = await readAs(visit.actor, (tx) => stationOf(tx, visit.actor, idOf(visit)));
  return seite(visit, rekonstruktion.id, rejected);
};

export const saveUndo = change(
  `${STATION}/:id/zuordnung-zuruecknehmen`,
  "luecke.melden",
  { schema: NOTHING, again },
  async (tx, visit) => getan.after(`${LIST}/${await leaveStation(tx, visit.actor, idOf(visit))}`, "zurueckgenommen"),
);
