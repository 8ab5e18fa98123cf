import type { FieldError } from "../../../platform/form.ts";
import {
  Card,
  CheckChips,
  Col,
  Details,
  Entered,
  type FieldsOf,
  NumberField,
  type Option,
  type OptionGroup,
  Row,
  SelectCell,
  SelectField,
  Table,
} from "../../../ui/index.ts";
import {
  BEDEUTUNGEN,
  BEDEUTUNG_NAMEN,
  BLATTNAMEN,
  KREUZARTEN,
  type Wortoption,
  type Zwischentitel,
} from "../../../listen/index.ts";
import { Fundstellen } from "./fundstellen.tsx";
import {
  ARTEN,
  ARTEN_NAMEN,
  type Gruppe,
  KREUZ_NAMEN,
  beispieleOf,
  spaltenOf,
  tabellenName,
  tabellenOrt,
} from "../model/tabellengruppen.ts";
import { AUFFUELLBAR } from "./tabellen-gruppen.ts";

const BEDEUTUNGEN_AUSWAHL: readonly (Option | OptionGroup)[] = [
  { value: "ohne", label: BEDEUTUNG_NAMEN.ohne },
  {
    label: "Bedeutung",
    options: BEDEUTUNGEN.filter((one) => one !== "ohne" && one !== "kreuz").map((value) => ({
      value,
      label: BEDEUTUNG_NAMEN[value],
    })),
  },
  {
    label: "Die Überschrift ist das Wort",
    options: KREUZARTEN.map((kreuz) => ({ value: `kreuz:${kreuz}`, label: KREUZ_NAMEN[kreuz] })),
  },
];

type Props = {
  readonly gruppe: Gruppe;
  readonly kommunen: readonly Wortoption[];
  readonly zwischentitel: readonly Zwischentitel[];
  /** Keys of the tables whose rows wait for their Kommune. */
  readonly ohneKommune: ReadonlySet<string>;
  readonly field: FieldsOf;
  /** What is wrong with the form. */
  readonly wrong: readonly FieldError[];
};

/** Tables of one shape: what they are, and what each column means. */
export function TabellenKarte(props: Props) {
  const { gruppe, kommunen, field } = props;
  const { feld, muster } = gruppe;
  return (
    <Card title={tabellenName(gruppe)}>
      <p class="hint">{tabellenOrt(gruppe)}</p>
      <Fundstellen
        tabellen={gruppe.tabellen}
        zwischentitel={props.zwischentitel}
        ort={(ags) => kommunen.find(({ code }) => code === ags)?.name ?? ags}
      />
      <Row>
        <Col span={6}>
          <SelectField
            {...field(`${feld}-art`)}
            label="Was ist das?"
            options={ARTEN.map((value) => ({ value, label: ARTEN_NAMEN[value] }))}
          />
        </Col>
      </Row>
      <Table
        stack
        caption={`Spalten: ${tabellenName(gruppe)}`}
        hideCaption
        rows={spaltenOf(muster)}
        columns={[
          {
            label: "Spalte",
            cell: (s) => (
              <>
                <strong>{s.buchstabe}</strong> <Entered>{s.kopf || "ohne Überschrift"}</Entered>
              </>
            ),
          },
          { label: "Steht darin zum Beispiel", cell: (s) => <Entered class="muted">{beispieleOf(s)}</Entered> },
          {
            label: "Bedeutet",
            cell: (s) => (
              <SelectCell
                {...field(`${feld}-${s.buchstabe}`)}
                label={`Spalte ${s.buchstabe}, ${s.kopf || "ohne Überschrift"}: bedeutet`}
                options={BEDEUTUNGEN_AUSWAHL}
              />
            ),
          },
        ]}
      />
      <WeitereAngaben {...props} />
    </Card>
  );
}

const BLATTNAMEN_NAMEN: Readonly<Record<(typeof BLATTNAMEN)[number], string>> = {
  beratend: "die Case Manager:in aller Zeilen",
  name: "die ratsuchende Person aller Zeilen",
  ohne: "keine Person",
};

/** What no column says. Open where something of it was wrong, or waits for an answer. */
function WeitereAngaben({ gruppe: { feld, muster, tabellen }, kommunen, ohneKommune, field, wrong }: Props) {
  const waits = tabellen.some(({ schluessel }) => ohneKommune.has(schluessel));
  const open = waits || wrong.some((error) => error.field === `${feld}-jahr`) || muster.kontext.blattname === "offen";
  return (
    <Details summary="Was in keiner Spalte steht: Kommune, Jahr, leere Zellen" open={open}>
      <Row>
        <Col span={4}>
          <SelectField
            {...field(`${feld}-kommune`)}
            label="Kommune aller Zeilen"
            hint={waits ? "Sie steht in keiner Spalte. Ohne sie zählt keine dieser Zeilen." : undefined}
            empty="keine Angabe"
            options={kommunen.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </Col>
        <Col span={3}>
          <NumberField {...field(`${feld}-jahr`)} label="Jahr, wo es fehlt" />
        </Col>
        <Col span={5}>
          <SelectField
            {...field(`${feld}-folge`)}
            label="Lesen von 1/2/2023"
            options={[
              { value: "tmj", label: "1. Februar (Tag zuerst)" },
              { value: "mtj", label: "2. Januar (Monat zuerst)" },
            ]}
          />
        </Col>
      </Row>
      <Row>
        <Col span={6}>
          <SelectField
            {...field(`${feld}-blattname`)}
            label={`Der Name des Blatts „${muster.blatt.slice(0, 31)}“ ist`}
            empty="Bitte wählen"
            options={BLATTNAMEN.map((value) => ({ value, label: BLATTNAMEN_NAMEN[value] }))}
          />
        </Col>
      </Row>
      <CheckChips
        {...field(`${feld}-auffuellen`)}
        label="Leere Zellen gelten wie die Zeile darüber"
        options={AUFFUELLBAR.map((value) => ({ value, label: BEDEUTUNG_NAMEN[value] }))}
      />
    </Details>
  );
}
