import type { Sprache } from "../zwecke.ts";

/** What the confirmation of a withdrawal says beside the words of the sheet. `{tag}` stands for the day. */
export type WiderrufWorte = {
  readonly titel: string;
  readonly amTag: string;
  readonly abJetzt: string;
  readonly bekommen: string;
  readonly bisher: string;
  readonly weiter: string;
  readonly nichtGeprueft: string;
};

export const WIDERRUF: Readonly<Record<Sprache, WiderrufWorte>> = {
  de: {
    titel: "Bestätigung Ihres Widerrufs",
    amTag: "Sie haben diese Einwilligung am {tag} widerrufen.",
    abJetzt: "Ab jetzt geben wir darauf hin nichts mehr weiter.",
    bekommen: "Das hat die Stelle schon bekommen. Wir sagen ihr, dass Sie widerrufen haben:",
    bisher: "Was bis zum Widerruf geschah, bleibt rechtmäßig.",
    weiter: "Wir beraten Sie weiter wie bisher.",
    nichtGeprueft: "Diese Übersetzung ist nicht amtlich geprüft. Im Zweifel gilt die deutsche Seite.",
  },
  de_leicht: {
    titel: "Sie haben Nein gesagt",
    amTag: "Am {tag} haben Sie gesagt: Meine Erlaubnis gilt nicht mehr.",
    abJetzt: "Ab jetzt sagen wir nichts mehr weiter.",
    bekommen: "Das weiß die andere Stelle schon. Wir sagen ihr, dass Sie jetzt Nein sagen:",
    bisher: "Was wir vorher weiter-gesagt haben, war erlaubt.",
    weiter: "Wir helfen Ihnen weiter wie bisher.",
    nichtGeprueft: "Kein Amt hat diese Seite geprüft. Die erste Seite gilt.",
  },
  ar: {
    titel: "تأكيد سحب موافقتك",
    amTag: "لقد سحبت هذه الموافقة بتاريخ {tag}.",
    abJetzt: "من الآن لا نعطي أي معلومات أخرى بناء عليها.",
    bekommen: "هذا ما حصلت عليه الجهة من قبل. وسنخبرها بأنك سحبت موافقتك:",
    bisher: "ما حدث قبل السحب يبقى قانونيا.",
    weiter: "نواصل تقديم المشورة لك كما كان من قبل.",
    nichtGeprueft: "هذه الترجمة غير مدققة رسميا. وعند الشك تعتمد الصفحة الألمانية.",
  },
  en: {
    titel: "Confirmation of your withdrawal",
    amTag: "You withdrew this consent on {tag}.",
    abJetzt: "From now on we pass nothing on because of it.",
    bekommen: "This the other place already has. We will tell it that you withdrew your consent:",
    bisher: "What happened before the withdrawal remains lawful.",
    weiter: "We go on advising you as before.",
    nichtGeprueft: "This translation has not been officially checked. In case of doubt the German page applies.",
  },
  es: {
    titel: "Confirmación de su revocación",
    amTag: "Usted revocó este consentimiento el {tag}.",
    abJetzt: "A partir de ahora no transmitimos nada más basándonos en él.",
    bekommen: "Esto ya lo ha recibido la otra entidad. Le diremos que usted lo ha revocado:",
    bisher: "Lo que ocurrió antes de la revocación sigue siendo lícito.",
    weiter: "Seguimos asesorándole como hasta ahora.",
    nichtGeprueft: "Esta traducción no ha sido revisada oficialmente. En caso de duda vale la página en alemán.",
  },
  fa: {
    titel: "تأیید پس گرفتن رضایت شما",
    amTag: "شما این رضایت را در تاریخ {tag} پس گرفتید.",
    abJetzt: "از این پس بر پایهٔ آن چیزی به دیگران نمی‌دهیم.",
    bekommen: "این‌ها را آن محل پیش از این گرفته است. به آن می‌گوییم که رضایت خود را پس گرفته‌اید:",
    bisher: "آنچه پیش از پس گرفتن رضایت انجام شد قانونی می‌ماند.",
    weiter: "ما مانند گذشته به شما مشاوره می‌دهیم.",
    nichtGeprueft: "این ترجمه به‌طور رسمی بررسی نشده است. در صورت تردید صفحهٔ آلمانی معتبر است.",
  },
  pl: {
    titel: "Potwierdzenie cofnięcia zgody",
    amTag: "Ta zgoda została cofnięta dnia {tag}.",
    abJetzt: "Od tej chwili nic więcej na jej podstawie nie przekazujemy.",
    bekommen: "To druga strona już otrzymała. Powiadomimy ją o cofnięciu zgody:",
    bisher: "To, co stało się przed cofnięciem, pozostaje zgodne z prawem.",
    weiter: "Nadal doradzamy tak jak dotychczas.",
    nichtGeprueft:
      "To tłumaczenie nie zostało urzędowo sprawdzone. W razie wątpliwości obowiązuje strona po niemiecku.",
  },
  ru: {
    titel: "Подтверждение отзыва согласия",
    amTag: "Вы отозвали это согласие {tag}.",
    abJetzt: "С этого момента мы больше ничего не передаём на его основании.",
    bekommen: "Это другая организация уже получила. Мы сообщим ей, что вы отозвали согласие:",
    bisher: "То, что произошло до отзыва, остаётся законным.",
    weiter: "Мы продолжаем консультировать вас, как и раньше.",
    nichtGeprueft: "Этот перевод официально не проверен. В случае сомнений действует страница на немецком языке.",
  },
  tr: {
    titel: "Onayınızı geri aldığınızın teyidi",
    amTag: "Bu onayı {tag} tarihinde geri aldınız.",
    abJetzt: "Şu andan itibaren buna dayanarak hiçbir şey iletmiyoruz.",
    bekommen: "Diğer kurum bunları daha önce aldı. Onayınızı geri aldığınızı kendisine bildireceğiz:",
    bisher: "Geri almadan önce yapılanlar hukuka uygun kalır.",
    weiter: "Size eskisi gibi danışmanlık vermeye devam ediyoruz.",
    nichtGeprueft: "Bu çeviri resmî olarak denetlenmemiştir. Şüphe hâlinde Almanca sayfa geçerlidir.",
  },
  uk: {
    titel: "Підтвердження відкликання згоди",
    amTag: "Ви відкликали цю згоду {tag}.",
    abJetzt: "Відтепер ми більше нічого не передаємо на її підставі.",
    bekommen: "Це інша установа вже отримала. Ми повідомимо їй, що ви відкликали згоду:",
    bisher: "Те, що сталося до відкликання, залишається законним.",
    weiter: "Ми й далі консультуємо вас, як раніше.",
    nichtGeprueft: "Цей переклад офіційно не перевірено. У разі сумнівів діє сторінка німецькою мовою.",
  },
};
