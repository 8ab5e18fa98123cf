import type { Visit } from "../../../platform/access.ts";
import { offered, optionOf } from "../../../platform/choice.ts";
import { formPage } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { NotFound, type Rejected, type Values } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, CheckChips, Form, SelectField, Submit, TextField, fieldsOf } from "../../../ui/index.ts";
import { type Codelisten, codelisten, kodesAm } from "../../codelisten/index.ts";
import { NeueLuecke } from "../../luecken/index.ts";
import { kommunen } from "../../verwaltung/index.ts";
import { reportStation } from "../commands/report-station.ts";
import { gezaehltText } from "../model/anteile.ts";
import type { Rekonstruktion, Station } from "../model/rekonstruktion.ts";
import { beispielVon } from "../model/vorschlag.ts";
import { belowEine } from "../parts/below.ts";
import { LIST, STATION, getan } from "../parts/getan.ts";
import { BeispielFelder, SeitFeld, kommunenFeld } from "../parts/melden-felder.tsx";
import { KeinName } from "../parts/worte.tsx";
import { faelleGezaehlt } from "../queries/faelle.ts";
import { stationOf } from "../queries/stationen.ts";

const PATH = `${STATION}/:id/luecke`;
const MOST_SATZ = 200;

async function lies({ actor }: Visit, id: string) {
  return readAs(actor, async (tx) => {
    const { station, rekonstruktion } = await stationOf(tx, actor, id);
    if (!rekonstruktion.leitet && !rekonstruktion.dabei) throw new NotFound();
    return {
      station,
      r: rekonstruktion,
      listen: await codelisten(tx),
      towns: offered(await kommunen(tx)),
      faelle: await faelleGezaehlt(tx, actor, rekonstruktion.id),
    };
  });
}

/** What the station says already; the field and where it is missing the group adds. */
function vorschlag(s: Station, { rechtskreis }: Rekonstruktion, listen: Codelisten): Values {
  const satz = s.bruchText ?? s.geschehen;
  return {
    satz: satz.length <= MOST_SATZ ? [satz] : [],
    rechtskreis: [rechtskreis ?? ""],
    beispiel: [beispielVon(s, listen)],
  };
}

async function form(visit: Visit, rejected?: Rejected) {
  const { station, r, listen, towns, faelle } = await lies(visit, idOf(visit));
  const field = fieldsOf(vorschlag(station, r, listen), rejected);
  const heute = today();
  return (
    <CardPage {...belowEine(visit, r.id)} title="Als Systemlücke melden" rejected={rejected}>
      <p>
        Fälle, die dort mitzählen: {gezaehltText(faelle)}. Jeder zählt einmal; wer in der Gruppe bei KIM angemeldet ist,
        liest, was daraus wird.
      </p>
      <Form action={`${STATION}/${station.id}/luecke`} rejected={rejected}>
        <SelectField
          {...field("handlungsfeld")}
          label="Handlungsfeld"
          options={kodesAm(listen.handlungsfeld, heute).map(({ code, name }) => ({ value: code, label: name }))}
          empty="Bitte wählen"
        />
        <TextField {...field("satz")} label="Was fehlt?" hint="Ein Satz ohne Personen: was vielen fehlt." />
        <CheckChips {...field("kommunen")} {...kommunenFeld(towns)} />
        <SelectField
          {...field("rechtskreis")}
          label="Rechtskreis"
          options={kodesAm(listen.rechtskreis, heute).map(optionOf)}
          empty="weiß ich nicht"
          optional
        />
        <SeitFeld field={field} />
        <BeispielFelder field={field} />
        <KeinName field={field} rejected={rejected} />
        <Submit label="Melden" cancel={`${LIST}/${r.id}`} />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(PATH, "luecke.melden", { form, schema: NeueLuecke }, async (tx, visit, input) =>
  getan.after(`${LIST}/${await reportStation(tx, visit.actor, idOf(visit), input)}`, "luecke"),
);
