import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { type Rejected, several } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, CheckChips, ConflictNotice, EmptyState, Form, Submit, fieldsOf } from "../../../ui/index.ts";
import { familieOf } from "../../familie/index.ts";
import { setBetroffene } from "../commands/set-betroffene.ts";
import { belowFall } from "../parts/below.tsx";
import { LIST, getan } from "../parts/getan.ts";
import { betroffeneOf } from "../queries/betroffene.ts";
import { fallOf } from "../queries/faelle.ts";

const PATH = `${LIST}/:id/personen`;
const ZWECK = "bearbeitung";
const Betroffene = z.object({ person: several(z.uuid()) });

/** Whom a case is about besides its person: out of the family, ticked. */
async function form(visit: Visit, rejected?: Rejected) {
  const id = idOf(visit);
  const { actor } = visit;
  const { fall, betroffene, familie } = await openRecordAs(actor, { art: "fall", id }, ZWECK, async (tx) => {
    const fall = await fallOf(tx, actor, id);
    return {
      fall,
      betroffene: await betroffeneOf(tx, actor, fall),
      familie: (await familieOf(tx, actor, fall.personId)).personen.slice(1),
    };
  });
  const self = `${LIST}/${id}`;
  const others = [...betroffene, ...familie.filter((one) => !betroffene.some((other) => other.id === one.id))];
  const values = { person: betroffene.map((one) => one.id) };
  const record = { version: fall.version, values };
  const field = fieldsOf(values, rejected);
  return (
    <CardPage {...belowFall(visit, fall)} title="Wen der Fall betrifft" rejected={rejected}>
      <ConflictNotice rejected={rejected} fields={[{ name: "person", label: "Betrifft auch" }]} stored={self} />
      {others.length === 0 ? (
        <EmptyState>
          Aus der Familie ist noch niemand festgehalten.{" "}
          <a href={`/personen/${fall.personId}/familie/neu`}>Angehörige ergänzen</a>
        </EmptyState>
      ) : (
        <Form action={`${self}/personen`} record={record} rejected={rejected}>
          <CheckChips
            {...field("person")}
            label="Wen betrifft der Fall außerdem?"
            hint="Der Fall wird einmal geführt und steht auf der Seite von allen."
            options={others.map((one) => ({ value: one.id, label: one.name }))}
            optional
          />
          <Submit label="Speichern" cancel={self} />
        </Form>
      )}
    </CardPage>
  );
}

export const { show, save } = formPage(
  PATH,
  "fall.schreiben",
  { form, schema: Betroffene },
  async (tx, { actor, at }, { person }) => {
    await setBetroffene(tx, actor, at, person);
    return getan.after(`${LIST}/${at.id}`, "gespeichert");
  },
);
