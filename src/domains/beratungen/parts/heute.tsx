import { Card, Table, Tag } from "../../../ui/index.ts";
import { type Codelisten, kurzOf, nameOf } from "../../codelisten/index.ts";
import type { BeratungKurz, Summe } from "../queries/beratungen.ts";
import { summe, tagUndMonat } from "../model/texte.ts";

/** Short words of the themes: "Wohnen, Lebensunterhalt". */
export const themenText = (b: Pick<BeratungKurz, "themen">, listen: Codelisten): string =>
  b.themen.map((t) => kurzOf(listen.handlungsfeld, t)).join(", ");

/** What one recorded for today, beside the form. */
export function Heute(props: {
  readonly heute: string;
  readonly listen: Codelisten;
  readonly liste: Summe & { readonly zeilen: readonly BeratungKurz[] };
}) {
  const { listen, liste } = props;
  return (
    <Card title={`Heute, ${tagUndMonat(props.heute)}`}>
      <Table
        caption="Heute erfasst"
        hideCaption
        rows={liste.zeilen}
        href={(b) => `/beratungen/${b.id}`}
        empty="Für heute ist noch nichts erfasst."
        columns={[
          {
            label: "Thema",
            cell: (b) => (
              <>
                {themenText(b, listen)} {b.neuzuweisung ? <Tag>Neuzuweisung</Tag> : null}
              </>
            ),
          },
          { label: "Sprache", cell: (b) => nameOf(listen.sprache, b.sprache) },
          { label: "Min.", figure: true, cell: (b) => b.dauerMin ?? "–" },
        ]}
      />
      {liste.anzahl === 0 ? null : <p class="hint">{summe(liste)}</p>}
      {liste.anzahl <= liste.zeilen.length ? null : (
        <p>
          <a href={`/beratungen?von=${props.heute}&bis=${props.heute}`}>Alle {liste.anzahl} von heute ansehen</a>
        </p>
      )}
    </Card>
  );
}
