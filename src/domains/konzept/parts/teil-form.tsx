import type { Visit } from "../../../platform/access.ts";
import type { Filled } from "../../../platform/filled.ts";
import type { Rejected } from "../../../platform/form.ts";
import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  CardPage,
  ConflictNotice,
  Continued,
  Details,
  Entered,
  Fieldset,
  Form,
  SelectField,
  TextArea,
  TextChanges,
  fieldsOf,
} from "../../../ui/index.ts";
import type { Beruehrung } from "../model/absaetze.ts";
import { type Worauf, namenGruppen } from "../model/konzeptpapier.ts";
import { FRAGEN } from "../model/teile.ts";
import { textvergleich } from "../model/vergleich.ts";
import type { TeilAkte } from "../queries/kapitel.ts";
import { belowKonzept, teilTitel } from "./below.ts";
import { LIST, TEIL } from "./getan.ts";
import { KeinName } from "./kein-name.tsx";

export const HOW =
  "Eine Leerzeile beginnt einen Absatz, „- “ oder „1. “ einen Punkt einer Liste, „# “ eine Zwischenüberschrift; Zeilen mit „| “ und „|“ zwischen den Zellen werden eine Tabelle. **So** wird etwas fett. Keine Namen von Ratsuchenden.";

export type TeilSeite = TeilAkte & {
  readonly worauf: Worauf;
  readonly f: Filled;
  /** Where what was typed touches what somebody else saved meanwhile; undefined where nothing is known of it. */
  readonly beruehrt: { readonly wer: string; readonly stellen: readonly Beruehrung[] } | undefined;
};

type Props = TeilSeite & { readonly visit: Visit; readonly rejected: Rejected | undefined };

/** Both texts at each place, before the form that has both in it. */
function Beruehrt({ beruehrt, rejected, self }: Pick<Props, "beruehrt" | "rejected"> & { readonly self: string }) {
  if (rejected?.conflict === undefined) return null;
  if (beruehrt === undefined)
    return <ConflictNotice rejected={rejected} fields={[{ name: "text", label: "Text" }]} stored={self} />;
  return (
    <div id="konflikt" tabindex={-1} autofocus>
      <Alert kind="warning" title="Zwei haben dieselbe Stelle geschrieben">
        <p>
          Noch ist nichts überschrieben. Zuletzt gespeichert: {beruehrt.wer}. Unten im Text steht an jeder Stelle
          beides, Ihres zuerst. Machen Sie daraus einen Text und speichern Sie.
        </p>
      </Alert>
      {beruehrt.stellen.map(({ vorher, eigen, fremd }, i) => (
        <section aria-label={`Stelle ${i + 1}`}>
          <h2>Stelle {i + 1}</h2>
          <h3>Von Ihnen</h3>
          <p>{eigen === "" ? <em>herausgenommen</em> : <TextChanges pieces={textvergleich(vorher, eigen)} />}</p>
          <h3>Inzwischen gespeichert</h3>
          <p>{fremd === "" ? <em>herausgenommen</em> : <TextChanges pieces={textvergleich(vorher, fremd)} />}</p>
        </section>
      ))}
      <p>
        <a href={self}>Eigene Eingabe verwerfen und den gespeicherten Stand ansehen</a>
      </p>
    </div>
  );
}

/** Figures and sources to pick from. Stands below the button that saves, so that Enter saves. */
function Namenwahl({ worauf, f, rejected }: Props) {
  const options = namenGruppen(worauf).map(({ name: label, zahlen }) => ({
    label,
    options: [...zahlen].map(([value, { was, wert }]) => ({ value, label: `${was}: ${wert ?? "keine Angabe"}` })),
  }));
  return (
    <Fieldset legend="Zahl oder Quelle einsetzen">
      <SelectField
        {...fieldsOf(f.values, rejected)("zahl")}
        label="Was?"
        hint="Eine Zahl folgt den Daten bis zum Beschluss. Sie kommt dorthin, wo {} steht, sonst ans Ende."
        options={options}
        empty="Bitte wählen"
        optional
      />
      <Button kind="secondary" name="einsetzen" value="ja">
        Einsetzen
      </Button>
    </Fieldset>
  );
}

/** One part to write in. */
export function TeilForm(props: Props) {
  const { visit, konzept, teil, f, rejected } = props;
  const self = `${TEIL}/${teil.id}`;
  const field = fieldsOf(f.values, rejected);
  return (
    <CardPage {...belowKonzept(visit, konzept)} title={teilTitel(props)} rejected={rejected} extra>
      <Beruehrt {...props} self={self} />
      <Continued f={f} />
      {teil.art === "text" ? null : <p class="hint">{FRAGEN[teil.art]}</p>}
      <Form action={self} record={f.record} draft={f.draft} rejected={rejected}>
        <TextArea spellcheck {...field("text")} label="Text" hint={HOW} rows={18} optional />
        <KeinName field={field} rejected={rejected} />
        <Actions draftState="">
          <Button>Speichern</Button>
          <ButtonLink kind="tertiary" href={`${LIST}/${konzept.id}`}>
            Abbrechen
          </ButtonLink>
        </Actions>
        <Namenwahl {...props} />
      </Form>
      <p>
        <a href={`${self}/besprechen`}>Kommentare und Vorschläge</a> · <a href={`${self}/verlauf`}>Frühere Stände</a>
      </p>
    </CardPage>
  );
}

/** What others made of the same text is told word by word, behind a line. */
export const Unterschied = ({ vorher, nachher }: { readonly vorher: string; readonly nachher: string }) => (
  <Details summary="Unterschied Wort für Wort">
    {vorher === nachher ? (
      <p>Kein Wort ist anders.</p>
    ) : (
      <p>
        <Entered class="text">
          <TextChanges pieces={textvergleich(vorher, nachher)} />
        </Entered>
      </p>
    )}
  </Details>
);
