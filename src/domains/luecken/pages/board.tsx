import { type Visit, page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { change } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { ButtonLink, Board, Card, ConflictNotice, EmptyState, Entered, ErrorSummary, Page } from "../../../ui/index.ts";
import { type Codelisten, codelisten, kurzOf } from "../../codelisten/index.ts";
import { moveLuecke } from "../commands/move-luecke.ts";
import { SchrittEingabe } from "../model/luecke.ts";
import { type Stand, STAENDE } from "../model/stand.ts";
import { LIST, TAFEL, getan } from "../parts/getan.ts";
import { Karte } from "../parts/schritte.tsx";
import { gewichtText, seitText } from "../parts/worte.tsx";
import { type Zeile, uebersicht } from "../queries/uebersicht.ts";

/** The columns of the board, in the order of the ladder; what is over stands in the list. */
const SPALTEN: readonly Stand[] = [
  "gemeldet",
  "gesichtet",
  "validiert",
  "thema",
  "vorlage",
  "priorisiert",
  "zurueckgestellt",
  "an_land",
  "projektgruppe",
  "massnahme",
  "umgesetzt",
  "wirkung",
];

async function seite({ actor, frame }: Visit, rejected?: Rejected) {
  const { zeilen, listen } = await readAs(actor, async (tx) => ({
    zeilen: await uebersicht(tx, actor, {}),
    listen: await codelisten(tx),
  }));
  const columns = SPALTEN.map((stand) => ({ stand, hier: zeilen.filter((z) => z.luecke.stand === stand) }));
  const steuert = may(actor, "luecke.steuern");
  const schreibt = may(actor, "gremium.schreiben");
  return (
    <Page
      frame={frame}
      title="Tafel der Systemlücken"
      wide
      rejected={rejected}
      breadcrumb={[{ label: "Systemlücken", href: LIST }]}
    >
      <ConflictNotice rejected={rejected} fields={[]} stored={TAFEL} />
      {rejected === undefined || rejected.conflict !== undefined ? null : <ErrorSummary rejected={rejected} />}
      {zeilen.length === 0 ? (
        <Card>
          <EmptyState action={<ButtonLink href={LIST}>Zur Liste</ButtonLink>}>
            Noch ist keine Lücke offen. Gemeldet wird am Fall, an der Beratung oder unter „Meine Meldungen“.
          </EmptyState>
        </Card>
      ) : (
        <Board
          columns={columns
            .filter(({ hier }) => hier.length > 0)
            .map(({ stand, hier }) => ({
              title: STAENDE[stand],
              count: hier.length,
              cards: hier.map((zeile) => <Eine zeile={zeile} listen={listen} steuert={steuert} schreibt={schreibt} />),
            }))}
        />
      )}
    </Page>
  );
}

/** Every open gap by its state; each moves on with one press, by keyboard and without script as well. */
export const show = page({
  path: TAFEL,
  permission: "luecke.lesen",
  notices: getan,
  show: (visit) => seite(visit),
});

/** A step that asks nothing, from the board: it stays on the board. */
export const save = change(
  `${TAFEL}/:id`,
  "luecke.steuern",
  { schema: SchrittEingabe, again: seite },
  async (tx, { actor, at }, input) => {
    await moveLuecke(tx, actor, at, input);
    return getan.after(TAFEL, "weiter");
  },
);

type EineProps = {
  readonly zeile: Zeile;
  readonly listen: Codelisten;
  readonly steuert: boolean;
  readonly schreibt: boolean;
};

const Eine = ({ zeile: { luecke, gewicht, name }, listen, steuert, schreibt }: EineProps) => (
  <>
    <p>
      <a href={`${LIST}/${luecke.id}`}>
        <Entered>{name}</Entered>
      </a>
    </p>
    <p class="hint">
      {kurzOf(listen.handlungsfeld, luecke.handlungsfeld)} · {seitText(luecke.standSeit)}
      <br />
      {gewichtText(gewicht)}
    </p>
    {steuert ? <Karte luecke={luecke} schreibt={schreibt} name={name} /> : null}
  </>
);
