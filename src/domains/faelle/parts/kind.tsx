import { Card, DescriptionList, Entered } from "../../../ui/index.ts";
import type { Fall } from "../queries/faelle.ts";
import type { Umfeld } from "../queries/umfeld.ts";

const NOT_TOLD = "noch nicht eingetragen";

/** The child, whom one has to talk to about it, and where it spends the day. */
export function Kind({ fall, umfeld }: { readonly fall: Fall; readonly umfeld: Umfeld | undefined }) {
  if (umfeld === undefined) return null;
  const familie = `/personen/${fall.personId}/familie`;
  return (
    <Card title="Das Kind">
      <DescriptionList
        items={[
          {
            term: "Wer sorgt",
            value:
              umfeld.sorge.length === 0 ? (
                <a href={familie}>Eltern oder Vormund eintragen</a>
              ) : (
                <ul class="plain-list">
                  {umfeld.sorge.map(({ id, name, ist }) => (
                    <li>
                      {id === null ? (
                        <Entered>{name}</Entered>
                      ) : (
                        <a href={`/personen/${id}`}>
                          <Entered>{name}</Entered>
                        </a>
                      )}
                      , {ist}
                    </li>
                  ))}
                </ul>
              ),
          },
          { term: "Kita", value: umfeld.kita === null ? NOT_TOLD : <Entered>{umfeld.kita}</Entered> },
        ]}
      />
    </Card>
  );
}
