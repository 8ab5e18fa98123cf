import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { filled } from "../../../platform/filled.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, ConflictNotice, Continued, Form, Submit, fieldsOf } from "../../../ui/index.ts";
import { codelisten } from "../../codelisten/index.ts";
import { verstaendigungAm, verstaendigungConflict, verstaendigungFelder } from "../../verstaendigung/index.ts";
import { fallOf } from "../../faelle/index.ts";
import { changeBesprechung } from "../commands/keep-besprechung.ts";
import { ART, BesprechungEingabe, besprechungValues } from "../model/besprechung.ts";
import { belowFall } from "../parts/below.tsx";
import { BESPRECHUNG_CONFLICT, BesprechungFields } from "../parts/felder.tsx";
import { LIST, getan } from "../parts/getan.ts";
import { angebote } from "../queries/angebote.ts";
import { besprechungOf } from "../queries/besprechungen.ts";

const PATH = `${LIST}/:id/bearbeiten`;
const DRAFT = { form: "fallbesprechung-aendern", name: "Fallbesprechung", resume: PATH };

async function form(visit: Visit, rejected?: Rejected) {
  const { actor } = visit;
  const id = idOf(visit);
  const { b, fall, f, listen, offen } = await openRecordAs(
    actor,
    { art: "fallbesprechung", id },
    "bearbeitung",
    async (tx) => {
      const b = await besprechungOf(tx, actor, id);
      const record = { id, version: b.version, values: besprechungValues(b) };
      const fall = await fallOf(tx, actor, b.fallId);
      return {
        b,
        fall,
        offen: await angebote(tx, actor, fall, b),
        f: await filled(tx, visit, DRAFT, record, rejected),
        listen: await codelisten(tx),
      };
    },
  );
  const self = `${LIST}/${id}`;
  return (
    <CardPage {...belowFall(visit, fall)} title={`${ART[b.art]} bearbeiten`} rejected={rejected} extra>
      <ConflictNotice
        rejected={rejected}
        fields={[...BESPRECHUNG_CONFLICT, ...verstaendigungConflict(listen)]}
        stored={self}
      />
      <Continued f={f} />
      <Form action={`${self}/bearbeiten`} record={f.record} draft={f.draft} rejected={rejected}>
        <BesprechungFields
          field={fieldsOf(f.values, rejected)}
          rejected={rejected}
          verstaendigung={verstaendigungFelder(verstaendigungAm(listen, today()), b)}
          angebote={offen}
          person={fall.personId}
        />
        <Submit label="Speichern" cancel={self} draft />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(
  PATH,
  "fall.schreiben",
  { form, schema: BesprechungEingabe, draft: DRAFT },
  async (tx, { actor, at }, input) => {
    await changeBesprechung(tx, actor, at, input);
    return getan.after(`${LIST}/${at.id}`, "gespeichert");
  },
);
