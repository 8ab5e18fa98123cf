import type { BlattTexte } from "./form.ts";

export const PL: BlattTexte = {
  titel: { einbuergerung: "Nadanie obywatelstwa", aufenthalt: "Pobyt" },
  stand: "Stan na dzień {tag}.",
  hinweis:
    "Ta kartka zawiera tylko informację na podstawie tego, co nam Pani lub Pan powiedzieli. O tym, czy wszystkie warunki są spełnione, decyduje urząd. Porady prawnej udziela adwokat.",
  gesetz: "Treść ustawy jest podana niżej po niemiecku. Proszę pytać, wyjaśnimy ją.",
  zustaendig: "Właściwy urząd",
  bedingungen: "Warunki",
  unterlagen: "Dokumenty",
  licht: {
    erfuellt: "spełnione",
    offen: "otwarte",
    unbekannt: "brak informacji w aktach",
    nicht: "niespełnione",
  },
  themen: {
    aufenthalt: "Od jak dawna mieszka Pani lub Pan legalnie w Niemczech",
    titel: "Jaki ma Pani lub Pan tytuł pobytowy albo ochronę",
    unterhalt: "Z czego się Pani lub Pan utrzymuje",
    deutsch: "Jak dobrze zna Pani lub Pan niemiecki",
    kenntnisse: "Co wie Pani lub Pan o życiu i prawie w Niemczech",
    identitaet: "Kim Pani lub Pan jest: paszport albo inne dokumenty",
    mehrstaatigkeit: "Dotychczasowe obywatelstwo",
    leistungen: "Szczególne osiągnięcia, na przykład w szkole, w pracy lub w wolontariacie",
    ehe: "Małżeństwo lub związek partnerski",
    wohnung: "Gdzie Pani lub Pan mieszka",
    alter: "Wiek w chwili składania wniosku",
    schule: "Szkoła lub wykształcenie, własne albo dzieci",
    sonst: "To sprawdza sam urząd",
  },
  fragen: "Na pytania odpowiada",
  nichtGeprueft: "To tłumaczenie nie zostało urzędowo sprawdzone. W razie wątpliwości obowiązuje tekst niemiecki.",
};

export const TR: BlattTexte = {
  titel: { einbuergerung: "Vatandaşlığa geçiş", aufenthalt: "Oturum" },
  stand: "Tarih: {tag}.",
  hinweis:
    "Bu sayfa yalnızca bilgi içindir ve bize söylediklerinize dayanır. Bütün koşulları yerine getirip getirmediğinize daire karar verir. Hukuki danışmanlığı bir avukat verir.",
  gesetz: "Yasanın ne dediği aşağıda Almanca yazılıdır. Bize sorun, size açıklarız.",
  zustaendig: "Yetkili daire",
  bedingungen: "Koşullar",
  unterlagen: "Belgeler",
  licht: {
    erfuellt: "yerine getirildi",
    offen: "açık",
    unbekannt: "dosyada bilgi yok",
    nicht: "yerine getirilmedi",
  },
  themen: {
    aufenthalt: "Almanya'da ne zamandan beri yasal olarak yaşadığınız",
    titel: "Hangi oturum izniniz veya korumanız olduğu",
    unterhalt: "Geçiminizi nasıl sağladığınız",
    deutsch: "Almancayı ne kadar bildiğiniz",
    kenntnisse: "Almanya'daki yaşam ve hukuk hakkında neler bildiğiniz",
    identitaet: "Kim olduğunuz: pasaport veya başka belgeler",
    mehrstaatigkeit: "Şimdiki vatandaşlığınız",
    leistungen: "Okulda, işte veya gönüllü çalışmada özellikle iyi yaptıklarınız",
    ehe: "Evliliğiniz veya hayat ortaklığınız",
    wohnung: "Nerede oturduğunuz",
    alter: "Başvuru sırasında kaç yaşında olduğunuz",
    schule: "Sizin veya çocuklarınızın okulu ya da diploması",
    sonst: "Bunu dairenin kendisi inceler",
  },
  fragen: "Sorularınızı yanıtlayan",
  nichtGeprueft: "Bu çeviri resmî olarak denetlenmemiştir. Şüphe halinde Almanca metin geçerlidir.",
};
