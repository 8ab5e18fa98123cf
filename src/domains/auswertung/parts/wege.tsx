import type { Visit } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { Choices } from "../../../ui/index.ts";
import type { Zeitraum } from "../model/kennzahlen.ts";
import { EINRICHTEN, FRAGEN, LAST, LIEFERUNG, PATH, queryOf } from "./getan.ts";

type Seite = typeof PATH | typeof FRAGEN | typeof LIEFERUNG | typeof LAST | typeof EINRICHTEN;

/** The pages of the room; the first two keep what is chosen. */
export function Wege(props: {
  readonly visit: Visit;
  readonly here: Seite;
  readonly zeitraum?: Zeitraum;
  readonly traeger?: string | undefined;
}) {
  const { here, zeitraum, traeger } = props;
  const chosen = zeitraum === undefined ? "" : queryOf(zeitraum, traeger);
  const all: readonly { readonly label: string; readonly path: Seite; readonly query: string }[] = [
    { label: "Überblick", path: PATH, query: chosen },
    { label: "Fragen", path: FRAGEN, query: chosen },
    { label: "Lieferung", path: LIEFERUNG, query: "" },
    ...(may(props.visit.actor, "auswertung.kreis_lesen")
      ? [{ label: "Auslastung", path: LAST, query: "" } as const]
      : []),
    ...(may(props.visit.actor, "auswertung.einrichten")
      ? [{ label: "Einrichten", path: EINRICHTEN, query: "" } as const]
      : []),
  ];
  return (
    <Choices
      label="Seiten der Auswertung"
      items={all.map(({ label, path, query }) => ({ label, href: `${path}${query}`, current: path === here }))}
    />
  );
}
