import { DescriptionList, PaperBlock } from "../../../ui/index.ts";
import type { Abschnitt, Papier } from "../../papier/index.ts";
import { LIST } from "./getan.ts";

/** Heading and content of a chapter; a draft leads to where its text is written. */
function Kapitel({ abschnitt: a, schreiben }: { readonly abschnitt: Abschnitt; readonly schreiben: boolean }) {
  const link =
    schreiben && a.kapitel !== undefined ? (
      <a href={`${LIST}/kapitel/${a.kapitel}`} aria-label={`Bearbeiten: ${a.titel}`}>
        Bearbeiten
      </a>
    ) : null;
  return (
    <>
      <div class="head">
        {a.ebene === 1 ? <h3>{a.titel}</h3> : <h4>{a.titel}</h4>}
        {link}
      </div>
      {a.bloecke.map((block) => (
        <PaperBlock block={block} ebene={a.ebene} />
      ))}
    </>
  );
}

/** The paper as a page: what PDF and Word file say, in the same words and with the same figures. */
export function PapierAnsicht({ papier, schreiben }: { readonly papier: Papier; readonly schreiben: boolean }) {
  return (
    <article class="card paper">
      {papier.briefkopf.map((line) => (
        <p dir="auto">{line}</p>
      ))}
      <h2>{papier.titel}</h2>
      <p>{papier.untertitel}</p>
      <DescriptionList items={papier.kopf.map(({ wort, wert }) => ({ term: wort, value: wert }))} />
      {papier.berichtigung === undefined ? null : <p>{papier.berichtigung}</p>}
      {papier.abschnitte.map((abschnitt) => (
        <Kapitel abschnitt={abschnitt} schreiben={schreiben} />
      ))}
      {papier.schluss.map((line) => (
        <p dir="auto">{line}</p>
      ))}
    </article>
  );
}
