import { page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { readAs } from "../../../platform/db.ts";
import { Card, Page, Table } from "../../../ui/index.ts";
import { DRUCKSPRACHEN, type Drucksprache } from "../../codelisten/index.ts";
import { UEBERSETZT } from "../model/formulare.ts";
import { LIST, textOf } from "../parts/getan.ts";
import { type Reihe, type Stand, alleWorte } from "../queries/worte.ts";

const STAND: Readonly<Record<Stand, string>> = { offen: "offen", frei: "geprüft", geaendert: "neu lesen" };

/** Every form in every language: what the Träger stands for, what nobody has read, what was changed since. */
export const show = page({
  path: LIST,
  permission: "uebersetzung.freigeben",
  show: async ({ actor, frame }) => {
    const reihen = await readAs(actor, (tx) => alleWorte(tx, actor));
    return (
      <Page frame={frame} title="Übersetzungen" heading={false} wide>
        <Card title="Übersetzungen" level={1}>
          <p>
            Bis jemand, der die Sprache sicher beherrscht, eine Übersetzung gelesen hat, steht auf jedem Blatt, dass sie
            nicht geprüft ist. Wählen Sie eine, lesen Sie sie, und geben Sie sie für Ihren Träger frei.
          </p>
          {may(actor, "einwilligungstext.schreiben") ? (
            <p>
              Was jemand unterschreibt, hat eigene Fassungen: <a href="/einwilligungstexte">Texte der Einwilligungen</a>
              .
            </p>
          ) : null}
          <Table
            caption="Formulare und Sprachen"
            hideCaption
            rows={reihen}
            columns={[
              { label: "Formular", cell: ({ name }) => name },
              ...UEBERSETZT.map((sprache) => ({
                label: DRUCKSPRACHEN[sprache].name,
                cell: (one: Reihe) => <Zelle reihe={one} sprache={sprache} />,
              })),
            ]}
          />
        </Card>
      </Page>
    );
  },
});

function Zelle({ reihe, sprache }: { readonly reihe: Reihe; readonly sprache: Drucksprache }) {
  const worte = reihe.je.get(sprache);
  if (worte === undefined) return <>fehlt</>;
  return (
    <a href={textOf(worte.stelle)}>
      <span class="kern-sr-only">
        {reihe.name}, {DRUCKSPRACHEN[sprache].name}:{" "}
      </span>
      {STAND[worte.stand]}
    </a>
  );
}
