import {
  Checkbox,
  Col,
  type ConflictField,
  DateField,
  type FieldsOf,
  Row,
  SelectField,
  TextField,
} from "../../../ui/index.ts";
import { type Mitglied, ROLLE, ROLLEN, mitgliedText } from "../model/gremium.ts";

type Props = { readonly field: FieldsOf; readonly andere: readonly Mitglied[]; readonly lesbar: boolean };

export const MITGLIED_CONFLICT: readonly ConflictField[] = [
  { name: "name", label: "Name" },
  { name: "email", label: "E-Mail" },
  { name: "organisation", label: "Organisation" },
  { name: "funktion", label: "Funktion" },
  { name: "rolle", label: "Rolle" },
  { name: "stimme", label: "Eigene Stimme", empty: "nein" },
  { name: "von", label: "Von" },
  { name: "bis", label: "Bis" },
];

const KEPT = "Ein anderer Träger hat den Namen eingetragen; leer bleibt er, wie er ist.";

/** Who it is, for whom, with which voice, from when to when. */
export const MitgliedFelder = ({ field, andere, lesbar }: Props) => (
  <>
    <Row>
      <Col span={6}>
        <TextField
          {...field("organisation")}
          label="Organisation"
          hint="Zum Beispiel: Jobcenter, Caritas, Stadt Musterstadt."
        />
      </Col>
      <Col span={6}>
        <TextField {...field("funktion")} label="Funktion" optional />
      </Col>
    </Row>
    <Row>
      <Col span={6}>
        <TextField {...field("name")} label="Name" hint={lesbar ? "Wird versiegelt." : KEPT} optional />
      </Col>
      <Col span={6}>
        <TextField {...field("email")} type="email" label="E-Mail" hint="Für Einladungen und Erinnerungen." optional />
      </Col>
    </Row>
    <Row>
      <Col span={6}>
        <SelectField
          {...field("rolle")}
          label="Rolle"
          options={ROLLE.map((value) => ({ value, label: ROLLEN[value] }))}
        />
      </Col>
      <Col span={6}>
        <SelectField
          {...field("vertritt")}
          label="Vertritt"
          hint="Eine Vertretung hat dessen Stimme, wenn das Mitglied nicht da ist."
          empty="niemanden"
          options={andere.map((m) => ({ value: m.id, label: mitgliedText(m) }))}
          optional
        />
      </Col>
    </Row>
    <Checkbox {...field("stimme")} label="Hat eine eigene Stimme" />
    <Row>
      <Col span={6}>
        <DateField {...field("von")} label="Von" />
      </Col>
      <Col span={6}>
        <DateField {...field("bis")} label="Bis" optional />
      </Col>
    </Row>
  </>
);
