import { Figure, Figures, formatChange, formatCount } from "../../../ui/index.ts";
import { DEFINITIONEN } from "../model/definitionen.ts";
import type { Kennzahlen } from "../model/kennzahlen.ts";
import type { Uebersicht } from "../queries/uebersicht.ts";

/** The figures that somebody looks for first. Contacts, consultations, persons and cases are four different ones. */
export function Ueberblick({ u }: { readonly u: Uebersicht }) {
  const { jetzt, vergleich, vzae } = u;
  const change = (of: (k: Kennzahlen) => number): string =>
    vergleich === undefined ? (u.laeuft ? "bis heute" : "ohne Vergleich") : formatChange(of(jetzt), of(vergleich));
  const vacant = vzae.soll - vzae.ist;
  return (
    <Figures label="Überblick">
      <Figure
        label="Kontakte"
        value={formatCount(jetzt.kontakte)}
        note={change((k) => k.kontakte)}
        definition={DEFINITIONEN.kontakte}
      />
      <Figure
        label="Beratungen"
        value={formatCount(jetzt.beratungen)}
        note={change((k) => k.beratungen)}
        definition={DEFINITIONEN.beratungen}
      />
      <Figure
        label="Personen"
        value={jetzt.personen === null ? "–" : formatCount(jetzt.personen)}
        note={jetzt.personen === null ? "nicht für diesen Zeitraum" : change((k) => k.personen ?? 0)}
        definition={DEFINITIONEN.personen}
      />
      <Figure label="Fälle" value="–" note="noch nicht geführt" definition={DEFINITIONEN.faelle} />
      <Figure
        label="Neuzuweisungen"
        value={formatCount(jetzt.neuzuweisungen)}
        note={change((k) => k.neuzuweisungen)}
        definition={DEFINITIONEN.neuzuweisungen}
      />
      <Figure
        label="VZÄ besetzt, Modul II"
        value={vzae.soll === 0 ? "–" : `${formatCount(vzae.ist / 100)} von ${formatCount(vzae.soll / 100)}`}
        note={
          vzae.soll === 0
            ? "keine Stelle genehmigt"
            : vacant > 0
              ? `${formatCount(vacant / 100)} vakant`
              : "voll besetzt"
        }
        definition={DEFINITIONEN.vzae}
      />
    </Figures>
  );
}
