import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { openRecordAs, readAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, Confirm, ConflictNotice, Entered, Form, Submit, fieldsOf } from "../../../ui/index.ts";
import { codelisten, kodesAm } from "../../codelisten/index.ts";
import { changeVerbindung } from "../commands/change-verbindung.ts";
import { correctVerbindung } from "../commands/correct-verbindung.ts";
import { removeVerbindung } from "../commands/remove-verbindung.ts";
import { verbindungValues, wandelValues } from "../model/form-values.ts";
import { NeueVerbindung, VerbindungEingabe } from "../model/netzwerk.ts";
import { Wer, belowNetzwerk } from "../parts/below.tsx";
import { VERBINDUNG, ZWECK, getan, netzwerkPath } from "../parts/getan.ts";
import { TieFields, tieConflict } from "../parts/tie-fields.tsx";
import { kopfOf } from "../queries/kopf.ts";
import { fallOfVerbindung, verbindungOf } from "../queries/netzwerk.ts";

const permission = "fall.schreiben";
const PATH = `${VERBINDUNG}/:id`;
const AB = "Auf der Karte ab";
const ANDERS = "So ist es seit";

async function read(visit: Visit) {
  const id = idOf(visit);
  const fallId = await readAs(visit.actor, (tx) => fallOfVerbindung(tx, id));
  return openRecordAs(visit.actor, { art: "fall", id: fallId }, ZWECK.netzwerk, async (tx) => {
    const fall = await kopfOf(tx, visit.actor, fallId);
    const verbindung = await verbindungOf(tx, fall.key, id);
    const arten = kodesAm((await codelisten(tx)).netzwerkart, today(), [verbindung.art]);
    return { fall, verbindung, arten, self: `${VERBINDUNG}/${id}` };
  });
}

/** What was written down wrongly, or has come to its end. */
async function correct(visit: Visit, rejected?: Rejected) {
  const { fall, verbindung, arten, self } = await read(visit);
  const values = verbindungValues(verbindung);
  return (
    <CardPage {...belowNetzwerk(visit, fall)} title="Verbindung berichtigen" rejected={rejected}>
      <Wer fall={fall} />
      <ConflictNotice rejected={rejected} fields={tieConflict(arten, AB)} stored={netzwerkPath(fall.id)} />
      <Form action={self} record={{ version: verbindung.version, values }} rejected={rejected}>
        <TieFields field={fieldsOf(values, rejected)} arten={arten} von={AB} bis />
        <Submit label="Speichern" cancel={netzwerkPath(fall.id)} />
      </Form>
      <p class="hint">
        {verbindung.bis === null ? (
          <>
            Es war richtig und ist jetzt anders? <a href={`${self}/aendern`}>Änderung eintragen</a>.{" "}
          </>
        ) : null}
        Es gehört nicht hierher? <a href={`${self}/entfernen`}>Eintrag löschen</a>
      </p>
    </CardPage>
  );
}

/** What is different from a day on; how it was can still be looked at. */
async function change(visit: Visit, rejected?: Rejected) {
  const { fall, verbindung, arten, self } = await read(visit);
  const values = wandelValues(verbindung, today());
  return (
    <CardPage {...belowNetzwerk(visit, fall)} title="Neuer Stand einer Verbindung" rejected={rejected}>
      <Wer fall={fall} />
      <p>Tragen Sie ein, wie es jetzt ist. Der alte Stand bleibt auf der Karte der Zeit davor.</p>
      <ConflictNotice rejected={rejected} fields={tieConflict(arten, ANDERS)} stored={netzwerkPath(fall.id)} />
      <Form action={`${self}/aendern`} record={{ version: verbindung.version, values }} rejected={rejected}>
        <TieFields field={fieldsOf(values, rejected)} arten={arten} von={ANDERS} />
        <Submit label="Änderung eintragen" cancel={netzwerkPath(fall.id)} />
      </Form>
    </CardPage>
  );
}

async function question(visit: Visit, rejected?: Rejected) {
  const { fall, verbindung, self } = await read(visit);
  return (
    <CardPage {...belowNetzwerk(visit, fall)} title="Eintrag löschen" rejected={rejected}>
      <Confirm
        action={`${self}/entfernen`}
        confirm="Eintrag löschen"
        back={netzwerkPath(fall.id)}
        version={verbindung.version}
        rejected={rejected}
        danger
      >
        <p>
          <Entered>{verbindung.name}</Entered> verschwindet von der Karte, auch von der früherer Tage. Endet die
          Verbindung nur, tragen Sie stattdessen <a href={self}>ihren letzten Tag</a> ein.
        </p>
      </Confirm>
    </CardPage>
  );
}

const corrected = formPage(
  PATH,
  permission,
  { form: correct, schema: VerbindungEingabe },
  async (tx, { actor, at }, input) =>
    getan.after(netzwerkPath(await correctVerbindung(tx, actor, at, input)), "gespeichert"),
);
const changed = formPage(
  `${PATH}/aendern`,
  permission,
  { form: change, schema: NeueVerbindung },
  async (tx, { actor, at }, input) =>
    getan.after(netzwerkPath(await changeVerbindung(tx, actor, at, input)), "geaendert"),
);
const removed = formPage(
  `${PATH}/entfernen`,
  permission,
  { form: question, schema: NOTHING },
  async (tx, { actor, at }) => getan.after(netzwerkPath(await removeVerbindung(tx, actor, at)), "geloescht"),
);

export const routes = [corrected, changed, removed].flatMap(({ show, save }) => [show, save]);
