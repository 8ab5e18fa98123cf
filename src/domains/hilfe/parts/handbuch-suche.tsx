import { Actions, Button, Form, ResultCount, TextField } from "../../../ui/index.ts";
import type { Rejected } from "../../../platform/form.ts";
import { anzahl } from "../../../platform/words.ts";
import type { Fund } from "../model/suche.ts";

/** The search in the handbook. A POST like every search: what somebody looks for stays out of addresses. */
export const HandbuchSuche = ({
  text,
  rejected,
}: {
  readonly text?: string | undefined;
  readonly rejected?: Rejected | undefined;
}) => (
  <search aria-label="Im Handbuch suchen">
    <Form action="/hilfe" rejected={rejected}>
      <div class="look">
        <TextField name="suche" label="Im Handbuch suchen" type="search" value={text} rejected={rejected} />
        <Actions>
          <Button kind="secondary">Suchen</Button>
        </Actions>
      </div>
    </Form>
  </search>
);

/** What was found, each with the passage it stands in. */
export function Funde({ text, funde }: { readonly text: string; readonly funde: readonly Fund[] }) {
  if (funde.length === 0)
    return (
      <ResultCount>
        Dazu steht nichts im Handbuch. Versuchen Sie ein anderes Wort, oder sehen Sie die Kapitel durch.
      </ResultCount>
    );
  return (
    <>
      <ResultCount>
        {anzahl(funde.length, "Stelle", "Stellen")} zu „{text}“
      </ResultCount>
      <ul class="plain-list">
        {funde.map(({ adresse, kapitel, titel, stelle }) => (
          <li>
            <a href={adresse}>{titel === undefined ? kapitel : `${kapitel} › ${titel}`}</a>
            <br />
            {stelle.map((piece) => (piece.gesucht ? <mark>{piece.text}</mark> : piece.text))}
          </li>
        ))}
      </ul>
    </>
  );
}
