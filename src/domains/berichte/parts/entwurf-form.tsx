import type { Visit } from "../../../platform/access.ts";
import type { Draft } from "../../../platform/drafts.ts";
import { type Rejected, type Values, first } from "../../../platform/form.ts";
import {
  Alert,
  Checkbox,
  Col,
  ConflictNotice,
  DateField,
  Details,
  Form,
  HiddenField,
  Row,
  Submit,
  TextArea,
  TextField,
} from "../../../ui/index.ts";
import type { Halbjahresbericht } from "../model/halbjahresbericht.ts";
import { BAUSTEIN_NAMEN } from "../model/namen.ts";
import { absaetze } from "../model/papier.ts";
import type { BerichtAkte } from "../queries/berichte.ts";
import { tag } from "../model/sprache.ts";
import { BAUSTEINE, type Baustein, ueberholt, vorschlaege } from "../model/vorschlag.ts";
import { BerichtPage } from "./bericht-page.tsx";
import { LIST } from "./visit.ts";

type Props = {
  readonly visit: Visit;
  readonly akte: BerichtAkte;
  readonly bericht: Halbjahresbericht;
  readonly rejected: Rejected | undefined;
  /** What the record says, and what the fields are filled with: that, or something half typed. */
  readonly stored: Values;
  readonly values: Values;
  readonly draft: Draft | undefined;
  /** Address that keeps what is half typed. */
  readonly keep: string;
};

const CONFLICT = [
  { name: "titel", label: "Titel" },
  { name: "gremium", label: "Gremium" },
  { name: "sitzung", label: "Sitzung am", show: (days: readonly string[]) => days.map(tag).join(", ") },
  { name: "vorlage", label: "Nummer der Vorlage" },
  { name: "amt", label: "Zuständig" },
  { name: "unterschrift", label: "Unterschrift" },
  ...BAUSTEINE.map((name) => ({ name, label: BAUSTEIN_NAMEN[name] })),
];

function Kopf({ values, rejected }: Props) {
  return (
    <>
      <TextField name="titel" label="Titel" maxlength={200} value={first(values, "titel")} rejected={rejected} />
      <Row>
        <Col span={8}>
          <TextField
            name="gremium"
            label="Gremium"
            maxlength={120}
            optional
            value={first(values, "gremium")}
            rejected={rejected}
          />
        </Col>
        <Col span={4}>
          <DateField name="sitzung" label="Sitzung am" optional value={first(values, "sitzung")} rejected={rejected} />
        </Col>
      </Row>
      <Row>
        <Col span={8}>
          <TextField
            name="amt"
            label="Zuständig"
            maxlength={120}
            optional
            value={first(values, "amt")}
            rejected={rejected}
          />
        </Col>
        <Col span={4}>
          <TextField
            name="vorlage"
            label="Nummer der Vorlage"
            maxlength={60}
            optional
            value={first(values, "vorlage")}
            rejected={rejected}
          />
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

type TextProps = Props & { readonly baustein: Baustein; readonly suggestion: string; readonly old: boolean };

/** One text with what the figures suggest for it, where that is something else. */
function Text({ baustein, suggestion, old, values, stored, rejected }: TextProps) {
  const written = suggestion !== "" && first(stored, baustein) !== suggestion;
  const seen = rejected?.values ?? values;
  return (
    <>
      <HiddenField name={`gesehen_${baustein}`} value={first(seen, `gesehen_${baustein}`) || suggestion} />
      <TextArea
        name={baustein}
        label={BAUSTEIN_NAMEN[baustein]}
        hint={suggestion === "" ? "Leer: Der Abschnitt entfällt." : undefined}
        rows={ROWS[baustein]}
        maxlength={12_000}
        optional
        value={first(values, baustein)}
        rejected={rejected}
      />
      {written ? (
        <Details
          summary={old ? "Die Zahlen haben sich geändert: neuer Vorschlag" : "Vorschlag aus den Zahlen"}
          open={old}
        >
          {absaetze(suggestion).map(({ text }) => (
            <p>{text}</p>
          ))}
          <Checkbox
            name={`vorschlag_${baustein}`}
            value="ja"
            label="Beim Speichern diesen Vorschlag nehmen, statt des Textes oben"
            rejected={rejected}
          />
        </Details>
      ) : null}
    </>
  );
}

/** Head and texts of a draft. Figures are not typed: they come from what is documented. */
export function EntwurfForm(props: Props) {
  const { visit, akte, bericht, rejected, stored, draft } = props;
  const self = `${LIST}/${akte.id}`;
  const suggestions = vorschlaege(bericht.grundlage);
  const old = new Set(ueberholt(bericht.grundlage, bericht.texte));
  const typedAt = Number(first(props.values, "stand") || akte.version);
  return (
    <BerichtPage visit={visit} akte={akte} title="Texte bearbeiten" rejected={rejected}>
      <ConflictNotice rejected={rejected} fields={CONFLICT} stored={`${self}/bearbeiten`} />
      {draft === undefined ? null : (
        <Alert kind="info">Das ist, was Sie hier geschrieben und noch nicht gespeichert haben.</Alert>
      )}
      <Form
        action={`${self}/bearbeiten`}
        record={{ version: typedAt, values: stored }}
        rejected={rejected}
        draft={{ id: draft?.id ?? (first(rejected?.values ?? {}, "_entwurf") || crypto.randomUUID()), url: props.keep }}
      >
        <HiddenField name="bericht" value={akte.id} />
        <HiddenField name="stand" value={first(rejected?.values ?? {}, "stand") || String(typedAt)} />
        <p>
          Zahlen, Tabellen und Diagramme setzt KIM ein. Ein Text, den Sie ändern, bleibt so, auch wenn sich Zahlen
          ändern; darauf werden Sie dann hingewiesen. Eine Leerzeile trennt Absätze. Schreiben Sie keine Namen von
          Ratsuchenden.
        </p>
        <Kopf {...props} />
        {BAUSTEINE.map((baustein) => (
          <Text {...props} baustein={baustein} suggestion={suggestions[baustein]} old={old.has(baustein)} />
        ))}
        <TextArea
          name="unterschrift"
          label="Unterschrift"
          hint="Steht unter „Im Auftrag“, zum Beispiel Name und Funktion, je eine Zeile."
          rows={3}
          maxlength={300}
          optional
          value={first(props.values, "unterschrift")}
          rejected={rejected}
        />
        <Submit label="Speichern" cancel={self} draft />
      </Form>
    </BerichtPage>
  );
}
