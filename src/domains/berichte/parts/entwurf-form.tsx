import type { Visit } from "../../../platform/access.ts";
import type { Filled } from "../../../platform/filled.ts";
import { type Rejected, type Values, first } from "../../../platform/form.ts";
import { tagText } from "../../../platform/span.ts";
import {
  CardPage,
  Checkbox,
  Col,
  ConflictNotice,
  Continued,
  DateField,
  Details,
  type FieldsOf,
  Form,
  HiddenField,
  Row,
  Submit,
  TextArea,
  TextField,
  fieldsOf,
} from "../../../ui/index.ts";
import type { Halbjahresbericht } from "../model/halbjahresbericht.ts";
import { BAUSTEIN_NAMEN } from "../model/namen.ts";
import { absaetze } from "../model/papier.ts";
import type { BerichtAkte } from "../queries/berichte.ts";
import { BAUSTEINE, type Baustein, textOf, ueberholt, vorschlaege } from "../model/vorschlag.ts";
import { belowBericht } from "./below.ts";
import { LIST } from "./getan.ts";

type Props = {
  readonly visit: Visit;
  readonly akte: BerichtAkte;
  readonly bericht: Halbjahresbericht;
  readonly f: Filled;
  readonly rejected: Rejected | undefined;
};

const CONFLICT = [
  { name: "titel", label: "Titel" },
  { name: "gremium", label: "Gremium" },
  { name: "sitzung", label: "Sitzung am", show: (days: readonly string[]) => days.map(tagText).join(", ") },
  { name: "vorlage", label: "Nummer der Vorlage" },
  { name: "amt", label: "Zuständig" },
  { name: "unterschrift", label: "Unterschrift" },
  ...BAUSTEINE.map((name) => ({ name, label: BAUSTEIN_NAMEN[name] })),
];

function Kopf({ field }: { readonly field: FieldsOf }) {
  return (
    <>
      <TextField {...field("titel")} label="Titel" maxlength={200} />
      <Row>
        <Col span={8}>
          <TextField {...field("gremium")} label="Gremium" maxlength={120} optional />
        </Col>
        <Col span={4}>
          <DateField {...field("sitzung")} label="Sitzung am" optional />
        </Col>
      </Row>
      <Row>
        <Col span={8}>
          <TextField {...field("amt")} label="Zuständig" maxlength={120} optional />
        </Col>
        <Col span={4}>
          <TextField {...field("vorlage")} label="Nummer der Vorlage" maxlength={60} optional />
        </Col>
      </Row>
    </>
  );
}

const ROWS: Readonly<Record<Baustein, number>> = {
  vorbemerkung: 5,
  personal: 8,
  beratung: 10,
  luecken: 6,
  ausblick: 5,
};

type TextProps = {
  readonly baustein: Baustein;
  readonly field: FieldsOf;
  readonly suggestion: string;
  readonly seen: string;
  /** Whether the paper says something else, and whether it was written against other figures. */
  readonly written: boolean;
  readonly old: boolean;
};

/** One text with what the figures suggest for it, where that is something else. */
function Text({ baustein, field, suggestion, seen, written, old }: TextProps) {
  return (
    <>
      <HiddenField name={`gesehen_${baustein}`} value={seen} />
      <TextArea
        spellcheck
        {...field(baustein)}
        label={BAUSTEIN_NAMEN[baustein]}
        hint={suggestion === "" ? "Leer: Der Abschnitt entfällt." : undefined}
        rows={ROWS[baustein]}
        maxlength={12_000}
        optional
      />
      {written && suggestion !== "" ? (
        <Details
          summary={old ? "Die Zahlen haben sich geändert: neuer Vorschlag" : "Vorschlag aus den Zahlen"}
          open={old}
        >
          {absaetze(suggestion).map(({ text }) => (
            <p>{text}</p>
          ))}
          <Checkbox
            {...field(`vorschlag_${baustein}`)}
            value="ja"
            label="Beim Speichern diesen Vorschlag nehmen, statt des Textes oben"
          />
        </Details>
      ) : null}
    </>
  );
}

/** Which suggestion a text was written against. One that took over that of now, as a field left alone in a conflict, is none. */
const seenOf = (values: Values, baustein: Baustein, now: string): string =>
  first(values, baustein) === now ? now : first(values, `gesehen_${baustein}`) || now;

function Texte({ bericht: { grundlage, texte }, f, rejected, field }: Props & { readonly field: FieldsOf }) {
  const suggestions = vorschlaege(grundlage);
  const old = ueberholt(grundlage, texte);
  return (
    <>
      {BAUSTEINE.map((baustein) => (
        <Text
          baustein={baustein}
          field={field}
          suggestion={suggestions[baustein]}
          seen={seenOf(rejected?.values ?? f.values, baustein, suggestions[baustein])}
          written={textOf(grundlage, texte, baustein) !== suggestions[baustein]}
          old={old.includes(baustein)}
        />
      ))}
    </>
  );
}

/** Head and texts of a draft. Figures are not typed: they come from what is documented. */
export function EntwurfForm(props: Props) {
  const { visit, akte, f, rejected } = props;
  const self = `${LIST}/${akte.id}`;
  const field = fieldsOf(f.values, rejected);
  return (
    <CardPage {...belowBericht(visit, akte)} title="Texte bearbeiten" rejected={rejected}>
      <ConflictNotice rejected={rejected} fields={CONFLICT} stored={`${self}/bearbeiten`} />
      <Continued f={f} />
      <Form action={`${self}/bearbeiten`} record={f.record} draft={f.draft} rejected={rejected}>
        <p>
          Zahlen, Tabellen und Diagramme setzt KIM ein. Ein Text, den Sie ändern, bleibt so, auch wenn sich Zahlen
          ändern; darauf werden Sie dann hingewiesen. Eine Leerzeile trennt Absätze. Schreiben Sie keine Namen von
          Ratsuchenden.
        </p>
        <Kopf field={field} />
        <Texte {...props} field={field} />
        <TextArea
          spellcheck
          {...field("unterschrift")}
          label="Unterschrift"
          hint="Steht unter „Im Auftrag“, zum Beispiel Name und Funktion, je eine Zeile."
          rows={3}
          maxlength={300}
          optional
        />
        <Submit label="Speichern" cancel={self} draft />
      </Form>
    </CardPage>
  );
}
