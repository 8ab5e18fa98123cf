import { anzahl } from "../../../platform/words.ts";
import { Actions, Button, Card, Form, HiddenField, SelectField, fieldsOf } from "../../../ui/index.ts";
import type { GeleseneListe } from "./listenseite.tsx";
import { schrittHref } from "./schritte.tsx";
import { NICHTS, type Wortzeile, istFraglich, wahlVon, wortzeilen } from "./wort-wahl.ts";

const label = ({ wort, anzahl: n }: Wortzeile): string => `Was heißt „${wort}“ in ${anzahl(n, "Zeile", "Zeilen")}?`;

/**
 * Whether a no in the column about understanding each other means that no help was needed, or that nobody asked: two different
 * figures. Asked once for each word; the answer is remembered for the Träger with the take-over.
 */
export function NichtGefragt({ liste }: { readonly liste: GeleseneListe }) {
  const open = wortzeilen(liste.befund.woerter).filter(istFraglich);
  if (open.length === 0) return null;
  const read = Object.fromEntries(open.map((zeile) => [zeile.feld, [wahlVon(zeile)]]));
  const field = fieldsOf(undefined, undefined);
  return (
    <Card title="Keine Hilfe nötig, oder nicht gefragt?">
      <p>
        Unter „Verständigung“ steht ein Nein. Ohne Ihre Antwort zählt es als „keine Hilfe nötig“. Wurde danach nicht
        gefragt, gehört es zu „ohne Angabe“. KIM merkt sich die Antwort mit der Übernahme für alle Listen Ihres Trägers.
      </p>
      <Form action={schrittHref(liste.id, "woerter")} record={{ version: liste.version, values: read }}>
        <HiddenField name="ab" value="0" />
        {open.map((zeile) => (
          <SelectField
            {...field(zeile.feld)}
            label={label(zeile)}
            empty="Bitte wählen"
            optional
            options={[
              { value: zeile.code ?? "", label: "Es war keine Hilfe nötig" },
              { value: NICHTS, label: "Es wurde nicht gefragt" },
            ]}
          />
        ))}
        <Actions>
          <Button kind="secondary">Antwort merken</Button>
        </Actions>
      </Form>
    </Card>
  );
}
