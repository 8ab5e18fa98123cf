import { anzahl } from "../../../platform/words.ts";
import { Entered, Table } from "../../../ui/index.ts";
import { GEWICHT, type Zielgruppe } from "../model/zielgruppe.ts";

/** A rule to read: its questions with what each of them does. */
export function Regel({ regel }: { readonly regel: Zielgruppe }) {
  return (
    <>
      {regel.hinweis === null ? null : (
        <p>
          <Entered>{regel.hinweis}</Entered>
        </p>
      )}
      <Table
        caption="Fragen der Klärung"
        hideCaption
        cards
        rows={regel.kriterien}
        columns={[
          { label: "Frage", cell: ({ frage }) => <Entered>{frage}</Entered> },
          { label: "Trifft zu bei", cell: ({ erwartet }) => erwartet },
          { label: "Gewicht", cell: ({ zwingend }) => GEWICHT[zwingend ? "zwingend" : "weiteres"] },
          { label: "Wenn nicht", cell: ({ sonst }) => (sonst === "verweis" ? "Verweis" : "Kurzberatung") },
        ]}
      />
      {regel.mindestens === 0 ? null : (
        <p>Von denen, die mitzählen, müssen {anzahl(regel.mindestens, "Frage", "Fragen")} zutreffen.</p>
      )}
    </>
  );
}
