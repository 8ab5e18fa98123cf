/** The door of the room: what other rooms may call. README.md says what a body is here. */
export { decide } from "./commands/decide.ts";
export { moveSitzung } from "./commands/move-sitzung.ts";
export { addAuftrag, moveAuftrag } from "./commands/set-auftrag.ts";
export { addGremium, endGremium } from "./commands/set-gremium.ts";
export { addMitglied } from "./commands/set-mitglied.ts";
export { addPunkt } from "./commands/set-punkt.ts";
export { planSitzung } from "./commands/set-sitzung.ts";
export { addTops } from "./commands/set-tagesordnung.ts";
export { setTeilnahme } from "./commands/set-teilnahme.ts";
export { addFreieVorlage, addVorlage } from "./commands/set-vorlage.ts";
export { writeNotiz } from "./commands/write-notiz.ts";
export { type Beschluss, kurz, stimmenText } from "./model/beschluss.ts";
export {
  AuftragEingabe,
  AuftragSchrittEingabe,
  BeschlussEingabe,
  NotizEingabe,
  SitzungEingabe,
  SitzungSchritt,
  TagesordnungEingabe,
} from "./model/eingabe.ts";
export { ARTEN, Ende, type Gremium, MitgliedEingabe, NeuesGremium, PunktEingabe } from "./model/gremium.ts";
export { offeneAuftraege } from "./queries/auftraege.ts";
export { getagt, topsZu } from "./queries/berichtet.ts";
export { beschluesse, beschlussOf } from "./queries/beschluesse.ts";
export { folgenAm } from "./queries/folgen.ts";
export { gremien, gremiumOf } from "./queries/gremien.ts";
export { sitzungOf, sitzungen, tops } from "./queries/sitzungen.ts";
export { gremienTag } from "./queries/tag.ts";
