import { zahl } from "../../../platform/words.ts";
import { Card, Entered, Table } from "../../../ui/index.ts";
import { artWort } from "../model/uebergabe.ts";
import type { Offen, Uebergabe } from "../queries/uebergaben.ts";
import type { Hindernis } from "../queries/bezeugen.ts";
import { Bestaetigen } from "./bezeugen.tsx";
import { LIST } from "./getan.ts";
import { Uebergaben } from "./uebergaben.tsx";

/** "3 Personen, 12 Beratungen". */
export const arbeit = ({ arten }: Offen): string =>
  [...arten].map(([art, n]) => `${zahl(n)} ${artWort(art, n)}`).join(", ");

type Props = {
  readonly offen: readonly Offen[];
  readonly wartend: readonly Uebergabe[];
  readonly why: Hindernis;
  readonly orders: boolean;
};

/** What nobody keeps any more, and what waits for a second person. Nothing where there is neither. */
export const OffeneArbeit = ({ offen, wartend, why, orders }: Props) => (
  <>
    {offen.length === 0 ? null : (
      <Card title="Offene Arbeit ohne Zuständige">
        <Table
          caption="Wer nicht mehr berät und was noch zu verteilen ist"
          hideCaption
          rows={offen}
          columns={[
            { label: "Bisher bei", names: true, cell: (one) => <Entered>{one.name}</Entered> },
            { label: "Was", cell: arbeit },
            ...(orders
              ? [{ label: "Verteilen", cell: (one: Offen) => <a href={`${LIST}/offen/${one.konto}`}>Verteilen</a> }]
              : []),
          ]}
        />
      </Card>
    )}
    {wartend.length === 0 ? null : (
      <Card title="Übergaben, die auf Bestätigung warten">
        <Uebergaben
          caption="Übergaben, die auf Bestätigung warten"
          rows={wartend}
          empty=""
          way={{
            label: "Ändern",
            cell: (u) => (
              <>
                <Bestaetigen
                  href={`${LIST}/uebergaben/${u.id}/bestaetigen`}
                  why={why({ gegebenVon: u.gegebenVon, beteiligte: [u.von, u.an] })}
                />{" "}
                · <a href={`${LIST}/uebergaben/${u.id}/zuruecknehmen`}>Zurücknehmen</a>
              </>
            ),
          }}
        />
      </Card>
    )}
  </>
);
