import { z } from "zod";
import { type Visit, page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { change } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { type Rejected, readQuery } from "../../../platform/form.ts";
import {
  Alert,
  Card,
  Choices,
  Col,
  type Column,
  Form,
  Page,
  Row,
  SelectField,
  Status,
  Submit,
  Table,
  fieldsOf,
} from "../../../ui/index.ts";
import { reportLieferung } from "../commands/report-lieferung.ts";
import { LieferungEingabe, MONAT } from "../model/lieferung-eingabe.ts";
import { type Lieferstand, type Lieferung, lieferstand } from "../model/lieferung.ts";
import { davor, halbjahrAm, monatName, monateIn, spanne, zeitraumName } from "../model/zeitraum.ts";
import { LIEFERUNG, PATH, getan } from "../parts/getan.ts";
import { Wege } from "../parts/wege.tsx";
import { lieferungen } from "../queries/lieferungen.ts";
import { siehtKreis } from "../queries/kontext.ts";

const permission = "lieferung.melden";
const Query = z.object({ ab: z.string().regex(MONAT).optional() });
/** Half-years to choose from, and months to report. */
const HALVES = 6;
const MONTHS = 36;

const WORT = {
  nichts: { text: "nichts geliefert", kind: "danger" },
  begonnen: { text: "begonnen", kind: "warning" },
  vollstaendig: { text: "vollständig", kind: "success" },
  null: { text: "null gemeldet", kind: "info" },
} as const satisfies Record<Lieferstand, { text: string; kind: "danger" | "warning" | "success" | "info" }>;

function Zelle({ l, monat }: { readonly l: Lieferung; readonly monat: string }) {
  if (monat > today().slice(0, 7)) return <>–</>;
  const { text, kind } = WORT[lieferstand(l, monat, today())];
  return <Status kind={kind}>{text}</Status>;
}

function halves() {
  const all = [halbjahrAm(today())];
  while (all.length < HALVES) all.push(...all.slice(-1).map(davor));
  return all;
}

/** What came in of every month, and what the Träger say about it. */
function Uebersicht(props: { readonly rows: readonly Lieferung[]; readonly ab: string }) {
  const shown = halbjahrAm(`${props.ab}-01`);
  const columns: Column<Lieferung>[] = [
    { label: "Träger", cell: (l) => (l.aktiv ? l.name : `${l.name} (stillgelegt)`) },
    ...monateIn(shown).map((monat) => ({
      label: monatName(monat).replace(/ \d{4}$/, ""),
      cell: (l: Lieferung) => <Zelle l={l} monat={monat} />,
    })),
  ];
  return (
    <Card title={zeitraumName(shown)}>
      <Choices
        label="Halbjahre"
        items={halves().map((z) => ({
          label: zeitraumName(z),
          href: `${LIEFERUNG}?ab=${z.von.slice(0, 7)}`,
          current: z.von === shown.von,
        }))}
      />
      <Table caption={`Lieferung im ${zeitraumName(shown)}`} hideCaption cards rows={props.rows} columns={columns} />
      <p class="hint">
        Ohne Meldung gilt ein Monat als vollständig, wenn er vorbei ist und etwas gezählt ist. Der erste Monat eines
        Trägers und der laufende sind begonnen. „Null“ und „nichts geliefert“ sind zweierlei: Nur was jemand als null
        meldet, ist null. Verglichen werden nur Zeiträume, die alle liefernden Träger ganz geliefert haben.
      </p>
    </Card>
  );
}

function Melden(props: {
  readonly rows: readonly Lieferung[];
  readonly ab: string;
  readonly rejected?: Rejected | undefined;
}) {
  const { rows, rejected } = props;
  const month = today().slice(0, 7);
  const first = monateIn(halbjahrAm(`${props.ab}-01`))[0] ?? month;
  const recent = monateIn(spanne(`${Number(month.slice(0, 4)) - MONTHS / 12}${month.slice(4)}`, month)).toReversed();
  const options = [...new Set([...recent, first])].map((value) => ({ value, label: monatName(value) }));
  const [only] = rows.length === 1 ? rows : [];
  const field = fieldsOf({ von: [first], bis: [first], traeger: [only?.traegerId ?? ""] }, rejected);
  return (
    <Card title="Monate melden">
      <Form action={LIEFERUNG} rejected={rejected}>
        <SelectField
          {...field("traeger")}
          label="Träger"
          empty={only === undefined ? "Bitte wählen" : undefined}
          options={rows.map((l) => ({ value: l.traegerId, label: l.name }))}
        />
        <Row>
          <Col span={6}>
            <SelectField {...field("von")} label="Erster Monat" options={options} />
          </Col>
          <Col span={6}>
            <SelectField {...field("bis")} label="Letzter Monat" options={options} />
          </Col>
        </Row>
        <SelectField
          {...field("stand")}
          label="Was melden Sie?"
          empty="Bitte wählen"
          options={[
            { value: "vollstaendig", label: "Die Zahlen sind vollständig" },
            { value: "null", label: "Es gab keine Beratung: null" },
            { value: "begonnen", label: "Die Zahlen sind noch nicht vollständig" },
            { value: "keine", label: "Frühere Meldung zurücknehmen" },
          ]}
        />
        <Submit label="Melden" cancel={PATH} />
      </Form>
    </Card>
  );
}

async function view(visit: Visit, rejected?: Rejected) {
  const rows = await readAs(visit.actor, (tx) =>
    lieferungen(tx, siehtKreis(visit.actor) ? undefined : visit.actor.traegerId),
  );
  const ab = readQuery(Query, visit.url).ab ?? davor(halbjahrAm(today())).von.slice(0, 7);
  const reports = may(visit.actor, "lieferung.melden");
  return (
    <Page frame={visit.frame} title="Lieferung" rejected={rejected} wide extra>
      <Wege visit={visit} here={LIEFERUNG} />
      {rows.length === 0 ? (
        <Alert kind="info" title="Es gibt noch keinen Träger" />
      ) : (
        <Uebersicht rows={rows} ab={ab} />
      )}
      {reports && rows.length > 0 ? <Melden rows={rows} ab={ab} rejected={rejected} /> : null}
    </Page>
  );
}

/** The state of delivery by Träger and month. */
export const show = page({
  path: LIEFERUNG,
  permission: "auswertung.traeger_lesen",
  notices: getan,
  show: (visit) => view(visit),
});

export const save = change(
  LIEFERUNG,
  permission,
  { schema: LieferungEingabe, again: view },
  async (tx, { actor }, input) => {
    await reportLieferung(tx, actor, input);
    return getan.after(`${LIEFERUNG}?ab=${input.von}`, input.stand === "keine" ? "zurueckgenommen" : "gemeldet");
  },
);
