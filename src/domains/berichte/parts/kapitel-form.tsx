import type { Visit } from "../../../platform/access.ts";
import type { Filled } from "../../../platform/filled.ts";
import { type Rejected, first } from "../../../platform/form.ts";
import {
  Actions,
  Button,
  ButtonLink,
  CardPage,
  Checkbox,
  ConflictNotice,
  Continued,
  Details,
  Fieldset,
  Form,
  HiddenField,
  SelectField,
  TextArea,
  TextField,
  fieldsOf,
} from "../../../ui/index.ts";
import type { Halbjahresbericht } from "../model/halbjahresbericht.ts";
import { KAPITEL, type Kapitel, textOf, ueberholte, vorschlagOf } from "../model/kapitel.ts";
import { zahlenGruppen } from "../model/zahlen.ts";
import type { BerichtAkte } from "../queries/berichte.ts";
import { belowBericht } from "./below.ts";
import { LIST } from "./getan.ts";

type Props = {
  readonly visit: Visit;
  readonly akte: BerichtAkte;
  readonly kapitel: Kapitel;
  readonly bericht: Halbjahresbericht;
  readonly f: Filled;
  readonly rejected: Rejected | undefined;
};

const CONFLICT = [
  { name: "titel", label: "Überschrift" },
  { name: "text", label: "Text" },
];

const HOW =
  "Eine Leerzeile beginnt einen Absatz, „- “ oder „1. “ am Anfang der Zeile einen Punkt einer Liste, „# “ eine Zwischenüberschrift. **So** wird etwas fett. Schreiben Sie keine Namen von Ratsuchenden.";

/** What the figures suggest, where somebody wrote something else. */
function Vorschlag({ kapitel, bericht: { grundlage }, f, rejected }: Props) {
  const suggestion = vorschlagOf(grundlage, kapitel.art);
  const old = ueberholte(grundlage, [kapitel]).length > 0;
  if (suggestion === "" || textOf(grundlage, kapitel) === suggestion) return null;
  return (
    <Details summary={old ? "Die Zahlen haben sich geändert: neuer Vorschlag" : "Vorschlag aus den Zahlen"} open={old}>
      {suggestion.split("\n\n").map((paragraph) => (
        <p>{paragraph}</p>
      ))}
      <Checkbox
        {...fieldsOf(f.values, rejected)("nehmen")}
        value="ja"
        label="Beim Speichern diesen Vorschlag nehmen, statt des Textes oben"
      />
    </Details>
  );
}

/** Figures to pick from. Stands below the button that saves, so that Enter saves. */
function Zahlenwahl(props: Props) {
  const field = fieldsOf(props.f.values, props.rejected);
  const options = zahlenGruppen(props.bericht.grundlage, props.akte.kopf.sitzung).map(({ name: label, zahlen }) => ({
    label,
    options: [...zahlen].map(([value, { was, wert }]) => ({ value, label: `${was}: ${wert ?? "keine Angabe"}` })),
  }));
  return (
    <Fieldset legend="Zahl einsetzen">
      <SelectField
        {...field("zahl")}
        label="Zahl aus den Daten"
        hint="Steht im Text als Name in geschweiften Klammern, zum Beispiel {beratungen}, und folgt den Daten bis zur Freigabe. Sie kommt dorthin, wo {} steht, sonst ans Ende."
        options={options}
        empty="Bitte wählen"
        optional
      />
      <Button kind="secondary" name="einsetzen" value="ja">
        Zahl einsetzen
      </Button>
    </Fieldset>
  );
}

/** Which suggestion a text was written against. A field left alone in a conflict takes over that of now: it is none. */
function seenOf({ f, rejected }: Props, now: string): string {
  const values = rejected?.values ?? f.values;
  return first(values, "text") === now ? now : first(values, "gesehen") || now;
}

/** One chapter of a draft: what it is called, and its text. Figures, tables and charts come from what is documented. */
export function KapitelForm(props: Props) {
  const { visit, akte, kapitel, bericht, f, rejected } = props;
  const self = `${LIST}/kapitel/${kapitel.id}`;
  const field = fieldsOf(f.values, rejected);
  const hasFigures = KAPITEL[kapitel.art].bloecke !== undefined || kapitel.art === "zahlen";
  return (
    <CardPage {...belowBericht(visit, akte)} title={`Kapitel „${kapitel.titel}“`} rejected={rejected}>
      <ConflictNotice rejected={rejected} fields={CONFLICT} stored={self} />
      <Continued f={f} />
      <Form action={self} record={f.record} draft={f.draft} rejected={rejected}>
        <HiddenField name="gesehen" value={seenOf(props, vorschlagOf(bericht.grundlage, kapitel.art))} />
        <TextField {...field("titel")} label="Überschrift" />
        <TextArea spellcheck {...field("text")} label="Text" hint={HOW} rows={hasFigures ? 8 : 16} optional />
        {hasFigures ? <p class="hint">Unter dem Text stehen Tabellen und Diagramme; die setzt KIM ein.</p> : null}
        <Vorschlag {...props} />
        <Actions draftState="">
          <Button>Speichern</Button>
          <ButtonLink kind="tertiary" href={`${LIST}/${akte.id}`}>
            Abbrechen
          </ButtonLink>
        </Actions>
        <Zahlenwahl {...props} />
      </Form>
      {kapitel.art === "zahlen" ? null : (
        <p>
          <a href={`${self}/entfernen`}>Kapitel entfernen</a>
        </p>
      )}
    </CardPage>
  );
}
