import { tagText } from "../../../platform/span.ts";
import { Entered, Status, Week } from "../../../ui/index.ts";
import { wochentagName, wochentagOf } from "../model/serie.ts";
import { spanneText } from "../model/uhr.ts";
import { type Eintrag, eintragPath, eintragStand, eintragText } from "../model/eintrag.ts";

type Whose = ((eintrag: Eintrag) => string) | undefined;

function Zeile({ eintrag, akteVon }: { readonly eintrag: Eintrag; readonly akteVon: Whose }) {
  const { beginn, ende, ort, stand, gleichzeitig } = eintrag;
  return (
    <>
      {spanneText(beginn, ende)}
      <br />
      <a href={eintragPath(eintrag)}>
        <Entered>{eintragText(eintrag)}</Entered>
      </a>
      {ort === "" ? null : (
        <>
          <br />
          {ort}
        </>
      )}
      {akteVon === undefined ? null : (
        <>
          <br />
          bei <Entered>{akteVon(eintrag)}</Entered>
        </>
      )}
      {stand === "geplant" ? null : (
        <>
          <br />
          <Status kind="info">{eintragStand(eintrag)}</Status>
        </>
      )}
      {gleichzeitig ? (
        <>
          <br />
          <Status kind="warning">gleichzeitig</Status>
        </>
      ) : null}
    </>
  );
}

/** A week side by side, on a phone below each other; days without anything at its end are left out. */
export function Woche({
  tage,
  eintraege,
  akteVon,
}: {
  readonly tage: readonly string[];
  readonly eintraege: readonly Eintrag[];
  /** Whose each is, where they are of several calendars. */
  readonly akteVon?: Whose;
}) {
  const of = (tag: string) => eintraege.filter((one) => one.tag === tag);
  const shown = tage.filter((tag) => wochentagOf(tag) <= 5 || of(tag).length > 0);
  return (
    <Week
      days={shown.map((tag) => ({
        title: `${wochentagName(wochentagOf(tag))}, ${tagText(tag).slice(0, 6)}`,
        entries: of(tag).map((eintrag) => <Zeile eintrag={eintrag} akteVon={akteVon} />),
      }))}
    />
  );
}
