import { tagText } from "../../../platform/span.ts";
import { anzahl } from "../../../platform/words.ts";
import { Card, Details, Status, Table } from "../../../ui/index.ts";
import { AMPEL, LICHTER, type Regel, ZU_PRUEFEN, isAmpel, quelleText } from "../model/regel.ts";
import type { Papier, Punkt, Weg } from "../queries/checkliste.ts";

/** What every page about rules says of them. */
export const HINWEIS =
  "Nur Auskunft nach dem, was in der Akte steht. Entschieden wird hier nichts: Das tut die Behörde, und Rechtsrat gibt, wer dafür zugelassen ist.";

/** How many conditions have which light, in words. */
export const zaehlText = (punkte: readonly Punkt[]): string =>
  AMPEL.flatMap((licht) => {
    const n = punkte.filter(({ befund }) => befund.licht === licht).length;
    return n === 0 ? [] : [`${String(n)} ${LICHTER[licht].text}`];
  }).join(" · ") || "An diesem Tag gibt es diesen Weg nicht.";

/** What nobody could check, where somebody reads it before she relies on it. */
export const Offen = ({ was }: { readonly was: string | null }) =>
  was === null ? null : (
    <p class="hint">
      <Status kind="warning">{ZU_PRUEFEN}:</Status> {was}
    </p>
  );

export const Quelle = ({ regel }: { readonly regel: Regel }) => (
  <>
    <p class="hint">{quelleText(regel)}</p>
    <Offen was={regel.zuPruefen} />
  </>
);

/** What held before, and what is to come. */
function Fassungen({ punkt }: { readonly punkt: Punkt }) {
  const { davor, danach } = punkt;
  if (davor === undefined && danach === undefined) return null;
  return (
    <Details summary="Davor und danach">
      {[davor, danach].map((one) =>
        one === undefined ? null : (
          <p>
            {tagText(one.ab)} bis {one.bis === null ? "auf Weiteres" : tagText(one.bis)}: {one.satz}
          </p>
        ),
      )}
    </Details>
  );
}

const Satz = ({ punkt }: { readonly punkt: Punkt }) => (
  <>
    {punkt.regel.satz} <Quelle regel={punkt.regel} />
    <Fassungen punkt={punkt} />
  </>
);

/** The conditions of a way with their lights, then what is told only. */
export function WegKarte({ weg, tag }: { readonly weg: Weg; readonly tag: string }) {
  const { perspektive, punkte } = weg;
  const ampeln = punkte.filter(({ befund }) => isAmpel(befund.licht));
  const ohne = punkte.filter(({ befund }) => !isAmpel(befund.licht));
  return (
    <>
      <Card title={`${perspektive.name} (${perspektive.paragraf}), am ${tagText(tag)}`}>
        <p>{zaehlText(punkte)}</p>
        <Offen was={perspektive.zuPruefen} />
        {ampeln.length === 0 ? null : (
          <Table
            caption={`${perspektive.paragraf}: Bedingungen mit dem, was die Akte sagt`}
            hideCaption
            cards
            rows={ampeln}
            columns={[
              { label: "Bedingung", cell: ({ regel }: Punkt) => regel.name },
              { label: "Stand", cell: (punkt: Punkt) => <Ampel punkt={punkt} /> },
              { label: "Was die Akte sagt", whole: true, cell: ({ befund }: Punkt) => befund.weil },
              { label: "Was gilt", whole: true, cell: (punkt: Punkt) => <Satz punkt={punkt} /> },
            ]}
          />
        )}
      </Card>
      {ohne.length === 0 ? null : <Ohne punkte={ohne} />}
    </>
  );
}

function Ampel({ punkt: { befund } }: { readonly punkt: Punkt }) {
  if (!isAmpel(befund.licht)) return null;
  const { kind, text } = LICHTER[befund.licht];
  return <Status kind={kind}>{text}</Status>;
}

const Ohne = ({ punkte }: { readonly punkte: readonly Punkt[] }) => (
  <Card title="Ohne Ampel">
    <ul>
      {punkte.map((punkt) => (
        <li>
          <strong>{punkt.regel.name}:</strong> <Satz punkt={punkt} />
        </li>
      ))}
    </ul>
  </Card>
);

/** What to bring, by what is filed. */
export const Unterlagen = ({ papiere }: { readonly papiere: readonly Papier[] }) => (
  <Card title="Unterlagen">
    <p>
      {anzahl(papiere.length, "Unterlage gehört", "Unterlagen gehören")} in der Regel dazu. Was die Behörde noch
      verlangt, sagt sie im Vor-Check.
    </p>
    <Table
      caption="Unterlagen und ob sie abgelegt sind"
      hideCaption
      rows={papiere}
      columns={[
        { label: "Unterlage", cell: ({ name }: Papier) => name },
        { label: "Abgelegt", cell: ({ kind, text }: Papier) => <Status kind={kind}>{text}</Status> },
      ]}
    />
  </Card>
);
