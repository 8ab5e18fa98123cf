import { tagText } from "../../../platform/span.ts";
import { Status } from "../../../ui/index.ts";
import type { Takt } from "../model/takt.ts";

export const zuletztText = ({ zuletzt }: Takt): string => (zuletzt === undefined ? "noch nicht" : tagText(zuletzt));

/** When a body meets next, or until when it should: soon and late have a sign. */
export function Naechste({ takt: { naechste, faellig, fehlt } }: { readonly takt: Takt }) {
  if (naechste !== undefined) return <>{tagText(naechste)}</>;
  if (faellig === undefined) return <>–</>;
  const text = `fällig bis ${tagText(faellig)}, keine geplant`;
  if (fehlt === undefined) return <>{text}</>;
  return (
    <Status kind={fehlt === "ueberfaellig" ? "danger" : "warning"}>
      {fehlt === "ueberfaellig" ? `überfällig: ${text}` : text}
    </Status>
  );
}
