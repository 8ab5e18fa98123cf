import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { askedFor } from "../../../platform/asked.ts";
import { formPage } from "../../../platform/change.ts";
import { offered, optionOf } from "../../../platform/choice.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import {
  CardPage,
  ConflictNotice,
  Entered,
  Form,
  HiddenField,
  SelectField,
  Submit,
  TextArea,
  fieldsOf,
} from "../../../ui/index.ts";
import { moveMassnahme } from "../commands/move-massnahme.ts";
import { SchrittEingabe } from "../model/massnahme.ts";
import { STAENDE, STAND, schritteAus } from "../model/stand.ts";
import { below } from "../parts/below.ts";
import { KeinName } from "../parts/felder.tsx";
import { LIST, getan } from "../parts/getan.ts";
import { Schritte } from "../parts/schritte.tsx";
import { massnahmeOf } from "../queries/massnahmen.ts";
import { wahl } from "../queries/wahl.ts";

const permission = "massnahme.steuern";
const Query = z.object({ nach: z.enum(STAND).optional() });

async function form(visit: Visit, rejected?: Rejected) {
  const { m, beschluesse } = await readAs(visit.actor, async (tx) => ({
    m: await massnahmeOf(tx, idOf(visit)),
    beschluesse: (await wahl(tx)).beschluesse,
  }));
  const { nach } = askedFor(Query, visit, rejected);
  const schritt = schritteAus(m.stand).find((one) => one.nach === nach && one.fragt !== "wirkung");
  const self = `${LIST}/${m.id}`;
  const field = fieldsOf({ beschluss: m.beschlussId === null ? [] : [m.beschlussId] }, rejected);
  return (
    <CardPage {...below(visit, m.id)} title={schritt?.verb ?? "Nächster Schritt"} rejected={rejected}>
      <ConflictNotice rejected={rejected} fields={[{ name: "grund", label: "Warum?" }]} stored={self} />
      <p>
        <Entered>{m.titel}</Entered>
      </p>
      {schritt === undefined ? (
        <Schritte massnahme={m} />
      ) : (
        <Form action={`${self}/schritt`} record={{ version: m.version, values: {} }} rejected={rejected}>
          <p>
            Von „{STAENDE[m.stand]}“ zu „{STAENDE[schritt.nach]}“.
          </p>
          <HiddenField name="nach" value={schritt.nach} />
          {schritt.fragt === "beschluss" ? (
            <SelectField
              {...field("beschluss")}
              label="Aus welchem Beschluss?"
              hint="Steht er nicht hier, tragen Sie ihn bei der Sitzung ein."
              empty="Bitte wählen"
              options={offered(beschluesse, m.beschlussId === null ? [] : [m.beschlussId]).map(optionOf)}
            />
          ) : null}
          <TextArea
            spellcheck
            {...field("grund")}
            label={schritt.grund === true ? "Warum?" : "Was ist dazu zu sagen?"}
            hint="Ein Satz ohne Personen. Geht eine Lücke mit, liest ihn, wer sie gemeldet hat."
            rows={3}
            optional={schritt.grund !== true}
          />
          <KeinName field={field} rejected={rejected} />
          <Submit label={schritt.verb} cancel={self} />
        </Form>
      )}
    </CardPage>
  );
}

export const { show, save } = formPage(
  `${LIST}/:id/schritt`,
  permission,
  { form, schema: SchrittEingabe },
  async (tx, { actor, at }, input) => {
    await moveMassnahme(tx, actor, at, input);
    return getan.after(`${LIST}/${at.id}`, "weiter");
  },
);
