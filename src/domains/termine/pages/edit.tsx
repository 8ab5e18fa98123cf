import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { offered, optionOf } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import { openRecordAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, ConflictNotice, Form, Submit, TextField, fieldsOf } from "../../../ui/index.ts";
import { codelisten } from "../../codelisten/index.ts";
import { verstaendigungAm, verstaendigungConflict, verstaendigungFelder } from "../../verstaendigung/index.ts";
import { standorte } from "../../verwaltung/index.ts";
import { changeTermin } from "../commands/set-termin.ts";
import { TerminAngaben } from "../model/termin.ts";
import { TerminFelder } from "../parts/felder.tsx";
import { WEEK, getan } from "../parts/getan.ts";
import { gleichzeitige, terminOf, terminValues } from "../queries/termin.ts";

const PATH = `${WEEK}/:id/bearbeiten`;

/** Everything about an appointment; another day or hour moves it. */
async function form(visit: Visit, rejected?: Rejected) {
  const id = idOf(visit);
  const { actor } = visit;
  const { termin, sites, listen } = await openRecordAs(actor, { art: "termin", id }, "bearbeitung", async (tx) => {
    const one = await terminOf(tx, actor, id);
    const all = await standorte(tx, { traegerId: actor.traegerId });
    return {
      termin: one,
      sites: offered(all, one.standortId === null ? [] : [one.standortId]).map(optionOf),
      listen: await codelisten(tx),
    };
  });
  const self = `${WEEK}/${id}`;
  const record = { version: termin.version, values: terminValues(termin) };
  const field = fieldsOf(record.values, rejected);
  const siteName = ([one = ""]: readonly string[]) => sites.find(({ value }) => value === one)?.label ?? one;
  return (
    <CardPage
      frame={visit.frame}
      title="Termin verlegen oder ändern"
      rejected={rejected}
      breadcrumb={[
        { label: "Termine", href: WEEK },
        { label: "Termin", href: self },
      ]}
    >
      <ConflictNotice
        rejected={rejected}
        fields={[
          { name: "tag", label: "Tag" },
          { name: "beginn", label: "Uhrzeit" },
          { name: "dauer", label: "Minuten" },
          { name: "standort", label: "Standort", show: siteName },
          { name: "raum", label: "Raum" },
          { name: "betreff", label: "Stichwort" },
          ...verstaendigungConflict(listen),
        ]}
        stored={self}
      />
      <Form action={`${self}/bearbeiten`} record={record} rejected={rejected}>
        <TerminFelder
          field={field}
          standorte={sites}
          verstaendigung={verstaendigungFelder(verstaendigungAm(listen, today()), termin)}
        />
        <TextField {...field("grund")} label="Warum verlegt?" hint="Wird versiegelt." optional />
        <Submit label="Speichern" cancel={self} />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(
  PATH,
  "beratung.schreiben",
  { form, schema: TerminAngaben },
  async (tx, { actor, at }, input) => {
    await changeTermin(tx, actor, at, input);
    const n = await gleichzeitige(tx, await terminOf(tx, actor, at.id), at.id);
    const to = `${WEEK}/${at.id}`;
    return n === 0 ? getan.after(to, "gespeichert") : getan.after(to, "gleichzeitig", n);
  },
);
