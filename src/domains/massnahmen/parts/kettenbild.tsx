import { ChainChart, type ChainNode, Entered } from "../../../ui/index.ts";
import { GLIEDER, type Glied, ketteInWorten } from "../model/kette.ts";

const nodeOf = ({ art, titel, notiz, lage, folgt }: Glied): ChainNode => ({
  column: art,
  title: titel,
  note: notiz,
  state: lage,
  next: folgt.map(nodeOf),
});

/** A chain as a picture, from what was reported to what can be measured. */
export const Kettenbild = ({ titel, kette }: { readonly titel: string; readonly kette: Glied }) => (
  <ChainChart title={titel} desc={ketteInWorten(kette)} columns={GLIEDER} roots={[nodeOf(kette)]} />
);

const ENDED = { done: "", open: "", ended: " (beendet)" } as const;

/** The same as a nested list: to be read aloud, and to go on from by keyboard. */
export const Kettenliste = ({ ketten }: { readonly ketten: readonly Glied[] }) => (
  <ul class="chain-list">
    {ketten.map(({ art, titel, notiz, lage, href, folgt }) => (
      <li>
        {GLIEDER[art]}:{" "}
        {href === undefined ? (
          <Entered>{titel}</Entered>
        ) : (
          <a href={href}>
            <Entered>{titel}</Entered>
          </a>
        )}
        {notiz === "" ? null : (
          <>
            {" – "}
            <Entered>{notiz}</Entered>
          </>
        )}
        {ENDED[lage]}
        {folgt.length === 0 ? null : <Kettenliste ketten={folgt} />}
      </li>
    ))}
  </ul>
);
