import { may } from "../../../platform/actor.ts";
import type { Visit } from "../../../platform/access.ts";
import { gueltige } from "../../../platform/schritte.ts";
import { Actions, ButtonLink, Card, Day, Table } from "../../../ui/index.ts";
import { GRUENDE, STAENDE } from "../model/stand.ts";
import { ruecknehmbar, teilungText } from "../model/teilung.ts";
import type { Zuweisung } from "../queries/zuweisungen.ts";
import { LIST } from "./getan.ts";

/** Something that happened to a household: a step of its way, or that it was joined or parted. */
type Ereignis = {
  readonly am: string;
  readonly was: string;
  readonly dazu: string | null;
  readonly zurueckgenommen: boolean;
};

/** Everything by its day; on one day the steps first. */
const ereignisse = (z: Zuweisung): Ereignis[] =>
  [
    ...z.schritte.map(({ nach, am, grund, zurueckgenommen }) => ({
      am,
      was: STAENDE[nach],
      dazu: grund === null ? null : GRUENDE[grund],
      zurueckgenommen,
    })),
    ...z.teilungen.map((one) => ({
      am: one.am,
      was: teilungText(one),
      dazu: null,
      zurueckgenommen: one.zurueckgenommen,
    })),
  ].toSorted((a, b) => (a.am < b.am ? -1 : a.am > b.am ? 1 : 0));

export function Verlauf({ z, visit }: { readonly z: Zuweisung; readonly visit: Visit }) {
  const any = gueltige(z.schritte).length > 1 || ruecknehmbar(z.teilungen, z.version) !== undefined;
  return (
    <Card title="Verlauf" id="verlauf">
      <Table
        caption="Der Weg dieses Haushalts, das Erste zuerst"
        hideCaption
        rows={ereignisse(z)}
        columns={[
          { label: "Am", cell: (one: Ereignis) => <Day iso={one.am} /> },
          { label: "Was", cell: (one) => (one.zurueckgenommen ? <del>{one.was}</del> : one.was) },
          {
            label: "Dazu",
            cell: (one) =>
              [
                ...(one.dazu === null ? [] : [one.dazu]),
                ...(one.zurueckgenommen ? ["Versehen, zurück\u00adgenommen"] : []),
              ].join("; ") || "–",
          },
        ]}
      />
      {any && may(visit.actor, "zuweisung.schreiben") ? (
        <Actions>
          <ButtonLink kind="tertiary" small href={`${LIST}/${z.id}/zuruecknehmen`}>
            Letzten Schritt zurücknehmen
          </ButtonLink>
        </Actions>
      ) : null}
    </Card>
  );
}
