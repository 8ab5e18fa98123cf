import { Actions, ButtonLink } from "../../../ui/index.ts";
import type { Stand } from "../model/stand.ts";
import type { Einwilligung } from "../queries/einwilligungen.ts";
import { ONE } from "./getan.ts";

type Schritt = { readonly href: string; readonly label: string; readonly kind: "primary" | "secondary" | "tertiary" };

const WEITER: Readonly<Record<Stand, readonly Schritt[]>> = {
  entwurf: [{ href: "erlaeutern", label: "Ist erklärt", kind: "primary" }],
  erlaeutert: [
    { href: "erteilen", label: "Ist erteilt", kind: "primary" },
    { href: "ablehnen", label: "Person möchte nicht", kind: "secondary" },
  ],
  erteilt: [
    { href: "widerrufen", label: "Widerruf eintragen", kind: "secondary" },
    { href: "einschraenken", label: "Einschränken", kind: "tertiary" },
  ],
  eingeschraenkt: [
    { href: "widerrufen", label: "Widerruf eintragen", kind: "secondary" },
    { href: "einschraenken", label: "Weiter einschränken", kind: "tertiary" },
  ],
  abgelehnt: [],
  widerrufen: [],
  ersetzt: [],
};

/** What can be done next. */
export function Schritte({ e }: { readonly e: Einwilligung }) {
  const schritte = WEITER[e.stand];
  if (schritte.length === 0) return null;
  return (
    <Actions>
      {schritte.map(({ href, label, kind }) => (
        <ButtonLink kind={kind} small href={`${ONE}/${e.id}/${href}`}>
          {label}
        </ButtonLink>
      ))}
    </Actions>
  );
}
