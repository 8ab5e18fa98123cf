import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { askedFor } from "../../../platform/asked.ts";
import { formPage } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { gueltige } from "../../../platform/schritte.ts";
import { tagText } from "../../../platform/span.ts";
import {
  CardPage,
  ConflictNotice,
  DateField,
  Entered,
  Form,
  HiddenField,
  RadioSegment,
  SelectField,
  Submit,
  UndoStep,
  fieldsOf,
} from "../../../ui/index.ts";
import { moveZuweisung, undoSchritt } from "../commands/move-zuweisung.ts";
import { GRUENDE, GRUND, STAENDE, STAND, schritteAus } from "../model/stand.ts";
import { SchrittEingabe } from "../model/zuweisung.ts";
import { belowHaushalt } from "../parts/below.ts";
import { LIST, getan } from "../parts/getan.ts";
import { familienName } from "../parts/worte.ts";
import { zuweisungOf } from "../queries/zuweisungen.ts";

const permission = "zuweisung.schreiben";
const Query = z.object({ nach: z.enum(STAND).optional() });

const opened = (visit: Visit) => {
  const id = idOf(visit);
  return openRecordAs(visit.actor, { art: "zuweisung", id }, "schritt", (tx) => zuweisungOf(tx, visit.actor, id));
};

async function form(visit: Visit, rejected?: Rejected) {
  const haushalt = await opened(visit);
  const self = `${LIST}/${haushalt.id}`;
  const { nach: asked } = askedFor(Query, visit, rejected);
  const ways = schritteAus(haushalt.stand);
  const way = ways.find(({ nach }) => nach === asked);
  const field = fieldsOf({ am: [today()] }, rejected);
  return (
    <CardPage {...belowHaushalt(visit, haushalt.id)} title={way?.verb ?? "Nächster Schritt"} rejected={rejected}>
      <p>
        <Entered>{familienName(haushalt, haushalt.mitglieder)}</Entered>, jetzt „{STAENDE[haushalt.stand]}“ seit{" "}
        {tagText(haushalt.standSeit)}
      </p>
      <ConflictNotice rejected={rejected} fields={[{ name: "am", label: "Wann war das?" }]} stored={self} />
      <Form action={`${self}/schritt`} record={{ version: haushalt.version, values: {} }} rejected={rejected}>
        {way === undefined ? (
          <RadioSegment
            {...field("nach")}
            label="Was ist geschehen?"
            options={ways.map(({ nach, verb }) => ({ value: nach, label: verb }))}
          />
        ) : (
          <HiddenField name="nach" value={way.nach} />
        )}
        <DateField {...field("am")} label="Wann war das?" />
        {way === undefined || way.grund === true ? (
          <SelectField
            {...field("grund")}
            label="Warum nicht erreicht?"
            empty="Bitte wählen"
            options={GRUND.map((grund) => ({ value: grund, label: GRUENDE[grund] }))}
            {...(way === undefined ? { optional: true } : {})}
          />
        ) : null}
        <Submit label="Eintragen" cancel={self} />
      </Form>
    </CardPage>
  );
}

export const step = formPage(
  `${LIST}/:id/schritt`,
  permission,
  { form, schema: SchrittEingabe },
  async (tx, { actor, at }, input) => {
    await moveZuweisung(tx, actor, at, input);
    return getan.after(`${LIST}/${at.id}`, "weiter");
  },
);

async function undoForm(visit: Visit, rejected?: Rejected) {
  const haushalt = await opened(visit);
  const self = `${LIST}/${haushalt.id}`;
  return (
    <CardPage {...belowHaushalt(visit, haushalt.id)} title="Schritt zurücknehmen" rejected={rejected}>
      <UndoStep
        steps={gueltige(haushalt.schritte).map((s) => ({ text: STAENDE[s.nach], am: s.am }))}
        self={self}
        words={{ it: "Der Haushalt", back: "Zurück zum Haushalt" }}
        version={haushalt.version}
        rejected={rejected}
      />
    </CardPage>
  );
}

/** The last step was a slip of the hand. */
export const undo = formPage(
  `${LIST}/:id/zuruecknehmen`,
  permission,
  { form: undoForm, schema: NOTHING },
  async (tx, { actor, at }) => {
    await undoSchritt(tx, actor, at);
    return getan.after(`${LIST}/${at.id}`, "zurueck");
  },
);
