import { Actions, Button, ButtonLink, Card, Form } from "../../../ui/index.ts";
import { isUmbenannt } from "../model/umbenannt.ts";
import { LIST } from "./getan.ts";
import type { GeleseneListe } from "./listenseite.tsx";

/** The same bytes are there under another name: a person says whether the name tells the truth. */
export function Umbenannt({ liste }: { readonly liste: GeleseneListe }) {
  const { befund, id, version } = liste;
  if (!isUmbenannt(befund.zeilen)) return null;
  return (
    <Card title="Derselbe Inhalt unter anderem Namen">
      <p>
        Was in dieser Datei steht, ist schon übernommen. Nur ihr Name nennt eine andere Kommune oder eine andere Zeit.
        Sind es andere Beratungen, oder wurde die Datei nur umbenannt?
      </p>
      <Form action={`${LIST}/${id}/andere`} record={{ version, values: undefined }}>
        <Actions>
          <Button kind="secondary">Es sind andere Beratungen</Button>
          <ButtonLink kind="tertiary" href={`${LIST}/${id}/verwerfen`}>
            Nur umbenannt: Liste verwerfen
          </ButtonLink>
        </Actions>
      </Form>
    </Card>
  );
}
