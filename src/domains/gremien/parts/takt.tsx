import { tagText } from "../../../platform/span.ts";
import { Status } from "../../../ui/index.ts";
import type { Takt } from "../model/takt.ts";

export const zuletztText = ({ zuletzt }: Takt): string => (zuletzt === undefined ? "noch nicht" : tagText(zuletzt));

/** When a body meets next, or until when it should: soon and late have a sign. */
export function Naechste({ takt: { naechste, faellig, fehlt } }: { readonly takt: Takt }) {
  if (naechste !== undefined) return <>{tagText(naechste)}</>;
  if (faellig === undefined) return <>–</>;
  const day = tagText(faellig);
  if (fehlt === "ueberfaellig") return <Status kind="danger">überfällig seit {day}, keine geplant</Status>;
  const text = `fällig bis ${day}, keine geplant`;
  return fehlt === undefined ? <>{text}</> : <Status kind="warning">{text}</Status>;
}
