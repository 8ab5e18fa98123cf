import { today } from "../../../platform/clock.ts";
import { optionOf } from "../../../platform/choice.ts";
import type { Rejected } from "../../../platform/form.ts";
import {
  CheckChips,
  Col,
  type ConflictField,
  type FieldsOf,
  Fieldset,
  RadioSegment,
  Row,
  SelectField,
  TextArea,
  TextField,
} from "../../../ui/index.ts";
import { type Codelisten, kodesAm, nameOf } from "../../codelisten/index.ts";
import type { Station } from "../model/rekonstruktion.ts";
import { KeinName } from "./worte.tsx";

type Props = {
  readonly field: FieldsOf;
  readonly listen: Codelisten;
  readonly kept: Station | undefined;
  readonly rejected: Rejected | undefined;
};

/** A station, in the order in which a group tells it. */
export function StationFelder({ field, listen, kept, rejected }: Props) {
  return (
    <>
      <TextField
        {...field("wann")}
        label="Wann?"
        hint="Wie viel später, höchstens ein Monat: „nach 3 Wochen“, „im Herbst“. Nie ein Tag."
        optional
      />
      <TextArea spellcheck {...field("geschehen")} label="Was geschah?" hint="Ohne Namen und Orte." rows={3} />
      <Row>
        <Col span={6}>
          <SelectField
            {...field("handelnd_art")}
            label="Wer handelte?"
            options={kodesAm(listen.netzwerkart, today(), kept === undefined ? [] : [kept.handelndArt]).map(optionOf)}
            empty="Bitte wählen"
          />
        </Col>
        <Col span={6}>
          <TextField
            {...field("handelnd")}
            label="Welche Stelle?"
            hint="Zum Beispiel „Jobcenter“; nie ein Mensch."
            optional
          />
        </Col>
      </Row>
      <TextArea spellcheck {...field("gebraucht")} label="Was wäre gebraucht worden?" rows={2} optional />
      <TextArea spellcheck {...field("gelungen")} label="Was gelang?" rows={2} optional />
      <BruchFelder field={field} listen={listen} kept={kept} />
      <TextArea spellcheck {...field("offen")} label="Was ist noch offen?" rows={2} optional />
      <KeinName field={field} rejected={rejected} />
    </>
  );
}

/** Whether it broke, and why. */
const BruchFelder = ({ field, listen, kept }: Omit<Props, "rejected">) => (
  <Fieldset legend="Bruch">
    <RadioSegment
      {...field("bruch")}
      label="Brach es hier?"
      options={[
        { value: "nein", label: "Nein" },
        { value: "ja", label: "Ja" },
      ]}
    />
    <CheckChips
      {...field("bruchgruende")}
      label="Woran brach es?"
      hint="Nur wenn es brach; auch mehreres."
      options={kodesAm(listen.bruchgrund, today(), kept?.bruchgruende ?? []).map(optionOf)}
    />
    <TextArea spellcheck {...field("bruch_text")} label="Wie zeigte es sich?" rows={2} optional />
  </Fieldset>
);

const JA = { ja: "Ja", nein: "Nein" } as const;

/** The fields as a conflict shows them. */
export const stationConflict = (listen: Codelisten): readonly ConflictField[] => [
  { name: "wann", label: "Wann?" },
  { name: "geschehen", label: "Was geschah?" },
  { name: "handelnd_art", label: "Wer handelte?", show: ([code]) => nameOf(listen.netzwerkart, code) },
  { name: "handelnd", label: "Welche Stelle?" },
  { name: "gebraucht", label: "Was wäre gebraucht worden?" },
  { name: "gelungen", label: "Was gelang?" },
  { name: "bruch", label: "Brach es hier?", show: ([value]) => (value === "ja" ? JA.ja : JA.nein) },
  {
    name: "bruchgruende",
    label: "Woran brach es?",
    show: (codes) => codes.map((code) => nameOf(listen.bruchgrund, code)).join(", "),
  },
  { name: "bruch_text", label: "Wie zeigte es sich?" },
  { name: "offen", label: "Was ist noch offen?" },
];
