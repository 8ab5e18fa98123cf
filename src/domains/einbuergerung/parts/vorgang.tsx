import { today } from "../../../platform/clock.ts";
import { tagText } from "../../../platform/span.ts";
import { Actions, ButtonLink, Card, DescriptionList, Entered, Status } from "../../../ui/index.ts";
import { STAENDE, type Stand, isOffen } from "../model/stand.ts";
import { dauerText, volleMonate } from "../model/tatsachen.ts";
import { behoerdeText } from "../queries/behoerden.ts";
import type { EinbuergerungKurz } from "../queries/einbuergerungen.ts";
import type { Wartezeit } from "../queries/regeln.ts";
import { LIST, checklisteOf } from "./getan.ts";

const KIND: Readonly<Record<Stand, "success" | "info" | "warning" | undefined>> = {
  vorcheck: "info",
  antrag: "info",
  anhoerung: "info",
  zusicherung: "success",
  eingebuergert: "success",
  abgelehnt: "warning",
  zurueckgezogen: undefined,
};

export const StandWort = ({ stand }: { readonly stand: Stand }) => <Status kind={KIND[stand]}>{STAENDE[stand]}</Status>;

/** How long somebody waits, or waited until the last step. */
export function warteText({ antragAm, stand, standSeit }: EinbuergerungKurz): string {
  if (antragAm === null) return "noch kein Antrag";
  const bis = isOffen(stand) ? today() : standSeit;
  const lang = dauerText(volleMonate(antragAm, bis));
  return isOffen(stand) ? `${lang}, seit ${tagText(antragAm)}` : `${lang} bis zum letzten Schritt`;
}

/** What the authority itself says of how long it takes. */
export const Wartet = ({ wartezeit }: { readonly wartezeit: Wartezeit | undefined }) =>
  wartezeit === undefined ? (
    <>keine Angabe der Behörde bekannt</>
  ) : (
    <>
      {wartezeit.satz}{" "}
      <span class="hint">
        {wartezeit.quelle} Geprüft am {tagText(wartezeit.geprueftAm)}.
      </span>
    </>
  );

type Props = {
  readonly person: string;
  /** Missing where nobody said where she lives. */
  readonly ebh: string | null;
  readonly kommune: string | undefined;
  readonly wartezeit: Wartezeit | undefined;
  readonly vorgaenge: readonly EinbuergerungKurz[];
  readonly darf: { readonly schreiben: boolean; readonly freigeben: boolean };
};

/** Which authority, how long it takes, how far it is. */
export function Behoerde({ person, ebh, kommune, wartezeit, vorgaenge, darf }: Props) {
  const offen = vorgaenge.find(({ stand }) => isOffen(stand));
  return (
    <Card title="Mit der Einbürgerungsbehörde">
      <DescriptionList
        items={[
          {
            term: "Zuständig",
            value:
              ebh === null ? (
                "Steht nicht fest: In der Akte fehlt die Kommune, oder zu ihr ist keine Behörde eingetragen."
              ) : (
                <>
                  <Entered>{behoerdeText(ebh)}</Entered>
                  {kommune === undefined ? "" : ` (wohnt in ${kommune})`}
                </>
              ),
          },
          { term: "Dauer", value: <Wartet wartezeit={wartezeit} /> },
        ]}
      />
      {vorgaenge.length === 0 ? <p>Noch ist keine Einbürgerung begonnen.</p> : null}
      <ul>
        {vorgaenge.map((one) => (
          <li>
            <a href={`${LIST}/${one.id}`}>
              {one.paragraf}: {STAENDE[one.stand]}
            </a>
            , seit {tagText(one.standSeit)}. Wartezeit: {warteText(one)}.
          </li>
        ))}
      </ul>
      <Actions>
        {darf.schreiben && offen === undefined ? (
          <ButtonLink kind="primary" href={`${checklisteOf(person)}/neu`}>
            Einbürgerung beginnen
          </ButtonLink>
        ) : null}
        {darf.schreiben && offen !== undefined ? (
          <ButtonLink kind="primary" href={`${LIST}/${offen.id}/schritt`}>
            Schritt eintragen
          </ButtonLink>
        ) : null}
        {darf.freigeben ? (
          <ButtonLink kind="secondary" href={`/personen/${person}/freigaben/neu?art=ebh`}>
            Kopie für die Behörde vorbereiten
          </ButtonLink>
        ) : null}
      </Actions>
    </Card>
  );
}
