import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { askedFor } from "../../../platform/asked.ts";
import { formPage } from "../../../platform/change.ts";
import { optionOf } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import { openRecordAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import {
  Alert,
  CardPage,
  type ConflictField,
  ConflictNotice,
  DateField,
  type FieldsOf,
  Form,
  HiddenField,
  SelectField,
  Submit,
  TextArea,
  fieldsOf,
} from "../../../ui/index.ts";
import { type Kodewahl, codelisten, kodesAm } from "../../codelisten/index.ts";
import { moveFall } from "../commands/move-fall.ts";
import { Schritt } from "../model/fall.ts";
import { PHASE, PHASEN, type Uebergang, hindernis, isBeendet, schritteAus, verlangtGrund } from "../model/phasen.ts";
import { belowFall } from "../parts/below.tsx";
import { LIST, getan } from "../parts/getan.ts";
import { Schritte } from "../parts/schritte.tsx";
import { type Fall, fallOf } from "../queries/faelle.ts";

const permission = "fall.schreiben";
const ZWECK = "schritt";
const PATH = `${LIST}/:id/schritt`;
const Query = z.object({ nach: z.enum(PHASE).optional() });

async function form(visit: Visit, rejected?: Rejected) {
  const id = idOf(visit);
  const { fall, gruende } = await openRecordAs(visit.actor, { art: "fall", id }, ZWECK, async (tx) => ({
    fall: await fallOf(tx, visit.actor, id),
    gruende: kodesAm((await codelisten(tx)).abschlussgrund, today()),
  }));
  const { nach } = askedFor(Query, visit, rejected);
  const schritt = schritteAus(fall.phase).find((one) => one.nach === nach);
  const self = `${LIST}/${id}`;
  const problem = schritt === undefined ? undefined : hindernis(fall, schritt.nach);
  const record = { version: fall.version, values: {} };
  return (
    <CardPage {...belowFall(visit, fall)} title={schritt?.verb ?? "Nächster Schritt"} rejected={rejected}>
      <ConflictNotice rejected={rejected} fields={CONFLICT} stored={self} />
      {schritt === undefined ? (
        <Schritte fall={fall} />
      ) : problem !== undefined && rejected === undefined ? (
        <Alert kind="warning">
          {problem} {schritt.wer.includes(fall.wer) ? <Weg fall={fall} /> : <a href={self}>Zum Fall</a>}
        </Alert>
      ) : (
        <Form action={`${self}/schritt`} record={record} rejected={rejected}>
          <SchrittFields
            schritt={schritt}
            mitGrund={verlangtGrund(schritt, fall)}
            field={fieldsOf({ am: [today()] }, rejected)}
            gruende={gruende}
          />
          <Submit label={schritt.verb} cancel={self} />
        </Form>
      )}
    </CardPage>
  );
}

/** Where what is missing can be put right. */
function Weg({ fall }: { readonly fall: Fall }) {
  const self = `${LIST}/${fall.id}`;
  if (!fall.eingewilligt && fall.phase !== "klaerung") {
    return <a href={`/personen/${fall.personId}/einwilligungen/neu?zweck=begleitung`}>Einwilligung vorbereiten</a>;
  }
  if (fall.phase === "assessment") return <a href={`${self}/assessment`}>Assessment</a>;
  if (fall.phase === "hilfeplan") return <a href={`${self}/hilfeplan`}>Hilfeplan</a>;
  if (fall.phase === "klaerung" && fall.regel) return <a href={`${self}/klaerung`}>Klärung</a>;
  return <a href={`${self}/bearbeiten`}>Angaben zum Fall</a>;
}

const CONFLICT: readonly ConflictField[] = [
  { name: "am", label: "Seit wann?" },
  { name: "abschlussgrund", label: "Warum endet der Fall?" },
  { name: "grund", label: "Warum?" },
];

type FieldsProps = {
  readonly schritt: Uebergang;
  /** Whether it has to say why. */
  readonly mitGrund: boolean;
  readonly field: FieldsOf;
  readonly gruende: readonly Kodewahl[];
};

function SchrittFields({ schritt: { von, nach }, mitGrund, field, gruende }: FieldsProps) {
  return (
    <>
      <p>
        Von „{PHASEN[von]}“ zu „{PHASEN[nach]}“.
        {von === "abgeschlossen"
          ? " Der Abschluss gilt dann nicht mehr, auch eine vorgemerkte Nachsorge; was darin stand, bleibt unter „Früherer Abschluss“ lesbar."
          : null}
      </p>
      <HiddenField name="nach" value={nach} />
      <DateField {...field("am")} label="Seit wann?" />
      {nach === "abgeschlossen" ? (
        <SelectField
          {...field("abschlussgrund")}
          label="Warum endet der Fall?"
          options={gruende.map(optionOf)}
          empty="Bitte wählen"
        />
      ) : null}
      <TextArea
        spellcheck
        {...field("grund")}
        label={mitGrund ? "Warum?" : "Was ist dazu zu sagen?"}
        hint="Ein Satz genügt. Wird versiegelt."
        rows={3}
        optional={!mitGrund}
      />
    </>
  );
}

export const { show, save } = formPage(
  PATH,
  permission,
  { form, schema: Schritt },
  async (tx, { actor, at }, input) => {
    await moveFall(tx, actor, at, input);
    return getan.after(`${LIST}/${at.id}`, isBeendet(input.nach) ? "beendet" : "weiter");
  },
);
