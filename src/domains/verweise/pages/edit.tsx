import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { offered } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { filled } from "../../../platform/filled.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import {
  CardPage,
  type ConflictField,
  ConflictNotice,
  Continued,
  Entered,
  Form,
  Submit,
  fieldsOf,
} from "../../../ui/index.ts";
import { codelisten, wahlAm } from "../../codelisten/index.ts";
import { changeVerweis } from "../commands/change-verweis.ts";
import { GRUENDE, KONTAKTE, VerweisAngaben } from "../model/verweis.ts";
import { VerweisFelder } from "../parts/felder.tsx";
import { LIST, getan } from "../parts/getan.ts";
import { stelleValue, stellen } from "../queries/stellen.ts";
import { verweisOf, verweisValues } from "../queries/verweise.ts";

const PATH = `${LIST}/:id/bearbeiten`;
const DRAFT = { form: "verweis-aendern", name: "Verweis bearbeiten", resume: PATH };

const said =
  (words: Readonly<Record<string, string>>) =>
  ([code = ""]: readonly string[]): string =>
    words[code] ?? code;

async function form(visit: Visit, rejected?: Rejected) {
  const { actor } = visit;
  const id = idOf(visit);
  const { verweis, f, alle, felder } = await openRecordAs(actor, { art: "verweis", id }, "bearbeitung", async (tx) => {
    const verweis = await verweisOf(tx, actor, id);
    const record = { id, version: verweis.version, values: verweisValues(verweis) };
    return {
      verweis,
      f: await filled(tx, visit, DRAFT, record, rejected),
      alle: await stellen(tx),
      felder: wahlAm((await codelisten(tx)).handlungsfeld, today()),
    };
  });
  const self = `${LIST}/${id}`;
  const conflict: readonly ConflictField[] = [
    { name: "stelle", label: "Wohin?", show: said(Object.fromEntries(alle.map((s) => [s.value, s.name]))) },
    {
      name: "handlungsfeld",
      label: "Worum geht es?",
      show: said(Object.fromEntries(felder.map((f) => [f.value, f.name]))),
    },
    { name: "warum", label: "Warum dorthin?", show: said(GRUENDE) },
    { name: "bedarf", label: "Was wird gebraucht?" },
    { name: "kontakt", label: "Wer nimmt Kontakt auf?", show: said(KONTAKTE) },
    { name: "am", label: "Verwiesen am" },
    { name: "nachfragen_am", label: "Nachfragen am" },
    { name: "termin_am", label: "Termin dort" },
    { name: "termin_um", label: "Uhrzeit" },
  ];
  return (
    <CardPage
      frame={visit.frame}
      title={DRAFT.name}
      rejected={rejected}
      breadcrumb={[
        { label: "Verweise", href: LIST },
        { label: "Verweis", href: self },
      ]}
    >
      <ConflictNotice rejected={rejected} fields={conflict} stored={self} />
      <Continued f={f} />
      <Form action={`${self}/bearbeiten`} record={f.record} draft={f.draft} rejected={rejected}>
        <p>
          Für <Entered>{verweis.person}</Entered>
        </p>
        <VerweisFelder
          field={fieldsOf(f.values, rejected)}
          stellen={offered(alle, [stelleValue(verweis)])}
          felder={offered(felder, [verweis.handlungsfeld])}
          einwilligungen={`/personen/${verweis.personId}/einwilligungen`}
          neu={false}
        />
        <Submit label="Speichern" cancel={self} draft />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(
  PATH,
  "verweis.schreiben",
  { form, schema: VerweisAngaben, draft: DRAFT },
  async (tx, { actor, at }, input) => {
    await changeVerweis(tx, actor, at, input);
    return getan.after(`${LIST}/${at.id}`, "gespeichert");
  },
);
