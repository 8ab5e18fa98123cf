import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { optionOf } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { filled } from "../../../platform/filled.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import { anzahl } from "../../../platform/words.ts";
import {
  Actions,
  Alert,
  CardPage,
  CheckChips,
  type ConflictField,
  ConflictNotice,
  Continued,
  DateField,
  type FieldsOf,
  Fieldset,
  Form,
  SelectField,
  Submit,
  TextArea,
  fieldsOf,
} from "../../../ui/index.ts";
import { type Codelisten, codelisten, kodesAm } from "../../codelisten/index.ts";
import { closeFall } from "../commands/close-fall.ts";
import { type OffenesZiel, offeneZiele } from "../../hilfeplan/index.ts";
import { AbschlussEingabe } from "../model/abschluss.ts";
import { wertWort } from "../model/fragebogen.ts";
import { hindernis } from "../model/phasen.ts";
import { Fragen } from "../parts/abschluss.tsx";
import { Zielerreichung } from "../parts/zielerreichung.tsx";
import { belowFall } from "../parts/below.tsx";
import { LIST, getan } from "../parts/getan.ts";
import { rueckmeldungenOf } from "../queries/abschluesse.ts";
import { fallOf } from "../queries/faelle.ts";
import { vereinbarungenOf } from "../queries/vereinbarungen.ts";

const permission = "fall.schreiben";
const PATH = `${LIST}/:id/abschluss`;
const DRAFT = { form: "fall-abschluss", name: "Fall abschließen", resume: PATH };
const TITLE = "Fall abschließen";

async function form(visit: Visit, rejected?: Rejected) {
  const id = idOf(visit);
  const { fall, ziele, punkte, gefragt, listen, f } = await openRecordAs(
    visit.actor,
    { art: "fall", id },
    "schritt",
    async (tx) => {
      const fall = await fallOf(tx, visit.actor, id);
      const values = { am: [today()] };
      return {
        fall,
        ziele: await offeneZiele(tx, visit.actor, id),
        punkte: (await vereinbarungenOf(tx, visit.actor, { fallId: id, personId: fall.personId })).length,
        gefragt: (await rueckmeldungenOf(tx, id))[0],
        listen: await codelisten(tx),
        f: await filled(tx, visit, DRAFT, { id, version: fall.version, values }, rejected),
      };
    },
  );
  const self = `${LIST}/${id}`;
  const problem = hindernis(fall, "abgeschlossen");
  if (problem !== undefined && rejected === undefined) {
    return (
      <CardPage {...belowFall(visit, fall)} title={TITLE}>
        <Alert kind="warning">{problem}</Alert>
      </CardPage>
    );
  }
  return (
    <CardPage {...belowFall(visit, fall)} title={TITLE} rejected={rejected}>
      <ConflictNotice rejected={rejected} fields={CONFLICT} stored={self} />
      <Continued f={f} />
      <p>
        {gefragt === undefined
          ? "Die Person ist noch nicht gefragt, wie zufrieden sie ist. Fragen Sie zuerst, wenn Sie möchten."
          : `Gefragt am ${tagText(gefragt.am)}: ${wertWort(gefragt.wert)}.`}
      </p>
      <Actions>
        <Fragen fall={fall} />
      </Actions>
      {punkte === 0 ? null : (
        <p>
          {anzahl(punkte, "Punkt ist", "Punkte sind")} noch <a href={self}>offen</a>. Sie bleiben am Fall stehen, auch
          wenn er beendet ist: Haken Sie vorher ab, was erledigt ist oder entfällt.
        </p>
      )}
      <Form action={`${self}/abschluss`} record={f.record} draft={f.draft} rejected={rejected}>
        <AbschlussFields field={fieldsOf(f.values, rejected)} listen={listen} ziele={ziele} />
        <Submit label={TITLE} cancel={self} draft />
      </Form>
    </CardPage>
  );
}

const CONFLICT: readonly ConflictField[] = [
  { name: "am", label: "Seit wann?", show: ([day = ""]) => tagText(day) },
  { name: "abschlussgrund", label: "Warum endet der Fall?" },
  { name: "grund", label: "Was ist dazu zu sagen?" },
];

type FieldsProps = {
  readonly field: FieldsOf;
  readonly listen: Codelisten;
  readonly ziele: readonly OffenesZiel[];
};

function AbschlussFields({ field, listen, ziele }: FieldsProps) {
  const felder = kodesAm(listen.handlungsfeld, today()).map(({ code, kurz }) => ({ value: code, label: kurz }));
  return (
    <>
      <DateField {...field("am")} label="Seit wann?" />
      <SelectField
        {...field("abschlussgrund")}
        label="Warum endet der Fall?"
        options={kodesAm(listen.abschlussgrund, today()).map(optionOf)}
        empty="Bitte wählen"
      />
      <TextArea
        {...field("grund")}
        label="Was ist dazu zu sagen?"
        hint="Zum Beispiel: welcher Regeldienst, wie viele Versuche. Wird versiegelt."
        rows={2}
        optional
      />
      <Zielerreichung field={field} ziele={ziele} />
      <Fieldset legend="Was bleibt?">
        <CheckChips {...field("bedarf_felder")} label="Wo bleibt Bedarf?" options={felder} optional />
        <TextArea {...field("bedarf")} label="Was wird noch gebraucht?" hint="Wird versiegelt." rows={2} optional />
      </Fieldset>
      <Fieldset legend="Was fehlte?">
        <CheckChips
          {...field("luecke_felder")}
          label="Wo fehlte etwas?"
          hint="Angebote, Zugänge, Absprachen: was auch andere brauchen."
          options={felder}
          optional
        />
        <TextArea {...field("luecke")} label="Was genau?" hint="Wird versiegelt." rows={2} optional />
      </Fieldset>
      <DateField
        {...field("nachsorge_am")}
        label="Nachsorge am"
        hint="Wann Sie noch einmal nachfragen. Der Fall steht dann in der Liste „mit Nachsorge“."
        optional
      />
    </>
  );
}

export const { show, save } = formPage(
  PATH,
  permission,
  { form, schema: AbschlussEingabe, draft: DRAFT },
  async (tx, { actor, at }, input) => {
    await closeFall(tx, actor, at, input);
    return getan.after(`${LIST}/${at.id}`, "beendet");
  },
);
