import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { offered, optionOf } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { type Rejected, first, readQuery } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, ConflictNotice, Form, HiddenField, SelectField, Submit, fieldsOf } from "../../../ui/index.ts";
import { codelisten, nameOf, wahlAm } from "../../codelisten/index.ts";
import { standorte } from "../../verwaltung/index.ts";
import { bookSprachmittlung, changeSprachmittlung } from "../commands/book-sprachmittlung.ts";
import { EinsatzAngaben, NeuerEinsatz } from "../model/einsatz.ts";
import { istTaetig } from "../model/pool.ts";
import { EinsatzFelder, einsatzConflict } from "../parts/einsatz-felder.tsx";
import { getan } from "../parts/getan.ts";
import { EINSAETZE } from "../parts/wege.ts";
import { einsatzOf, einsatzValues } from "../queries/einsaetze.ts";
import { sprachmittelnde } from "../queries/pool.ts";

const permission = "sprachmittlung.buchen";
const NEU = `${EINSAETZE}/neu`;
/** What an appointment says already. It carries no name. */
const Query = z.object({
  termin: z.uuid().optional(),
  sprache: z
    .string()
    .regex(/^[a-z0-9_]{1,40}$/)
    .optional(),
  tag: z.iso.date().optional(),
  beginn: z
    .string()
    .regex(/^\d{1,2}:\d{2}$/)
    .optional(),
  dauer: z
    .string()
    .regex(/^\d{1,3}$/)
    .optional(),
  standort: z.uuid().optional(),
});

const given = (value: string | undefined) => (value === undefined ? [] : [value]);

async function begun(visit: Visit, rejected?: Rejected) {
  const { actor } = visit;
  const asked = readQuery(Query, visit.url);
  const { listen, sites, pool } = await readAs(actor, async (tx) => ({
    listen: await codelisten(tx),
    sites: offered(await standorte(tx, { traegerId: actor.traegerId })).map(optionOf),
    pool: await sprachmittelnde(tx, actor),
  }));
  const termin = rejected === undefined ? (asked.termin ?? "") : first(rejected.values, "termin");
  const begin = {
    sprache: given(asked.sprache),
    weg: ["vor_ort"],
    tag: given(asked.tag),
    beginn: given(asked.beginn),
    dauer: [asked.dauer ?? "60"],
    standort: given(asked.standort),
  };
  const field = fieldsOf(begin, rejected);
  const namen = (codes: readonly string[]) => codes.map((code) => nameOf(listen.sprache, code)).join(", ");
  const wer = pool
    .filter(({ verpflichtetAm, beendetAb }) => verpflichtetAm !== null && istTaetig(beendetAb, today()))
    .map(({ id, name, sprachen }) => ({ value: id, label: `${name}: ${namen(sprachen)}` }));
  return (
    <CardPage
      frame={visit.frame}
      title="Sprachmittlung buchen"
      rejected={rejected}
      breadcrumb={[{ label: "Einsätze", href: EINSAETZE }]}
    >
      <p>
        {termin === "" ? "Ohne Termin im Kalender." : "Für Ihren Termin."} Wer den Pool führt, sieht Sprache, Tag und
        Ort, nie, um wen es geht. Wer mittelt, erfährt das erst im Gespräch.
      </p>
      <Form action={NEU} rejected={rejected}>
        <HiddenField name="termin" value={termin} />
        <EinsatzFelder field={field} sprachen={offered(wahlAm(listen.sprache, today()))} standorte={sites} />
        <SelectField
          {...field("sprachmittler")}
          label="Wer mittelt"
          hint="Leer: Ihre Anfrage geht an alle, die den Pool führen."
          options={wer}
          empty="noch niemand, bitte suchen"
          optional
        />
        <Submit label="Buchen" cancel={EINSAETZE} />
      </Form>
    </CardPage>
  );
}

async function changed(visit: Visit, rejected?: Rejected) {
  const { actor } = visit;
  const { e, listen, sites } = await readAs(actor, async (tx) => {
    const one = await einsatzOf(tx, actor, idOf(visit));
    const all = await standorte(tx, { traegerId: actor.traegerId });
    return {
      e: one,
      listen: await codelisten(tx),
      sites: offered(all, one.standortId === null ? [] : [one.standortId]).map(optionOf),
    };
  });
  const values = einsatzValues(e);
  const self = `${EINSAETZE}/${e.id}`;
  return (
    <CardPage
      frame={visit.frame}
      title="Einsatz verlegen oder ändern"
      rejected={rejected}
      breadcrumb={[
        { label: "Einsätze", href: EINSAETZE },
        { label: "Einsatz", href: self },
      ]}
    >
      <ConflictNotice rejected={rejected} fields={einsatzConflict(listen, sites)} stored={self} />
      <Form action={`${self}/bearbeiten`} record={{ version: e.version, values }} rejected={rejected}>
        <EinsatzFelder
          field={fieldsOf(values, rejected)}
          sprachen={offered(wahlAm(listen.sprache, today()), [e.sprache])}
          standorte={sites}
        />
        <Submit label="Speichern" cancel={self} />
      </Form>
    </CardPage>
  );
}

export const neu = formPage(NEU, permission, { form: begun, schema: NeuerEinsatz }, async (tx, { actor }, input) => {
  const id = await bookSprachmittlung(tx, actor, input);
  return getan.after(`${EINSAETZE}/${id}`, input.sprachmittler === null ? "angefragt" : "gebucht");
});

export const edit = formPage(
  `${EINSAETZE}/:id/bearbeiten`,
  permission,
  { form: changed, schema: EinsatzAngaben },
  async (tx, { actor, at }, input) => {
    await changeSprachmittlung(tx, actor, at, input);
    return getan.after(`${EINSAETZE}/${at.id}`, "gespeichert");
  },
);
