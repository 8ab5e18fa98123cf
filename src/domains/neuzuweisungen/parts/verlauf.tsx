import { may } from "../../../platform/actor.ts";
import type { Visit } from "../../../platform/access.ts";
import { gueltige } from "../../../platform/schritte.ts";
import { History } from "../../../ui/index.ts";
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
    <History
      id="verlauf"
      caption="Der Weg dieses Haushalts, das Erste zuerst"
      steps={ereignisse(z)}
      undo={any && may(visit.actor, "zuweisung.schreiben") ? `${LIST}/${z.id}/zuruecknehmen` : undefined}
    />
  );
}
