import { type RechtDef, aufsicht, texte, weiter, zeugnis } from "./vergabe.ts";

/** Permissions of whoever administers, watches over or plans posts; with the others in rechte.ts. */
export const VERWALTUNG_RECHTE = {
  "kommune.verwalten": weiter("Darf die Kommunen des Kreises und ihre zuständigen Ämter pflegen."),
  "traeger.verwalten": weiter("Darf Träger des Kreises anlegen und stilllegen."),
  "standort.verwalten": weiter("Darf die Standorte der Träger pflegen, die sie oder er verwaltet."),
  "konto.verwalten": weiter("Darf Mitarbeiter:innen aller Träger einladen, Rollen geben und Zugänge sperren."),
  "konto.traeger_verwalten": weiter(
    "Darf Mitarbeiter:innen des eigenen Trägers einladen, Rollen geben und Zugänge sperren.",
  ),
  "konto.bestaetigen": zeugnis(
    "Darf lesen, wer im eigenen Träger welchen Zugang erneuert hat, und nach einem Gespräch bestätigen, dass ein erneuerter Zugang bei der richtigen Person ist; und bestätigen, was eine Leitung zu Vertretung, Team und Übergabe anordnet.",
  ),
  "vertretung.anordnen": zeugnis(
    "Darf im eigenen Träger Vertretungen, Teams und Übergaben anordnen, nie für sich selbst; sie gelten erst, wenn eine zweite Person bestätigt.",
  ),
  "zuweisung.verteilen": zeugnis("Darf im eigenen Träger Neuzugewiesene verteilen, ohne Namen und nie an sich selbst."),
  "briefvorlage.schreiben": texte("Darf Briefvorlagen und Mitbringlisten des eigenen Trägers pflegen."),
  "einwilligungstext.schreiben": texte(
    "Darf die Texte schreiben und freigeben, in die Ratsuchende des eigenen Trägers einwilligen.",
  ),
  "protokoll.lesen": aufsicht(
    "Darf das Protokoll des eigenen Trägers lesen: wer wann welche Akte geöffnet und was geändert hat, ohne Namen von Ratsuchenden.",
  ),
  "stelle.lesen": weiter("Darf den Stellenplan des eigenen Trägers lesen: genehmigt, besetzt, vakant."),
  "stelle.kreis_lesen": weiter("Darf den Stellenplan aller Träger des Kreises lesen."),
  "stelle.namen_lesen": weiter("Darf lesen, wer eine Stelle besetzt und warum sie vakant ist."),
  "stelle.schreiben": weiter("Darf Stellen aller Träger anlegen, ändern und besetzen."),
} as const satisfies Readonly<Record<string, RechtDef>>;
