import { Day, Status } from "../../../ui/index.ts";
import type { Span as Tage } from "../../../platform/span.ts";
import type { Stelle, StelleAmTag, Vakanz } from "../model/plan.ts";
import { grundText, vzae } from "../model/texte.ts";

const SHOWN = 3;

/** What a post is called: its kind and its name in the staffing plan, or where it is. */
export function stelleName(s: Pick<Stelle, "artName" | "bezeichnung" | "kommunen">): string {
  const names = s.kommunen.map((k) => k.name);
  const more = names.length > SHOWN ? [`${names.length - SHOWN} weitere`] : [];
  const where = [...names.slice(0, SHOWN), ...more].join(", ");
  const rest = s.bezeichnung ?? where;
  return rest === "" ? s.artName : `${s.artName} – ${rest}`;
}

/** A span of days in words: both ends, or since when. */
export function Span({ von, bis }: Tage) {
  return bis === null ? (
    <>
      seit <Day iso={von} />
    </>
  ) : (
    <>
      <Day iso={von} /> bis <Day iso={bis} />
    </>
  );
}

/** Whether a post is filled that day, as a word. */
export function Stand({ zeile }: { readonly zeile: StelleAmTag }) {
  if (zeile.vakanz === undefined) return <Status kind="success">besetzt</Status>;
  return <Status kind="warning">{zeile.ist === 0 ? "vakant" : `${vzae(zeile.vakanz.vzae)} vakant`}</Status>;
}

/** How much is vacant since when and why. */
export function VakanzSatz({ vakanz, namen }: { readonly vakanz: Vakanz; readonly namen: boolean }) {
  return (
    <>
      {vzae(vakanz.vzae)} seit <Day iso={vakanz.seit} />, {grundText(vakanz.grund, namen)}
    </>
  );
}
