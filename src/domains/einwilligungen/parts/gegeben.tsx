import { tagText } from "../../../platform/span.ts";
import { Entered, Signature } from "../../../ui/index.ts";
import { DURCH } from "../model/minderjaehrig.ts";
import { FLAECHE, pfadOf } from "../model/unterschrift.ts";
import type { Einwilligung } from "../queries/einwilligungen.ts";
import { ONE } from "./getan.ts";

type Props = { readonly e: Einwilligung; readonly liest: boolean; readonly legtAb: boolean };

const WIE = { papier: "auf Papier", bildschirm: "auf dem Bildschirm", muendlich: "mündlich, dabei war " } as const;

/** When it was given, by whom, how; the scan or the signature with it. */
export function Gegeben({ e, liest, legtAb }: Props) {
  if (e.gueltigAb === null || e.durch === null || e.form === null) return <>noch nicht</>;
  return (
    <>
      {tagText(e.gueltigAb)}, {DURCH[e.durch]}, {WIE[e.form]}
      {e.form !== "muendlich" || e.zeuge === null ? null : <Entered>{e.zeuge}</Entered>}
      {e.belegId === null || !liest ? null : (
        <>
          {" "}
          · <a href={`/dokumente/${e.belegId}`}>Unterschriebenes Blatt</a>
        </>
      )}
      {e.form === "papier" && legtAb ? (
        <>
          {" "}
          · <a href={`${ONE}/${e.id}/beleg`}>{e.belegId === null ? "Unterschriebenes Blatt ablegen" : "Ersetzen"}</a>
        </>
      ) : null}
      {e.unterschrift === null ? null : (
        <Signature
          width={FLAECHE.breite}
          height={FLAECHE.hoehe}
          path={pfadOf(e.unterschrift)}
          label="Unterschrift, auf dem Bildschirm gegeben"
        />
      )}
    </>
  );
}
