import type { Worte } from "./index.ts";

export const PL: Worte = {
  titel: "Tu otrzyma Pan/Pani pomoc",
  stelle: "Miejsce",
  angebot: "Oferta",
  anschrift: "Adres",
  telefon: "Telefon",
  email: "E-mail",
  zeiten: "Godziny otwarcia",
  termin: "Termin wizyty",
  mitbringen: "Proszę przynieść",
  zeigen: "Proszę pokazać tę kartkę na miejscu.",
  fragen: "W razie pytań pomoże Państwa doradca:",
  nichtGeprueft: "Tłumaczenie słów na tej kartce nie zostało urzędowo sprawdzone.",
};

export const TR: Worte = {
  titel: "Burada size yardım edilir",
  stelle: "Kurum",
  angebot: "Sunulan hizmet",
  anschrift: "Adres",
  telefon: "Telefon",
  email: "E-posta",
  zeiten: "Açılış saatleri",
  termin: "Randevunuz",
  mitbringen: "Yanınızda getirin",
  zeigen: "Bu sayfayı orada gösterin.",
  fragen: "Sorularınız olursa danışmanınız yardımcı olur:",
  nichtGeprueft: "Bu sayfadaki sözcüklerin çevirisi resmî olarak denetlenmemiştir.",
};
