import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { CardPage, CheckChips, Form, Submit, fieldsOf } from "../../../ui/index.ts";
import { codelisten, kodesAm } from "../../codelisten/index.ts";
import { createKonzept } from "../commands/create-konzept.ts";
import { NeuesKonzept } from "../model/eingabe.ts";
import { belowRoom } from "../parts/below.ts";
import { LIST, getan } from "../parts/getan.ts";
import { KopfFelder } from "../parts/kopf-felder.tsx";
import { letztesJahr } from "../parts/zeitraum.ts";
import { KeinName } from "../parts/kein-name.tsx";

async function form(visit: Visit, rejected?: Rejected) {
  const { handlungsfeld: felder } = await readAs(visit.actor, codelisten);
  const field = fieldsOf({ zeitraum: [letztesJahr()] }, rejected);
  return (
    <CardPage {...belowRoom(visit)} title="Konzept beginnen" rejected={rejected}>
      <Form action={LIST} rejected={rejected}>
        <KopfFelder field={field} />
        <CheckChips
          {...field("handlungsfelder")}
          label="Handlungsfelder"
          hint="Jedes wird ein Kapitel mit den fünf Teilen Zugänge, Ausgangslage, Stolpersteine, Ziele, Maßnahmen. Weitere Kapitel gehen jederzeit."
          options={kodesAm(felder, today()).map(({ code, name }) => ({ value: code, label: name }))}
          rows
          optional
        />
        <KeinName field={field} rejected={rejected} />
        <Submit label="Beginnen" cancel={LIST} />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(
  LIST,
  "konzept.steuern",
  { form, schema: NeuesKonzept, shownAt: `${LIST}/neu` },
  async (tx, { actor }, input) => getan.after(`${LIST}/${await createKonzept(tx, actor, input)}`, "angelegt"),
);
