import { Details, Entered } from "../../../ui/index.ts";
import type { Tabelle, Zwischentitel } from "../../../listen/index.ts";
import { type Ortsname, fundstellenVon } from "../model/fundstellen.ts";

/** So many lines stand open; a sheet a month would be a page of them. */
const OPEN = 4;

/** What was taken from titles and names, table by table, and from titles between the rows. */
export function Fundstellen(props: {
  readonly tabellen: readonly Tabelle[];
  readonly zwischentitel: readonly Zwischentitel[];
  readonly ort: Ortsname;
}) {
  const { tabellen, zwischentitel, ort } = props;
  const lines = fundstellenVon(tabellen, zwischentitel, ort);
  if (lines.length === 0) return null;
  const list = (
    <ul class="points">
      {lines.map((line) => (
        <li>
          <Entered>{line}</Entered>
        </li>
      ))}
    </ul>
  );
  return lines.length <= OPEN ? list : <Details summary="Was aus Titeln und Namen übernommen ist">{list}</Details>;
}
