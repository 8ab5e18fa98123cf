import type { BriefWorte } from "./index.ts";

export const PL: BriefWorte = {
  titel: { einladung: "Zaproszenie na rozmowę", mitbringen: "Co proszę przynieść" },
  anrede: "Dzień dobry",
  beginn: {
    einladung: "zapraszamy na rozmowę:",
    mitbringen: "aby pomóc, potrzebujemy kilku dokumentów.",
  },
  wann: "Kiedy",
  wo: "Gdzie",
  mitbringen: "Proszę przynieść:",
  da: "To już mamy:",
  nurDeutsch: "To jest napisane tylko po niemiecku:",
  aufDeutsch: "Ponadto piszemy po niemiecku:",
  gruss: "Z poważaniem",
  nichtGeprueft: "To tłumaczenie nie zostało urzędowo sprawdzone. W razie wątpliwości obowiązuje list po niemiecku.",
};

export const TR: BriefWorte = {
  titel: { einladung: "Randevu daveti", mitbringen: "Yanınızda getirecekleriniz" },
  anrede: "Merhaba",
  beginn: {
    einladung: "sizi bir görüşmeye davet ediyoruz:",
    mitbringen: "size yardım edebilmemiz için bazı belgelere ihtiyacımız var.",
  },
  wann: "Ne zaman",
  wo: "Nerede",
  mitbringen: "Lütfen yanınızda getirin:",
  da: "Bunlar bizde var:",
  nurDeutsch: "Bunlar yalnızca Almanca yazılmıştır:",
  aufDeutsch: "Ayrıca size Almanca yazıyoruz:",
  gruss: "Saygılarımızla",
  nichtGeprueft: "Bu çeviri resmî olarak denetlenmemiştir. Şüphe hâlinde Almanca mektup geçerlidir.",
};
