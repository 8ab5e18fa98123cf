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
import { anzahl } from "../../../platform/words.ts";
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
import { moveZuweisung } from "../commands/move-zuweisung.ts";
import { undoLetztes } from "../commands/undo-teilung.ts";
import { GRUENDE, GRUND, STAENDE, STAND, schritteAus } from "../model/stand.ts";
import { ruecknehmbar, teilungText } from "../model/teilung.ts";
import { SchrittEingabe } from "../model/zuweisung.ts";
import { belowHaushalt } from "../parts/below.ts";
import { LIST, getan } from "../parts/getan.ts";
import { familienName } from "../parts/worte.ts";
import { type Zuweisung, zuweisungOf } from "../queries/zuweisungen.ts";

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

/** What counts, up to what can be taken back now: that it was joined or parted, else the last step. */
function undoable(z: Zuweisung) {
  const teilung = ruecknehmbar(z.teilungen, z.version);
  if (teilung === undefined) return gueltige(z.schritte).map((s) => ({ text: STAENDE[s.nach], am: s.am }));
  const before = z.menschen + (teilung.art === "verbunden" ? -teilung.menschen : teilung.menschen);
  return [
    { text: `${STAENDE[z.stand]}, ${anzahl(before, "Mensch", "Menschen")}`, am: z.standSeit },
    { text: teilungText(teilung), am: teilung.am },
  ];
}

async function undoForm(visit: Visit, rejected?: Rejected) {
  const haushalt = await opened(visit);
  const self = `${LIST}/${haushalt.id}`;
  return (
    <CardPage {...belowHaushalt(visit, haushalt.id)} title="Schritt zurücknehmen" rejected={rejected}>
      <UndoStep
        steps={undoable(haushalt)}
        self={self}
        words={{ it: "Der Haushalt", back: "Zurück zum Haushalt" }}
        version={haushalt.version}
        rejected={rejected}
      />
    </CardPage>
  );
}

/** What happened last was a slip of the hand. */
export const undo = formPage(
  `${LIST}/:id/zuruecknehmen`,
  permission,
  { form: undoForm, schema: NOTHING },
  async (tx, { actor, at }) => {
    await undoLetztes(tx, actor, at);
    return getan.after(`${LIST}/${at.id}`, "zurueck");
  },
);
