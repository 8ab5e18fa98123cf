import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { filled } from "../../../platform/filled.ts";
import type { Rejected } from "../../../platform/form.ts";
import { CardPage, Continued, Form, Submit, fieldsOf } from "../../../ui/index.ts";
import { codelisten } from "../../codelisten/index.ts";
import { beginRekonstruktion } from "../commands/set-kopf.ts";
import { KopfEingabe } from "../model/eingabe.ts";
import { belowList } from "../parts/below.ts";
import { LIST, getan } from "../parts/getan.ts";
import { KopfFelder } from "../parts/kopf-felder.tsx";

const DRAFT = { form: "rekonstruktion-neu", name: "Fallrekonstruktion beginnen", resume: `${LIST}/neu` };

async function form(visit: Visit, rejected?: Rejected) {
  const { f, listen } = await readAs(visit.actor, async (tx) => ({
    f: await filled(tx, visit, DRAFT, undefined, rejected),
    listen: await codelisten(tx),
  }));
  return (
    <CardPage {...belowList(visit)} title="Fallrekonstruktion beginnen" rejected={rejected}>
      <p>
        Nichts hier darf jemanden zeigen: keine Namen, Orte, Tage und Nummern. Geprüft wird vor dem Speichern; welcher
        Fall es ist, bleibt in seiner Akte.
      </p>
      <Continued f={f} />
      <Form action={LIST} draft={f.draft} rejected={rejected}>
        <KopfFelder field={fieldsOf(f.values, rejected)} listen={listen} kept={undefined} rejected={rejected} />
        <Submit label="Beginnen" cancel={LIST} draft />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(
  LIST,
  "rekonstruktion.leiten",
  { form, schema: KopfEingabe, shownAt: `${LIST}/neu`, draft: DRAFT },
  async (tx, { actor }, input) => getan.after(`${LIST}/${await beginRekonstruktion(tx, actor, input)}`, "begonnen"),
);
