import { anzahl } from "../../../platform/words.ts";
import { Actions, Button, Card, Form } from "../../../ui/index.ts";
import { LIST } from "./getan.ts";
import type { GeleseneListe } from "./listenseite.tsx";
import { alleGleichen } from "./problem-zeilen.ts";

/** Somebody of the list may be there already: nobody is joined without a person who says so. */
export function SchonDa({ liste }: { readonly liste: GeleseneListe }) {
  const { zeilen } = liste.befund;
  const asked = zeilen.filter(({ stand, person }) => stand === "wartet" && (person?.aehnliche ?? []).length > 0).length;
  if (asked === 0) return null;
  const gleich = alleGleichen(zeilen).length;
  return (
    <Card title="Vielleicht schon da">
      <p>
        {anzahl(asked, "Zeile nennt", "Zeilen nennen")} eine Person, die vielleicht schon in Ihren Akten steht. Wählen
        Sie unten, ob sie es ist. Was über sie in KIM steht, bleibt; aus einer Fallliste kommt nur der Fall dazu.
      </p>
      {gleich === 0 ? null : (
        <Form action={`${LIST}/${liste.id}/gleiche`} record={{ version: liste.version, values: undefined }}>
          <Actions>
            <Button kind="secondary">
              {gleich === 1
                ? "Gleicher Name und gleiches Geburtsdatum: dieselbe Person"
                : `Alle ${gleich} mit gleichem Namen und Geburtsdatum: dieselbe Person`}
            </Button>
          </Actions>
        </Form>
      )}
    </Card>
  );
}
