import { type Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { NotFound, type Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import { anzahl, zahl } from "../../../platform/words.ts";
import {
  Alert,
  Card,
  CheckChips,
  DateField,
  Day,
  EmptyState,
  Entered,
  Form,
  Page,
  RadioSegment,
  Submit,
  Table,
  fieldsOf,
} from "../../../ui/index.ts";
import { codelisten } from "../../codelisten/index.ts";
import { type Anschluss, GEZAEHLT, JA, JA_FRAGE, JA_WAHL, anschluesseOf, personsByIds } from "../../personen/index.ts";
import { kontoNames } from "../../zugang/index.ts";
import { joinBeratungen } from "../commands/join-beratungen.ts";
import { AnschlussEingabe } from "../model/anschluss.ts";
import { anschlussPath, belowPerson, beratungWahl } from "../parts/anschluss.tsx";
import { getan } from "../parts/getan.ts";
import { namenlose } from "../queries/anschluss.ts";

const PATH = "/personen/:id/anschluss";
const OPENED = "anschluss";
/** What a person can be asked now; that she was known all along is said where a consultation is corrected. */
const GEFRAGT = JA_WAHL.filter(({ value }) => value !== "benannt");

const read = (visit: Visit, id: string) =>
  openRecordAs(visit.actor, { art: "person", id }, OPENED, async (tx) => {
    const [person] = await personsByIds(tx, visit.actor, [id]);
    if (person === undefined) throw new NotFound();
    const ja = await anschluesseOf(tx, id);
    const own = person.kontoId === visit.actor.kontoId;
    return {
      person,
      ja,
      own,
      offen: own ? await namenlose(tx, person.kontoId) : [],
      listen: await codelisten(tx),
      namen: await kontoNames(tx, visit.actor.kreis, [...new Set(ja.map(({ gefragtVon }) => gefragtVon))]),
    };
  });

async function form(visit: Visit, rejected?: Rejected) {
  const { person, ja, own, offen, listen, namen } = await read(visit, idOf(visit));
  const field = fieldsOf(undefined, rejected);
  return (
    <Page
      {...belowPerson(visit, person)}
      title="Frühere Kontakte anschließen"
      rejected={rejected}
      heading={false}
      extra
    >
      <Card title="Frühere Kontakte anschließen" level={1}>
        <p>
          War <Entered>{person.name}</Entered> schon einmal da, ohne den Namen zu sagen? Dann kann das Gespräch mit
          Einverständnis hier stehen. Suchen Sie es mit der Person aus, und fragen Sie. Sagt sie Nein, bleibt alles, wie
          es ist, und Sie beraten wie zuvor.
        </p>
        {own ? null : (
          <Alert kind="info">
            Anschließen kann nur, wer die Akte führt: Wer damals ohne Namen da war, weiß nur, wer das Gespräch geführt
            hat. Ein Ja zurücknehmen können Sie auch in Vertretung.
          </Alert>
        )}
        {own && offen.length === 0 ? (
          <EmptyState>In den letzten zwölf Wochen haben Sie niemanden anonym beraten.</EmptyState>
        ) : null}
        {offen.length === 0 ? null : (
          <Form action={anschlussPath(person.id)} rejected={rejected}>
            <CheckChips
              rows
              {...field("beratungen")}
              label="Welche Gespräche waren das?"
              hint="Ihre anonymen Beratungen der letzten zwölf Wochen, die letzte zuerst."
              options={beratungWahl(offen, listen)}
            />
            <p>
              Angeschlossen werden Tag, Themen, Sprache, Dauer, Ergebnis und Ihre Notiz. Die groben Angaben zu Herkunft
              und Alter fallen weg, weil sie bei der Person stehen. Nimmt sie ihr Ja zurück, steht jedes Gespräch wieder
              so da wie vorher.
            </p>
            <RadioSegment {...field("ja")} label={JA_FRAGE} options={GEFRAGT} />
            <DateField {...field("am")} label="Wann hat sie Ja gesagt?" value={rejected ? undefined : today()} />
            <Submit label="Anschließen" cancel={`/personen/${person.id}`} />
          </Form>
        )}
        <p class="hint">
          Unter einem Kürzel beraten? <a href={`/personen/${person.id}/gleiche`}>Suchen Sie das Kürzel</a>, und führen
          Sie beide Einträge zusammen; auch dort wird nach dem Ja gefragt.
        </p>
      </Card>
      {ja.length === 0 ? null : <Gesagtes person={person.id} ja={ja} namen={namen} />}
    </Page>
  );
}

const WAS: Readonly<Record<string, string>> = {
  zusammenfuehrung: "Kürzel und Name sind eins",
  name: "aus dem Kürzel wurde der Name",
};

/** What it was about, and whether it still holds. */
const wofuer = ({ was, anzahl: n, zurueckgenommenAm }: Anschluss): string =>
  zurueckgenommenAm === null
    ? (WAS[was] ?? (n > GEZAEHLT ? `über ${zahl(GEZAEHLT)} Beratungen` : anzahl(n, "Beratung", "Beratungen")))
    : `zurückgenommen am ${tagText(zurueckgenommenAm)}`;

type GesagtesProps = {
  readonly person: string;
  readonly ja: readonly Anschluss[];
  readonly namen: ReadonlyMap<string, string>;
};

const Gesagtes = ({ person, ja, namen }: GesagtesProps) => (
  <Card title="Was die Person dazu gesagt hat">
    <Table
      caption="Ja der Person, das letzte zuerst"
      hideCaption
      rows={ja}
      href={({ id }) => `${anschlussPath(person)}/${id}`}
      columns={[
        { label: "Am", cell: ({ am }) => <Day iso={am} /> },
        { label: "Was", cell: ({ art }) => Object.entries(JA).find(([code]) => code === art)?.[1] ?? art },
        { label: "Wofür", cell: wofuer },
        {
          label: "Gefragt von",
          names: true,
          cell: ({ gefragtVon }) => <Entered>{namen.get(gefragtVon) ?? "nicht mehr bekannt"}</Entered>,
        },
      ]}
    />
  </Card>
);

export const { show, save } = formPage(
  PATH,
  "person.schreiben",
  { form, schema: AnschlussEingabe, notices: getan },
  async (tx, visit, input) => {
    const id = idOf(visit);
    await joinBeratungen(tx, visit.actor, id, input);
    return getan.after(anschlussPath(id), "angeschlossen");
  },
);
