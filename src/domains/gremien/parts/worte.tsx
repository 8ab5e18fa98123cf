import type { Rejected } from "../../../platform/form.ts";
import { Actions, ButtonLink, Checkbox, type FieldsOf, Status } from "../../../ui/index.ts";
import { DATEI, FORMATE } from "../documents/dateien.ts";
import { type Stand as AuftragStand, STAENDE as AUFTRAG, isEnde, istUeberfaellig } from "../model/auftrag.ts";
import { type Stand as SitzungStand, STAENDE as SITZUNG } from "../model/sitzung.ts";

const KIND: Readonly<Record<SitzungStand, "success" | "info" | "warning" | undefined>> = {
  geplant: "info",
  eingeladen: "info",
  durchgefuehrt: "warning",
  entwurf: "warning",
  freigegeben: "success",
  abgesagt: undefined,
};

/** How far a meeting is. */
export const SitzungWort = ({ stand }: { readonly stand: SitzungStand }) => (
  <Status kind={KIND[stand]}>{SITZUNG[stand]}</Status>
);

type AuftragWortProps = {
  readonly auftrag: { readonly stand: AuftragStand; readonly faelligAm: string };
  readonly heute: string;
};

/** What became of an Auftrag; late is late. */
export function AuftragWort({ auftrag, heute }: AuftragWortProps) {
  if (istUeberfaellig(auftrag, heute)) return <Status kind="danger">{AUFTRAG[auftrag.stand]}, überfällig</Status>;
  const { stand } = auftrag;
  return <Status kind={stand === "erledigt" ? "success" : isEnde(stand) ? undefined : "info"}>{AUFTRAG[stand]}</Status>;
}

type KeinNameProps = { readonly field: FieldsOf; readonly rejected: Rejected | undefined };

/** Asked only where something looked like a name; those of members may stand. */
export const KeinName = ({ field, rejected }: KeinNameProps) =>
  rejected !== undefined && rejected.errors.some(({ message }) => message.includes("kein Name ist")) ? (
    <Checkbox {...field("kein_name")} label="Die genannten Wörter sind keine Namen von Ratsuchenden" />
  ) : null;

type AlsDateiProps = { readonly href: (format: string) => string; readonly was: string };

/** A paper to take along, in both forms. */
export const AlsDatei = ({ href, was }: AlsDateiProps) => (
  <Actions>
    {FORMATE.map((format) => (
      <ButtonLink kind="tertiary" small href={href(format)}>
        {was} als {DATEI[format].name}
      </ButtonLink>
    ))}
  </Actions>
);
