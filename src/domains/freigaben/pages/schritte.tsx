import type { Visit } from "../../../platform/access.ts";
import { type Changing, change, formPage } from "../../../platform/change.ts";
import { openRecordAs } from "../../../platform/db.ts";
import type { Tx } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, Confirm, Entered, TextArea, fieldsOf } from "../../../ui/index.ts";
import { answerFrage, finishFreigabe } from "../commands/answer-frage.ts";
import { readAntworten } from "../commands/read-antworten.ts";
import { discardFreigabe, withdrawFreigabe } from "../commands/withdraw-freigabe.ts";
import { Grund, Satz } from "../model/eingabe.ts";
import { ONE, getan, listOf } from "../parts/getan.ts";
import { type FreigabeGanz, freigabeOf } from "../queries/freigaben.ts";

const permission = "freigabe.schreiben";

type Frage = {
  readonly wort: string;
  readonly title: string;
  readonly confirm: string;
  readonly danger?: true;
  readonly text: (f: FreigabeGanz) => string;
  readonly feld?: { readonly label: string; readonly optional: boolean };
};

/** A question before a step of the file's side. */
const frage =
  ({ wort, title, confirm, danger, text, feld }: Frage) =>
  async (visit: Visit, rejected?: Rejected) => {
    const { actor } = visit;
    const id = idOf(visit);
    const f = await openRecordAs(actor, { art: "freigabe", id }, "freigabe", (tx) => freigabeOf(tx, actor, id));
    const self = `${ONE}/${id}`;
    return (
      <CardPage
        frame={visit.frame}
        title={title}
        rejected={rejected}
        breadcrumb={[
          { label: "Freigaben", href: listOf(f.personId) },
          { label: "Freigabe", href: self },
        ]}
      >
        <Confirm
          action={`${self}/${wort}`}
          confirm={confirm}
          back={self}
          version={f.version}
          rejected={rejected}
          danger={danger}
        >
          <p>
            <Entered>{text(f)}</Entered>
          </p>
          {feld === undefined ? null : (
            <TextArea {...fieldsOf({}, rejected)("text")} label={feld.label} optional={feld.optional} />
          )}
        </Confirm>
      </CardPage>
    );
  };

const lastQuestion = (f: FreigabeGanz): string =>
  f.schritte.findLast(({ art }) => art === "rueckfrage")?.wort?.text ?? "";
const GRUND = { label: "Warum?", optional: true };

export const withdraw = formPage(
  `${ONE}/:id/zurueckziehen`,
  permission,
  {
    form: frage({
      wort: "zurueckziehen",
      title: "Kopie zurückziehen",
      confirm: "Zurückziehen",
      danger: true,
      text: (f) =>
        f.schritte.some(({ art }) => art === "geoeffnet")
          ? "Sie wurde schon geöffnet; was gelesen ist, ist gelesen. Ab jetzt öffnet sie niemand mehr."
          : "Geöffnet hat sie noch niemand. Ab jetzt kann es niemand mehr.",
      feld: GRUND,
    }),
    schema: Grund,
  },
  async (tx, { actor, at }, input) => {
    await withdrawFreigabe(tx, actor, at, input);
    return getan.after(`${ONE}/${at.id}`, "zurueckgezogen");
  },
);

export const discard = formPage(
  `${ONE}/:id/verwerfen`,
  permission,
  {
    form: frage({
      wort: "verwerfen",
      title: "Vorbereitung verwerfen",
      confirm: "Verwerfen",
      danger: true,
      text: () => "Es ist noch nichts hinausgegangen. Verworfen, ist auch die Vorbereitung weg.",
    }),
    schema: NOTHING,
  },
  async (tx, { actor, at }) => {
    const { personId } = await freigabeOf(tx, actor, at.id);
    await discardFreigabe(tx, actor, at);
    return getan.after(listOf(personId), "verworfen");
  },
);

export const answer = formPage(
  `${ONE}/:id/antworten`,
  permission,
  {
    form: frage({
      wort: "antworten",
      title: "Rückfrage beantworten",
      confirm: "Antworten",
      text: lastQuestion,
      feld: { label: "Ihre Antwort, ohne Namen", optional: false },
    }),
    schema: Satz,
  },
  async (tx, { actor, at }, input) => {
    await answerFrage(tx, actor, at, input);
    return getan.after(`${ONE}/${at.id}`, "geantwortet");
  },
);

export const finish = formPage(
  `${ONE}/:id/erledigen`,
  permission,
  {
    form: frage({
      wort: "erledigen",
      title: "Als erledigt abschließen",
      confirm: "Erledigt",
      text: () =>
        "Sie erwarten nichts mehr. Die Kopie bleibt bis zu ihrem letzten Tag zu lesen; sonst ziehen Sie sie zurück.",
      feld: { label: "Was wurde daraus?", optional: true },
    }),
    schema: Grund,
  },
  async (tx, { actor, at }, input) => {
    await finishFreigabe(tx, actor, at, input);
    return getan.after(`${ONE}/${at.id}`, "erledigt");
  },
);

const again = frage({
  wort: "gelesen",
  title: "Antworten gelesen",
  confirm: "Gelesen",
  text: () => "Die Antworten stehen weiter bei der Freigabe.",
});

export const read = change(
  `${ONE}/:id/gelesen`,
  permission,
  { schema: NOTHING, again },
  async (tx: Tx, visit: Changing) => {
    const id = idOf(visit);
    const { verweis } = await readAntworten(tx, visit.actor, id);
    return getan.after(`${ONE}/${id}`, verweis === null ? "gelesen" : "uebernommen");
  },
);
